import type { RevenueBridge } from "../audit/bridge-result.ts";
import { checkNames } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import { type BridgeRow, bridgePlot, bridgeRows } from "./bridge-plot.ts";
import type { Chart } from "./chart.ts";
import { type ChartAmounts, chartAmounts } from "./chart-amounts.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { type Drawing, drawnChart } from "./drawing.ts";
import type { ChartWords } from "./frame-chart.ts";
import { checkResult } from "./result-fields.ts";
import { shareText } from "./share-text.ts";

const MAKER = "revenueBridge";

/**
 * Draws the revenue bridge as a waterfall: from the revenue of one period to that of the next, by what became of customers.
 *
 * Steps without money are left out. What brings revenue and what takes it differ in colour, in the sign of their figure, and in direction.
 *
 * @param bridge - What `revenueBridge` returns, or `change.bridge` of an audit.
 * @param options - `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the figures inside.
 * @throws DataError if this is no such result, or for options that are none.
 *
 * @example
 * import { revenueBridge, transactionLog } from "clientele";
 * import { revenueBridgeChart } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-03-10", amount: 500 },
 *   { customerId: "Ada", date: "2025-07-02", amount: 700 },
 *   { customerId: "Ben", date: "2024-08-21", amount: 200 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 900 },
 * ]);
 * const bridge = revenueBridge(log, { period: "year", asOf: "2025-12-31" });
 * revenueBridgeChart(bridge).title.text; // => "Revenue bridge: from 700 to 1,600 (+900, +129%)"
 */
export function revenueBridgeChart(bridge: RevenueBridge, options: ChartOptions = {}): Chart {
  const fields = { previous: "record", current: "record", steps: "record", revenueBefore: "number" } as const;
  checkResult("bridge", bridge, { ...fields, revenueNow: "number", growth: "number?" }, MAKER);
  checkNames("options", options, CHART_NAMES);
  const chart = checkedChartOptions(options);
  return drawnChart(bridgeDrawing(bridge, chart), chart);
}

export function bridgeDrawing(bridge: RevenueBridge, chart: CheckedChartOptions): Drawing {
  const amounts = chartAmounts([bridge.revenueBefore, bridge.revenueNow], chart.locale);
  const rows = bridgeRows(bridge, amounts, chart);
  return { words: wordsOf(bridge, rows, amounts, chart), part: bridgePlot(rows, amounts, chart) };
}

function wordsOf(
  {
    previous,
    current,
    revenueBefore,
    revenueNow,
    change,
    growth,
    customersBefore,
    customersNow,
  }: RevenueBridge,
  rows: readonly BridgeRow[],
  amounts: ChartAmounts,
  { locale }: CheckedChartOptions,
): ChartWords {
  const { audit, terms } = locale.charts.offers;
  const labels = audit.bridge;
  const [before, now] = [amounts.text(revenueBefore), amounts.text(revenueNow)];
  const customers = (count: number): string => countText(count, terms.customerCount, locale.format);
  const steps = rows.slice(1, -1).map((row) =>
    fillTemplate(labels.step, {
      movement: row.name,
      change: row.text,
      customers: customers(row.customers),
    }),
  );
  const percent = shareText(growth, locale);
  return {
    title: fillTemplate(growth === null ? labels.title : labels.titleWithGrowth, {
      before,
      now,
      change: amounts.change(change),
      growth: growth !== null && growth > 0 ? `+${percent}` : percent,
    }),
    subtitle: fillTemplate(labels.subtitle, {
      previous: previous.period,
      current: current.period,
      customersBefore: customers(customersBefore),
      customersNow: customers(customersNow),
    }),
    description: fillTemplate(labels.description, {
      previous: previous.period,
      current: current.period,
      before,
      now,
      steps: steps.join("; "),
    }),
  };
}
