import type { PurchaseCount } from "../customers/customer-summaries.ts";
import { refuseOpportunities } from "../models/base-expectation.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { quoted } from "../rows/issue.ts";
import { checkNames, checkOneOf, checkOption } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatDate } from "../text/text-format.ts";
import { isoDate } from "../time/civil-day.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { asOfDay } from "../transactions/as-of.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { type AliveDay, aliveHistory, purchaseDays } from "./alive-history.ts";
import type { Chart, ChartRow } from "./chart.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { dayFormat } from "./day-format.ts";
import { frameChart } from "./frame-chart.ts";
import { modelName } from "./model-names.ts";
import { probabilityText } from "./probability-text.ts";
import { shareAxis } from "./share-axis.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** Whose history is drawn, and until when. */
export interface AliveHistoryChartOptions extends ChartOptions {
  /** The customer, as he stands in the log. */
  readonly customer: CustomerId;
  /** Last day. Default: the last day of the log. */
  readonly asOf?: DateInput;
  /** What counts as a purchase, as in the summaries that the model was fitted to. Default `"purchase-days"`. */
  readonly count?: PurchaseCount;
  /** What else is known of the customer, for a model with coefficients: `{ newsletter: 1 }`. */
  readonly covariates?: Readonly<Record<string, number>>;
}

/**
 * A chart of the probability that a customer is still one, day by day as it stood then, with his purchases.
 *
 * Each day is judged with what was known on it; the parameters are the model's throughout.
 *
 * @param model - A fitted model of purchases in continuous time, or a literal `{ kind, parameters, unit }`.
 * @param log - The log with the customer's purchases.
 * @param options - `customer`; `asOf`, default the last day of the log; `count`, default `"purchase-days"`; `covariates`; and what every chart can be
 *   told.
 * @returns A Vega-Lite specification with a row per day: `{ date, probability, purchases }`, the last only on days of purchases.
 * @throws DataError if the customer has not bought by then, the model counts opportunities (BG/BB), or an option is none.
 * @see Fader & Hardie, note 021, on P(alive) of the BG/NBD model.
 *
 * @example
 * import { transactionLog } from "clientele";
 * import { aliveHistoryChart } from "clientele/charts";
 *
 * const days = ["2025-01-10", "2025-02-03", "2025-02-28", "2025-06-20"];
 * const log = transactionLog(days.map((date) => ({ customerId: "Ada", date, amount: 20 })));
 * const model = { kind: "bg-nbd", parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 }, unit: "week" } as const;
 * aliveHistoryChart(model, log, { customer: "Ada", asOf: "2025-12-31" }).title.text; // => "Is Ada still a customer?"
 */
export function aliveHistoryChart(
  model: Predictor<PurchaseModel>,
  log: TransactionLog,
  options: AliveHistoryChartOptions,
): Chart {
  refuseOpportunities(model, "model");
  checkLog(log);
  checkNames("options", options, NAMES);
  const { customer, count = "purchase-days", covariates } = options;
  checkOneOf("count", count, ["purchase-days", "purchases"]);
  const checked = checkedChartOptions(options);
  const until = asOfDay(log, options.asOf);
  const code = log.customerIds.indexOf(customer);
  const all = code < 0 ? [] : purchaseDays(log, code, until);
  const unknown = `${quoted(customer)} has no purchase in the log by ${isoDate(until)}.`;
  checkOption("customer", customer, all.length === 0 ? unknown : null);
  const purchases = count === "purchases" ? all : [...new Set(all)];
  const history = aliveHistory(model, purchases, until, covariates);

  const { locale, palette } = checked;
  const { format } = locale;
  const labels = locale.charts.models.alive;
  const rows = history.map(({ day, probability }): ChartRow => {
    const date = isoDate(day);
    const bought = purchases.filter((purchase) => purchase === day).length;
    return { date, name: formatDate(date, format), probability, purchases: bought === 0 ? null : bought };
  });
  const x = {
    field: "date",
    type: "temporal",
    title: null,
    scale: { type: "utc" },
    axis: { format: dayFormat(locale), tickCount: 7, grid: false, labelOverlap: "greedy" },
  };
  const y = shareAxis("probability", labels.probability, 1);
  const tooltip = [textTip("name", labels.day), numberTip("probability", labels.probability, ".1%")];
  const [line, mark] = palette.categories;
  const bought = numberTip("purchases", locale.charts.models.purchases, ",.0f");
  const plot = {
    encoding: { x, y },
    layer: [
      { mark: { type: "line", color: line, strokeWidth: 2 } },
      { mark: { type: "point", opacity: 0, size: 60, aria: false }, encoding: { tooltip } },
      {
        transform: [{ filter: "datum.purchases !== null" }],
        mark: { type: "point", shape: "triangle-up", color: mark, size: 80, opacity: 1 },
        encoding: { tooltip: [...tooltip, bought] },
      },
    ],
  };
  const last = history[history.length - 1] as AliveDay;
  const lowest = history.reduce((least, { probability }) => Math.min(least, probability), 1);
  const values = {
    customer: String(customer),
    model: modelName(model),
    purchases: countText(purchases.length, labels.purchase, format),
    from: formatDate(isoDate(purchases[0] as number), format),
    asOf: formatDate(isoDate(until), format),
    probability: probabilityText(last.probability, locale),
    lowest: probabilityText(lowest, locale),
  };
  const words = {
    title: fillTemplate(labels.historyTitle, values),
    subtitle: fillTemplate(labels.historySubtitle, values),
    description: fillTemplate(labels.historyDescription, values),
  };
  return frameChart(plot, rows, words, { width: 620, height: 240 }, checked);
}

const NAMES = {
  ...CHART_NAMES,
  customer: true,
  asOf: true,
  count: true,
  covariates: true,
} satisfies Record<keyof AliveHistoryChartOptions, true>;
