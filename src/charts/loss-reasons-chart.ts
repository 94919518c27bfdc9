import type { LossReason, LossReasons } from "../hitrate/loss-reasons.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate } from "../text/text-format.ts";
import type { Chart, ChartPart, ChartRow } from "./chart.ts";
import { type ChartAmounts, chartAmounts } from "./chart-amounts.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type ChartWords, frameChart } from "./frame-chart.ts";
import { groupTexts } from "./group-texts.ts";
import { levelText } from "./level-text.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { shareText } from "./share-text.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** What of the losses is drawn. */
export interface LossReasonsChartOptions extends ChartOptions {
  /** Shares of the number of offers lost, with intervals (`"offers"`, default), or of their value (`"value"`). */
  readonly measure?: "offers" | "value";
}

const NAMES = { ...CHART_NAMES, measure: true } satisfies Record<keyof LossReasonsChartOptions, true>;
const MAKER = "lossReasons";
const STEP = 30;

/**
 * Draws why offers were lost: a bar for each reason, with its share of all losses and the interval of that share.
 *
 * The reasons stand in the order of the result. All losses are drawn; for one of the groups of the result pass `{ ...losses, ...losses.groups[0] }`.
 *
 * @param losses - What `lossReasons` returns.
 * @param options - `measure` (`"offers"` or `"value"`), `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, nothing was lost, values are wanted where there are none, or for options that are none.
 *
 * @example
 * import { lossReasons, offerBook } from "clientele";
 * import { lossReasonsChart } from "clientele/charts";
 *
 * const book = offerBook(
 *   [
 *     { status: "lost", submitted: "2025-01-10", decided: "2025-02-01", reason: "price" },
 *     { status: "lost", submitted: "2025-01-12", decided: "2025-02-03", reason: "price" },
 *     { status: "lost", submitted: "2025-01-15", decided: "2025-03-01", reason: "time" },
 *   ],
 *   { keys: { reason: "reason" } },
 * );
 * lossReasonsChart(lossReasons(book, { key: "reason" })).title.text; // => "Most frequent reason of losses: price (67%)"
 */
export function lossReasonsChart(losses: LossReasons, options: LossReasonsChartOptions = {}): Chart {
  checkResult("losses", losses, { rows: "list", offers: "number", assumptions: "record" }, MAKER);
  checkEntries("losses.rows", losses.rows, { offers: "number", share: "number" }, MAKER);
  checkNames("options", options, NAMES);
  const { measure = "offers", ...common } = options;
  checkOneOf("measure", measure, ["offers", "value"]);
  const unvalued = measure === "value" && losses.rows.some(({ shareOfValue }) => shareOfValue === null);
  checkOption("measure", measure, unvalued ? 'The offers lost have no value: pass "offers".' : null);
  checkOption(
    "losses",
    losses,
    losses.rows.length > 0 ? null : "No offer was lost, so there is nothing to draw.",
  );
  const chart = checkedChartOptions(common);
  const { format, charts } = chart.locale;
  const { lossReasons: labels, terms } = charts.offers;
  const amounts = chartAmounts([losses.value], chart.locale);
  const names = groupTexts(
    losses.rows.map(({ reason }) => reason),
    labels.noReason,
  );
  const rows = losses.rows.map((row, at): ChartRow => {
    const byOffers = measure === "offers";
    const share = byOffers ? row.share : row.shareOfValue;
    const amount = byOffers ? countText(row.offers, terms.offerCount, format) : amounts.text(row.value);
    return {
      reason: names[at] as string,
      share,
      lower: byOffers ? row.lower : null,
      upper: byOffers ? row.upper : null,
      offers: row.offers,
      value: row.value,
      text: `${shareText(share, chart.locale)} · ${amount}`,
    };
  });
  const size = { width: 420, height: names.length * STEP };
  const plot = reasonBars(names, measure, amounts, chart);
  return frameChart(plot, rows, wordsOf(losses, rows, measure, amounts, chart), size, chart);
}

function reasonBars(
  names: readonly string[],
  measure: "offers" | "value",
  amounts: ChartAmounts,
  { palette, locale }: CheckedChartOptions,
): ChartPart {
  const { lossReasons: labels, terms } = locale.charts.offers;
  const title = measure === "offers" ? labels.share : labels.shareOfValue;
  const axis = { domain: false, ticks: false, labelPadding: 8 };
  const y = { field: "reason", type: "nominal", sort: null, title: null, scale: { domain: names }, axis };
  const x = {
    field: "share",
    type: "quantitative",
    title,
    scale: { zero: true },
    axis: { format: ".0%", grid: false },
  };
  const known = [{ filter: "isValid(datum.lower)" }];
  const limits = [numberTip("lower", terms.lower, ".1%"), numberTip("upper", terms.upper, ".1%")];
  const money = [numberTip("value", labels.value, amounts.format)];
  const tooltip = [
    textTip("reason", labels.reason),
    numberTip("share", title, ".1%"),
    ...(measure === "offers" ? limits : money),
    numberTip("offers", terms.offers, ",.0f"),
  ];
  const limitsRule = {
    transform: known,
    mark: { type: "rule", color: palette.text, strokeWidth: 2 },
    encoding: { y, x: { ...x, field: "lower" }, x2: { field: "upper" } },
  };
  return {
    layer: [
      { mark: { type: "bar", color: palette.categories[0] }, encoding: { y, x, tooltip } },
      ...(measure === "offers" ? [limitsRule] : []),
      {
        transform: [{ calculate: "isValid(datum.upper) ? datum.upper : datum.share", as: "end" }],
        mark: { type: "text", align: "left", dx: 6 },
        encoding: { y, x: { ...x, field: "end" }, text: { field: "text" } },
      },
    ],
  };
}

function wordsOf(
  { rows: reasons, offers, value, assumptions }: LossReasons,
  rows: readonly ChartRow[],
  measure: "offers" | "value",
  amounts: ChartAmounts,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { lossReasons: labels, terms } = locale.charts.offers;
  const shareOf = (reason: LossReason): number =>
    measure === "offers" ? reason.share : (reason.shareOfValue ?? 0);
  const top = reasons.reduce(
    (best, reason, at) => (shareOf(reason) > shareOf(reasons[best] as LossReason) ? at : best),
    0,
  );
  const names = rows.map(({ reason }) => String(reason));
  const share = (reason: LossReason | undefined): string =>
    shareText(reason === undefined ? null : shareOf(reason), locale);
  const list = names.map((name, at) => `${name} ${share(reasons[at])}`);
  return {
    title: fillTemplate(measure === "offers" ? labels.title : labels.titleByValue, {
      reason: names[top] ?? "",
      share: share(reasons[top]),
    }),
    subtitle: fillTemplate(measure === "offers" ? labels.subtitle : labels.subtitleByValue, {
      offers: countText(offers, terms.offerCount, locale.format),
      value: amounts.text(value),
      level: levelText(assumptions.level, locale),
      date: formatDate(assumptions.asOf, locale.format),
    }),
    description: fillTemplate(labels.description, { reasons: list.join("; ") }),
  };
}
