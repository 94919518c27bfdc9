import type { Locale } from "../locales/locale.ts";
import type { ModelValidation } from "../models/model-validation.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate, formatNumber } from "../text/text-format.ts";
import { changeText } from "./change-text.ts";
import type { ChartWords } from "./frame-chart.ts";
import { modelName } from "./model-names.ts";
import type { DrawnPeriod } from "./tracking-input.ts";

/** The words above a model's expectation beside what came in the holdout. */
export function trackingWords(
  { model, calibration, holdout }: ModelValidation,
  periods: readonly DrawnPeriod[],
  locale: Locale,
): ChartWords {
  const { format } = locale;
  const labels = locale.charts.models;
  let actual = 0;
  let expected = 0;
  for (const period of periods) {
    if (!period.holdout) continue;
    actual += period.actual ?? 0;
    expected += period.expected;
  }
  const values = {
    model: modelName(model),
    customers: countText(calibration.customers, labels.customers, format),
    split: formatDate(calibration.until, format),
    until: formatDate(holdout.until, format),
    actual: formatNumber(actual, 0, format),
    expected: formatNumber(expected, 0, format),
    change: changeText(expected, actual, locale),
  };
  const { title, subtitle, description } = labels.tracking;
  return {
    title,
    subtitle: fillTemplate(subtitle, values),
    description: fillTemplate(description, values),
  };
}

/** The words above an expectation alone. */
export function expectationWords(periods: readonly DrawnPeriod[], locale: Locale): ChartWords {
  const { format } = locale;
  const { titleExpected, subtitleExpected } = locale.charts.models.tracking;
  const first = periods[0] as DrawnPeriod;
  const last = periods[periods.length - 1] as DrawnPeriod;
  const said = fillTemplate(subtitleExpected, {
    from: formatDate(first.end, format),
    until: formatDate(last.end, format),
    expected: formatNumber(last.expectedCumulative, 0, format),
  });
  return { title: titleExpected, subtitle: said, description: `${titleExpected}. ${said}.` };
}
