import type { Locale } from "../locales/locale.ts";
import { checkUnit } from "../models/check-unit.ts";
import type { ContractHistories } from "../models/contract-histories.ts";
import { contractParameters } from "../models/contract-models.ts";
import { checkNames, checkNumber, checkOneOf } from "../rows/options.ts";
import { checkLevel } from "../statistics/confidence.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { Chart, ChartRow } from "./chart.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { contractPanel } from "./contract-panel.ts";
import {
  fittedRows,
  type ObservedRetention,
  observedRetention,
  type ProjectingModel,
} from "./contract-rows.ts";
import { type ChartWords, framed } from "./frame-chart.ts";
import { levelText } from "./level-text.ts";
import { ageText } from "./matrix-words.ts";
import { modelName } from "./model-names.ts";
import { shareText } from "./share-text.ts";

/** What stands beside the curve of a model, and how far it goes. */
export interface RetentionCurveModelChartOptions extends ChartOptions {
  /** What was observed: the customers that the model was fitted to. Without them the model stands alone, and without intervals. */
  readonly observed?: ContractHistories;
  /** How many renewals are shown, 1 to 200. Default: half as many again as were observed, or 12. */
  readonly periods?: number;
  /** Share of such intervals that cover what happens, between 0 and 1. Default 0.95. */
  readonly level?: number;
  /** Who is still there (`"survival"`), who renews (`"retention"`), or one above the other. Default `"both"`. */
  readonly show?: "both" | "survival" | "retention";
}

/**
 * A chart of how long customers under contract stay: what was observed against a model of retention, and the model's projection.
 *
 * Observed rates are those of all cohorts together; what is left of all is their product. The interval is that of `projectSurvivors` for as
 * many customers as were observed: it holds chance and, if the model carries a covariance, the errors of its parameters.
 *
 * @param model - A model of retention (`fitSbg`, `fitBdw`), or a literal `{ kind, parameters, unit }`.
 * @param options - `observed`, the base it was fitted to; `periods`; `level`, default 0.95; `show`; and what every chart can be told; `height` is
 *   that of a panel.
 * @returns A Vega-Lite specification with a row per renewal: `{ period, survival, retention, projection }` with limits, and one per renewal
 *   observed: `{ period, survival, retention, atRisk }`.
 * @throws DataError if it is no model of retention, the observed base is none or in another unit, or an option is none.
 * @see Fader & Hardie (2007), "How to project customer retention", figures 4 and 5.
 *
 * @example
 * import { fitSbg } from "clientele";
 * import { retentionCurveModelChart } from "clientele/charts";
 *
 * const observed = { unit: "year", cohorts: [[1000, 869, 743, 653, 593, 551, 517, 491]] } as const;
 * const chart = retentionCurveModelChart(fitSbg(observed), { observed, periods: 12 });
 * chart.title.subtitle; // => "sBG, 1,000 customers; interval of 95%"
 */
export function retentionCurveModelChart(
  model: ProjectingModel,
  options: RetentionCurveModelChartOptions = {},
): Chart {
  contractParameters(model);
  checkNames("options", options, NAMES);
  const { observed: base, level = 0.95, show = "both" } = options;
  checkOneOf("show", show, ["both", "survival", "retention"]);
  checkLevel(level);
  const checked = checkedChartOptions(options);
  const observed = base === undefined ? null : observedRetention(base);
  if (base !== undefined) checkUnit(model, base.unit);
  const seen = observed?.rows.length ?? 0;
  const { periods = seen === 0 ? 12 : Math.max(seen + 1, Math.ceil(1.5 * seen)) } = options;
  checkNumber("periods", periods, { least: 1, most: 200, whole: true });
  const fitted = fittedRows(model, periods, observed, level);
  const points = (observed?.rows ?? []).filter(({ period }) => period <= periods);
  const dots = points.map((row): ChartRow => ({ ...row }));
  const frame = framed(contractWords(model, fitted, observed, level, checked.locale), checked);
  const panel = (field: "survival" | "retention", isLast: boolean) =>
    contractPanel({ field, unit: model.unit, fitted, observed: dots, isLast }, checked);
  if (show !== "both") return { ...frame, ...panel(show, true) };
  return { ...frame, vconcat: [panel("survival", false), panel("retention", true)] };
}

const NAMES = {
  ...CHART_NAMES,
  observed: true,
  periods: true,
  level: true,
  show: true,
} satisfies Record<keyof RetentionCurveModelChartOptions, true>;

function contractWords(
  model: ProjectingModel,
  fitted: readonly ChartRow[],
  observed: ObservedRetention | null,
  level: number,
  locale: Locale,
): ChartWords {
  const { format } = locale;
  const labels = locale.charts.models;
  const { title, subtitle, subtitleFitted, description, observedDescription } = labels.contract;
  const last = fitted[fitted.length - 1] as ChartRow;
  const values = {
    model: modelName(model),
    customers: countText(observed?.customers ?? 0, labels.customers, format),
    level: levelText(level, locale),
    period: ageText(last["period"] as number, model.unit, locale),
    survival: shareText(last["survival"] as number, locale),
  };
  const said = fillTemplate(description, values);
  const newest = observed?.rows.at(-1);
  const told = newest === undefined ? undefined : fitted[newest.period];
  const more =
    newest === undefined || told === undefined
      ? null
      : fillTemplate(observedDescription, {
          period: ageText(newest.period, model.unit, locale),
          observed: shareText(newest.survival, locale),
          fitted: shareText(told["survival"] as number, locale),
        });
  return {
    title,
    subtitle: fillTemplate(observed === null ? subtitleFitted : subtitle, values),
    description: more === null ? said : `${said} ${more}`,
  };
}
