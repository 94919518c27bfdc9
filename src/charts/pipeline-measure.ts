import type { PipelineExpectation, PipelineTotal } from "../hitrate/pipeline-result.ts";
import type { Locale } from "../locales/locale.ts";
import { checkOneOf, checkOption } from "../rows/options.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import { chartAmounts } from "./chart-amounts.ts";
import { NO_FIGURE } from "./share-text.ts";

/** Money, or number of offers won. */
export type PipelineMeasure = "value" | "wins";

/** The measure that was asked for, or money where there is any. */
export function checkedMeasure(measure: PipelineMeasure | undefined, hasValues: boolean): PipelineMeasure {
  if (measure === undefined) return hasValues ? "value" : "wins";
  checkOneOf("measure", measure, ["value", "wins"]);
  const isMissing = measure === "value" && !hasValues;
  checkOption("measure", measure, isMissing ? 'The offers have no values: pass "wins".' : null);
  return measure;
}

export function expectationOf(
  total: Pick<PipelineTotal, "wins" | "wonValue">,
  measure: PipelineMeasure,
): PipelineExpectation | null {
  return measure === "value" ? total.wonValue : total.wins;
}

/** How the figures of a measure are written. */
export interface MeasureAmounts {
  readonly format: string;
  readonly text: (amount: number | null) => string;
  readonly limits: (limits: { readonly lower: number; readonly upper: number }) => string;
}

/** Money as other charts write it; offers with one decimal, as expected numbers are no whole ones, and their limits without. */
export function measureAmounts(
  measure: PipelineMeasure,
  largest: number | null,
  locale: Locale,
): MeasureAmounts {
  const { limits: template } = locale.charts.offers.pipeline;
  const money = chartAmounts([largest], locale);
  const isMoney = measure === "value";
  const number = (amount: number | null, decimals: number): string =>
    amount === null ? NO_FIGURE : formatNumber(amount, decimals, locale.format);
  const limit = (amount: number): string => (isMoney ? money.text(amount) : number(amount, 0));
  return {
    format: isMoney ? money.format : ",.1f",
    text: (amount) => (isMoney ? money.text(amount) : number(amount, 1)),
    limits: ({ lower, upper }) => fillTemplate(template, { lower: limit(lower), upper: limit(upper) }),
  };
}
