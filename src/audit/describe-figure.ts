import { countText } from "../text/count-label.ts";
import { formatDate, formatNumber } from "../text/text-format.ts";
import {
  type AuditWords,
  growthText,
  limitNumber,
  limitText,
  moneyText,
  pointsText,
  shareText,
} from "./describe-amounts.ts";
import { type FigureKind, type FigureName, KINDS } from "./describe-kinds.ts";
import { contributorText, factorText, stepText } from "./describe-lists.ts";
import { cohortsText, periodText } from "./describe-period.ts";
import type { AuditFinding, FindingFigures } from "./finding.ts";
import type { AuditCount } from "./labels.ts";

type PlainKind = Exclude<FigureKind, AuditCount>;

/** Every value that a figure of one name has, whichever finding it stands in. */
type ValueOf<Name extends FigureName> = {
  [Code in keyof FindingFigures]: Name extends keyof FindingFigures[Code]
    ? FindingFigures[Code][Name]
    : never;
}[keyof FindingFigures];

/** What figures of a kind are, where that is no number. */
interface StructuredValues {
  readonly date: ValueOf<"from">;
  readonly period: ValueOf<"period">;
  readonly growth: ValueOf<"growth">;
  readonly ofValue: ValueOf<"sortedBy">;
  readonly band: ValueOf<"band">;
  readonly cohortChoice: ValueOf<"chosenAs">;
  readonly noSplitReason: ValueOf<"reason">;
  readonly check: ValueOf<"name">;
  readonly driver: ValueOf<"driver">;
  readonly factors: ValueOf<"factors">;
  readonly step: ValueOf<"largest">;
  readonly steps: ValueOf<"steps">;
  readonly contributors: ValueOf<"contributors">;
  readonly age: ValueOf<"age">;
  readonly cohorts: ValueOf<"older">;
}

type Writers = {
  readonly [Kind in PlainKind]: (
    value: Kind extends keyof StructuredValues ? StructuredValues[Kind] : number,
    words: AuditWords,
  ) => string;
};

const WRITERS: Writers = {
  number: (value, { locale }) => formatNumber(value, 0, locale.format),
  money: (value, words) => moneyText(value, words),
  change: (value, words) => moneyText(value, words, { signed: true }),
  cents: (value, words) => moneyText(value, words, { cents: true }),
  centsChange: (value, words) => moneyText(value, words, { signed: true, cents: true }),
  share: shareText,
  limit: limitText,
  growth: growthText,
  points: pointsText,
  coefficient: (value, { locale }) => formatNumber(value, 2, locale.format),
  date: (value, { locale }) => formatDate(value, locale.format),
  period: (value, { locale }) => periodText(value, locale),
  ofValue: (value, { locale }) => locale.audit.ofValue[value],
  band: (value, { locale }) => locale.audit.bands[value],
  cohortChoice: (value, { locale }) => locale.audit.cohortChoices[value],
  noSplitReason: (value, { locale }) => locale.audit.noSplitReasons[value],
  check: (value, { locale: { audit } }) =>
    Object.hasOwn(audit.checks, value) ? (audit.checks[value] ?? value) : value,
  driver: (value, { locale }) => locale.audit.drivers[value],
  factors: (value, words) => value.map((factor) => factorText(factor, words)).join(", "),
  step: stepText,
  steps: (value, words) => value.map((step) => stepText(step, words)).join(", "),
  contributors: (value, words) => value.map((one) => contributorText(one, words)).join(", "),
  age: ({ periods, unit }, { locale }) => countText(periods, locale.audit.ages[unit], locale.format),
  cohorts: (value, { locale }) => cohortsText(value, locale),
};

/** All figures of a finding as text, by the names of the places. */
export function figureTexts({ figures }: AuditFinding, words: AuditWords): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  for (const [name, value] of Object.entries(figures)) {
    const kind = KINDS[name as FigureName];
    if (kind === "limit") texts[`${name}Number`] = limitNumber(value as number, words);
    if (isCount(kind)) Object.assign(texts, countTexts(name, kind, value as number, words));
    else texts[name] = WRITERS[kind](value as never, words);
  }
  return texts;
}

function isCount(kind: FigureKind): kind is AuditCount {
  return kind === "customers" || kind === "people" || kind === "orders" || kind === "firstOrders";
}

function countTexts(
  name: string,
  kind: AuditCount,
  number: number,
  { locale: { format, audit } }: AuditWords,
): Readonly<Record<string, string>> {
  return {
    [name]: countText(number, audit.counts[kind], format),
    [`${name}Dative`]: countText(number, audit.countsDative[kind], format),
    [`${name}Number`]: formatNumber(number, 0, format),
  };
}
