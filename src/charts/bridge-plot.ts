import type { BridgeMovement, RevenueBridge } from "../audit/bridge-result.ts";
import { countText } from "../text/count-label.ts";
import type { ChartPart, ChartRow } from "./chart.ts";
import type { ChartAmounts } from "./chart-amounts.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** A bar of the waterfall. */
export interface BridgeRow extends ChartRow {
  /** Below the bar: the name of the step, and how many customers. */
  readonly step: string;
  readonly name: string;
  /** The bar to the right; `null` for the last. */
  readonly next: string | null;
  readonly from: number;
  readonly to: number;
  readonly change: number;
  readonly customers: number;
  readonly kind: "total" | "more" | "less";
  readonly text: string;
}

type Unjoined = Pick<BridgeRow, "step" | "name" | "from" | "to" | "change" | "customers" | "kind" | "text">;

/** Those who bring more first, then those who bring less. */
const MOVEMENTS: readonly BridgeMovement[] = ["new", "returned", "up", "level", "down", "lost", "inactive"];

export function bridgeRows(
  { previous, current, revenueBefore, revenueNow, customersBefore, customersNow, steps }: RevenueBridge,
  amounts: ChartAmounts,
  { locale }: CheckedChartOptions,
): readonly BridgeRow[] {
  const { audit, terms } = locale.charts.offers;
  const rows: Unjoined[] = [];
  const add = (name: string, from: number, to: number, customers: number, kind: BridgeRow["kind"]): void => {
    const step = `${name}\n${countText(customers, terms.customerCount, locale.format)}`;
    const change = to - from;
    const text = kind === "total" ? amounts.text(change) : amounts.change(change);
    rows.push({ step, name, from, to, change, customers, kind, text });
  };
  // Windows are named by their first and last day, too long for one line.
  const periodName = (period: string): string => period.replace("/", " –\n");
  add(periodName(previous.period), 0, revenueBefore, customersBefore, "total");
  let level = revenueBefore;
  for (const movement of MOVEMENTS) {
    const { change, customers } = steps[movement];
    if (change === 0) continue;
    add(audit.bridge.movements[movement], level, level + change, customers, change > 0 ? "more" : "less");
    level += change;
  }
  add(periodName(current.period), 0, revenueNow, customersNow, "total");
  return rows.map((row, at) => ({ ...row, next: rows[at + 1]?.step ?? null }));
}

const STEP = 92;
const HEIGHT = 260;

/** Bars from level to level, joined by thin lines. */
export function bridgePlot(
  values: readonly BridgeRow[],
  { format }: ChartAmounts,
  { palette, locale, width, height }: CheckedChartOptions,
): ChartPart {
  const { audit } = locale.charts.offers;
  const labels = audit.bridge;
  const x = {
    field: "step",
    type: "nominal",
    sort: null,
    title: null,
    scale: { domain: values.map(({ step }) => step), paddingInner: 0.3, paddingOuter: 0.15 },
    axis: {
      labelAngle: 0,
      labelExpr: "split(datum.label, '\\n')",
      labelLimit: 0,
      ticks: false,
      labelPadding: 6,
    },
  };
  const y = (field: string): ChartPart => ({
    field,
    type: "quantitative",
    title: audit.revenueNet,
    scale: { zero: true },
    axis: { format, tickCount: 5, domain: false, ticks: false },
  });
  const kinds = ["total", "more", "less"];
  const color = {
    field: "kind",
    type: "nominal",
    scale: { domain: kinds, range: [palette.quiet, palette.better, palette.worse] },
    legend: null,
  };
  const tooltip = [
    textTip("name", labels.movement),
    numberTip("change", labels.change, format),
    numberTip("customers", audit.customers, ",.0f"),
    numberTip("to", audit.revenue, format),
  ];
  return {
    data: { values },
    width: width ?? values.length * STEP,
    height: height ?? HEIGHT,
    layer: [
      {
        transform: [{ filter: "isValid(datum.next)" }],
        mark: { type: "rule", strokeWidth: 1 },
        encoding: { x, x2: { field: "next" }, y: y("to") },
      },
      { mark: { type: "bar" }, encoding: { x, y: y("from"), y2: { field: "to" }, color, tooltip } },
      {
        transform: [{ calculate: "max(datum.from, datum.to)", as: "top" }],
        mark: { type: "text", baseline: "bottom", dy: -4 },
        encoding: { x, y: y("top"), text: { field: "text" } },
      },
    ],
  };
}
