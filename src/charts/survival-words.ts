import { survivalQuantile } from "../statistics/survival-quantile.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { TimeUnit } from "../time/unit.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import type { ChartWords } from "./frame-chart.ts";
import { levelText } from "./level-text.ts";
import { shareText } from "./share-text.ts";
import type { NamedCurve } from "./survival-rows.ts";
import { momentText } from "./time-words.ts";

/** The words above survival curves. */
export function survivalWords(
  curves: readonly NamedCurve[],
  unit: TimeUnit | null,
  by: string | null,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { survival: words, intervals } = locale.charts.retention;
  const observed = curves.reduce((sum, { curve }) => sum + curve.observations, 0);
  const events = curves.reduce((sum, { curve }) => sum + curve.events, 0);
  const level = curves[0]?.curve.level ?? 0;
  return {
    title: titleOf(curves, unit, by, locale),
    subtitle: [
      countText(observed, words.observed, locale.format),
      countText(events, words.events, locale.format),
      fillTemplate(intervals, { level: levelText(level, locale) }),
      words.ticks,
    ].join(" · "),
    description: fillTemplate(words.description, {
      curves: curves.map((curve) => curveText(curve, unit, locale)).join("; "),
    }),
  };
}

function titleOf(
  curves: readonly NamedCurve[],
  unit: TimeUnit | null,
  by: string | null,
  locale: CheckedChartOptions["locale"],
): string {
  const words = locale.charts.retention.survival;
  const [only] = curves;
  if (by !== null) return fillTemplate(words.by, { by });
  if (only === undefined || curves.length > 1) return words.byGroup;
  const { time } = survivalQuantile(only.curve);
  if (time !== null) return fillTemplate(words.halfGone, { moment: momentText(time, unit, locale) });
  const last = only.curve.rows.at(-1);
  return fillTemplate(words.stillThere, {
    share: shareText(last?.survival ?? 1, locale),
    moment: momentText(last?.time ?? 0, unit, locale),
  });
}

function curveText(
  { name, curve }: NamedCurve,
  unit: TimeUnit | null,
  locale: CheckedChartOptions["locale"],
): string {
  const words = locale.charts.retention.survival;
  const { time } = survivalQuantile(curve);
  return fillTemplate(words.curve, {
    name: name === "" ? words.all : name,
    observed: countText(curve.observations, words.observed, locale.format),
    events: countText(curve.events, words.events, locale.format),
    median:
      time === null ? words.noMedian : fillTemplate(words.median, { time: momentText(time, unit, locale) }),
  });
}
