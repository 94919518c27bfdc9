import type { Locale } from "../locales/locale.ts";
import type { CohortRetention } from "../retention/cohort-result.ts";
import { invalidOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate } from "../text/text-format.ts";
import type { ChartWords } from "./frame-chart.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { shareText } from "./share-text.ts";

const MAKER = "cohortRetention";

/** Refuses what are no cohorts, and those in which there is nobody. */
export function checkCohorts(cohorts: CohortRetention): void {
  const parts = { cohorts: "list", rows: "list", pooled: "list" } as const;
  checkResult("cohorts", cohorts, { ...parts, definition: "text", value: "text", period: "text" }, MAKER);
  checkEntries("cohorts.cohorts", cohorts.cohorts, { cohort: "text", size: "number" }, MAKER);
  const cell = {
    cohort: "text",
    size: "number",
    interval: "number",
    value: "number",
    rate: "number?",
  } as const;
  checkEntries("cohorts.rows", cohorts.rows, cell, MAKER);
  checkEntries("cohorts.pooled", cohorts.pooled, { interval: "number", rate: "number?" }, MAKER);
  if (cohorts.rows.length === 0) {
    throw invalidOption("cohorts", [], "There is no customer in any cohort, so there is nothing to draw.");
  }
}

/** The words above charts of cohorts; `marks` explain what is drawn, `description` is the template of what the picture shows. */
export function cohortWords(
  cohorts: CohortRetention,
  marks: readonly string[],
  description: string,
  locale: Locale,
): ChartWords {
  const { asOf, value, definition, cumulative } = cohorts;
  const { charts, format } = locale;
  const { customersCount, cohorts: words, asOf: asOfWords } = charts.retention;
  const sizes = cohorts.cohorts.reduce((sum, { size }) => sum + size, 0);
  const customers = countText(sizes, customersCount, format);
  const next = cohorts.pooled.find(({ interval }) => interval === 1);
  const subject = words.subjects[value];
  return {
    title:
      next === undefined || next.rate === null
        ? subject
        : fillTemplate(words.title, {
            subject,
            rate: shareText(next.rate, locale),
            interval: intervalText(1, cohorts, locale),
          }),
    subtitle: [
      customers,
      ...(value === "customers" ? [locale.retention.cohortDefinitions[definition]] : []),
      ...(cumulative ? [words.cumulative] : []),
      fillTemplate(asOfWords, { date: formatDate(asOf, format) }),
      ...marks,
    ].join(" · "),
    description: fillTemplate(description, {
      customers,
      cohorts: countText(cohorts.cohorts.length, words.cohortCount, format),
      first: cohorts.cohorts[0]?.cohort ?? "",
      last: cohorts.cohorts.at(-1)?.cohort ?? "",
      figures: pooledText(cohorts, locale),
    }),
  };
}

/** Title of the axis of intervals. */
export function intervalAxisTitle({ period, intervalDays }: CohortRetention, locale: Locale): string {
  const { axes, axis } = locale.charts.retention.cohorts;
  return intervalDays === null ? axes[period] : fillTemplate(axis, { days: String(intervalDays) });
}

/** How Vega writes what a cell holds: counts whole, money with cents. */
export function valueFormat({ value }: CohortRetention): string {
  return value === "revenue" || value === "margin" ? ",.2f" : ",.0f";
}

function intervalText(n: number, { period, intervalDays }: CohortRetention, locale: Locale): string {
  const { intervals, interval } = locale.charts.retention.cohorts;
  return fillTemplate(intervalDays === null ? intervals[period] : interval, { n: String(n) });
}

/** Intervals whose pooled rates are said to those who cannot see the picture. */
const SPOKEN: readonly number[] = [1, 3, 6, 12];

function pooledText(cohorts: CohortRetention, locale: Locale): string {
  const { pooled, figure, noFigures } = locale.charts.retention.cohorts;
  const figures = cohorts.pooled
    .filter(({ interval }) => SPOKEN.includes(interval))
    .map(({ interval, rate }) =>
      fillTemplate(figure, {
        rate: shareText(rate, locale),
        interval: intervalText(interval, cohorts, locale),
      }),
    );
  return figures.length === 0 ? noFigures : `${pooled}: ${figures.join(", ")}.`;
}
