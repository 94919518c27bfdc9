import { fillTemplate } from "../text/text-format.ts";
import type { TimeUnit } from "../time/unit.ts";
import type { ChartPart, ChartRow, ChartValue } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { shareAxis } from "./share-axis.ts";
import { numberTip } from "./tooltip-field.ts";

/** What a panel shows of a model of retention. */
export interface ContractPlan {
  readonly field: "survival" | "retention";
  readonly unit: TimeUnit;
  readonly fitted: readonly ChartRow[];
  readonly observed: readonly ChartRow[];
  /** Whether the axis of time is written below it. */
  readonly isLast: boolean;
}

/** The model as a line, dashed where it projects, in its interval; what was observed as points. */
export function contractPanel(
  plan: ContractPlan,
  { locale, palette, width, height }: CheckedChartOptions,
): ChartPart {
  const { field, fitted, observed, isLast } = plan;
  const { contract, fitted: model, observed: seen, units } = locale.charts.models;
  const known = fitted.filter((row) => row[field] !== null);
  const projection = known.filter(
    (row, i) => row["projection"] === true || known[i + 1]?.["projection"] === true,
  );
  const hasPast = observed.length > 0;
  const first = field === "survival" ? 0 : 1;
  const last = fitted.length - 1;
  const period = fillTemplate(contract.period, { unit: units[plan.unit] });
  const x = {
    field: "period",
    type: "quantitative",
    title: period,
    scale: { domain: [0, last], nice: false },
    axis: {
      ...(isLast ? {} : { title: null }),
      format: ",.0f",
      grid: false,
      tickMinStep: 1,
      labels: isLast,
      ticks: isLast,
    },
  };
  const lows = [
    ...known.map((row) => row[`${field}Lower`] ?? row[field]),
    ...observed.map((row) => row[field]),
  ];
  const least = lows.reduce<number>((low, share) => Math.min(low, Number(share)), 1);
  // Rates lie close together near 1, where a line needs no zero; shares of all customers begin at it.
  const from = field === "survival" ? 0 : Math.max(0, Math.floor(least * 10 - 1e-9) / 10);
  const y = { ...shareAxis(field, contract[field]), scale: { domain: [from, 1], nice: false } };
  const names = hasPast ? [seen, model, ...(projection.length > 0 ? [contract.projection] : [])] : [model];
  const [blue, orange] = palette.categories;
  const legend = hasPast ? { orient: "top", symbolSize: 180 } : null;
  const series = (range: readonly ChartValue[]): ChartPart => ({
    field: "series",
    type: "nominal",
    title: null,
    scale: { domain: names, range: range.slice(hasPast ? 0 : 1).slice(0, names.length) },
    legend,
  });
  const color = series([blue ?? null, orange ?? null, orange ?? null]);
  const named = (rows: readonly ChartRow[], name: string): readonly ChartRow[] =>
    rows.map((row) => ({ ...row, series: name }));
  const tips = (word: string): readonly ChartPart[] => [
    numberTip("period", period, ",.0f"),
    numberTip(field, `${contract[field]} (${word})`, ".1%"),
  ];
  const limits = [
    numberTip(`${field}Lower`, `${contract.interval} ↓`, ".1%"),
    numberTip(`${field}Upper`, `${contract.interval} ↑`, ".1%"),
  ];
  const line = (rows: readonly ChartRow[], name: string): ChartPart => ({
    data: { values: named(rows, name) },
    mark: { type: "line", strokeWidth: 2 },
    encoding: {
      x,
      y,
      color,
      strokeDash: series([
        [1, 0],
        [1, 0],
        [5, 4],
      ]),
    },
  });
  const sure = hasPast ? known.filter((row) => row["projection"] === false) : known;
  return {
    width: width ?? 560,
    height: height ?? 200,
    layer: [
      {
        data: {
          values: known.filter((row) => row[`${field}Lower`] !== null && Number(row["period"]) >= first),
        },
        mark: { type: "area", color: orange, opacity: 0.16, aria: false },
        encoding: { x, y: { ...y, field: `${field}Lower` }, y2: { field: `${field}Upper` } },
      },
      line(sure, model),
      ...(hasPast && projection.length > 0 ? [line(projection, contract.projection)] : []),
      {
        data: { values: known },
        mark: { type: "point", opacity: 0, size: 90, aria: false },
        encoding: { x, y, tooltip: [...tips(model), ...(hasPast ? limits : [])] },
      },
      ...(hasPast
        ? [
            {
              data: { values: named(observed, seen) },
              mark: { type: "point", opacity: 1, size: 55 },
              encoding: {
                x,
                y,
                color,
                shape: series(["circle", "stroke", "stroke"]),
                tooltip: [...tips(seen), numberTip("atRisk", contract.atRisk, ",.0f")],
              },
            },
          ]
        : []),
    ],
  };
}
