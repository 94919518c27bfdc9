import {
  type BgNbdModel,
  confidenceIntervals,
  type GammaGammaModel,
  type Interval,
  type ModelWarning,
  standardErrors,
} from "clientele";
import { type Base, hasNoMean } from "./analysis.ts";
import { remarks } from "./facts.ts";
import type { Section } from "./report.ts";
import type { Speech } from "./speech.ts";
import { table } from "./table.ts";
import { UNITS_PER_YEAR } from "./units-per-year.ts";

/** How customers buy and spend, as the models see it, and how sure they are. */
export function models(base: Base, speech: Speech): Section {
  const { heading } = speech.texts.models;
  return { heading, lines: [...purchaseModel(base, speech), "", ...spendModel(base, speech)] };
}

function purchaseModel({ purchases: model }: Base, speech: Speech): string[] {
  const { texts, format } = speech;
  const title = `  ${texts.models.purchases}`;
  if (model === null) return [title, ...remarks([texts.models.noPurchaseModel])];
  const { r, alpha, a, b } = model.parameters;
  const perYear = (r / alpha) * UNITS_PER_YEAR[model.unit];
  const meaning = texts.models.purchaseMeaning(
    format.estimate(perYear, perYear),
    format.percent(a / (a + b)),
  );
  return [title, ...estimates(model, speech), ...remarks([meaning, ...howItEnded(model, speech)])];
}

function spendModel({ spend: model }: Base, speech: Speech): string[] {
  const { texts, format } = speech;
  const title = `  ${texts.models.spend}`;
  if (model === null) return [title, ...remarks([texts.models.noSpendModel])];
  const { p, q, gamma } = model.parameters;
  const meaning = hasNoMean(model) ? [] : [texts.models.spendMeaning(format.money((p * gamma) / (q - 1)))];
  return [title, ...estimates(model, speech), ...remarks([...meaning, ...howItEnded(model, speech)])];
}

function estimates(model: BgNbdModel | GammaGammaModel, { texts, locale, format }: Speech): string[] {
  const errors: Readonly<Record<string, number | null>> = standardErrors(model);
  const intervals: Readonly<Record<string, Interval | null>> = confidenceIntervals(model, { level: 0.95 });
  const columns = [
    { head: locale.terms.parameter, align: "left" },
    { head: texts.models.estimate, align: "right" },
    { head: `± ${locale.terms.standardError}`, align: "right" },
    { head: texts.models.lower, align: "right" },
    { head: texts.models.upper, align: "right" },
  ] as const;
  const rows = Object.entries<number>({ ...model.parameters }).map(([name, value]) => {
    const error = errors[name] ?? null;
    const { lower = null, upper = null } = intervals[name] ?? {};
    return [name, ...[value, error, lower, upper].map((figure) => format.estimate(figure, error))];
  });
  return table(columns, rows);
}

function howItEnded(model: BgNbdModel | GammaGammaModel, { texts, format }: Speech): string[] {
  const count = (value: number): string => format.number(value, 0);
  const fit = texts.models.fit({
    logLikelihood: format.number(model.logLikelihood, 2),
    customers: count(model.customers),
    unit: texts.units[model.unit],
    evaluations: count(model.convergence.evaluations),
    converged: model.convergence.converged,
  });
  // Where the likelihood rises for ever, no search can arrive: saying so once is enough.
  const isFlat = model.warnings.some(({ code }) => code === "not-identified");
  const told = model.warnings.filter(({ code }) => !(isFlat && code === "not-converged"));
  return [fit, ...told.map((warning) => warningText(warning, { texts, count }))];
}

function warningText(
  warning: ModelWarning,
  { texts, count }: { readonly texts: Speech["texts"]; readonly count: (value: number) => string },
): string {
  const { warnings } = texts.models;
  if (warning.code !== "one-time-buyers-always-alive") return warnings[warning.code];
  return warnings[warning.code](count(warning.customers));
}
