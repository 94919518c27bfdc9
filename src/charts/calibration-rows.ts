import type { Locale } from "../locales/locale.ts";
import type { ModelValidation } from "../models/model-validation.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { ChartRow } from "./chart.ts";

/** Names of what came and what was expected. */
export type ActualAndExpected = readonly [string, string];

/** A row per number of earlier repeat purchases and line; without customers there is nothing to show. */
export function frequencyRows(
  { byFrequency }: ModelValidation,
  [actual, expected]: ActualAndExpected,
  { charts, format }: Locale,
): readonly ChartRow[] {
  return byFrequency.flatMap(({ frequency, orMore, customers, actualMean, expectedMean }): ChartRow[] => {
    if (customers === 0) return [];
    const number = formatNumber(frequency, 0, format);
    const name = orMore ? fillTemplate(charts.models.orMore, { number }) : number;
    // The axis breaks the line at the mark.
    const label = `${name}|n=${formatNumber(customers, 0, format)}`;
    const about = { frequency, name, label, customers };
    return [
      { ...about, series: actual, purchases: actualMean },
      { ...about, series: expected, purchases: expectedMean },
    ];
  });
}

/** A row per class of probability in which there is anybody. */
export function reliabilityRows({ byProbabilityOfBuying }: ModelValidation): readonly ChartRow[] {
  return byProbabilityOfBuying.flatMap(
    ({ from, to, customers, meanProbabilityOfBuying, shareBuying }): ChartRow[] => {
      if (customers === 0) return [];
      return [{ from, to, customers, expected: meanProbabilityOfBuying, actual: shareBuying }];
    },
  );
}
