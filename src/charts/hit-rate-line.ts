import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { shareAxis } from "./share-axis.ts";
import { shareLimit } from "./share-limit.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** A line of rates with their band, filled and hollow points, and the range of what is not final. */
export function hitRateLine(
  rows: readonly ChartRow[],
  x: ChartPart,
  { palette, locale }: CheckedChartOptions,
): readonly ChartPart[] {
  const { hitRateOverTime: labels, hitRateBy, terms } = locale.charts.offers;
  const { rates, statuses } = locale.hitRate;
  const colour = palette.categories[0] ?? palette.text;
  const tops = rows.flatMap(({ upper, ifAllWon }) => [upper, ifAllWon]) as (number | null)[];
  const y = shareAxis("rate", hitRateBy.rate, shareLimit(tops));
  const states = [labels.final, labels.notFinal].filter((state) =>
    rows.some((row) => row["state"] === state),
  );
  const fills = { [labels.final]: colour, [labels.notFinal]: palette.ground };
  const state = {
    field: "state",
    type: "nominal",
    title: null,
    scale: { domain: states, range: states.map((name) => fills[name] ?? colour) },
    legend: {
      orient: "top",
      labelLimit: 0,
      columns: 1,
      symbolType: "circle",
      symbolStrokeColor: colour,
      symbolStrokeWidth: 2,
    },
  };
  const layers: ChartPart[] = [
    {
      mark: { type: "area", opacity: 0.2, color: colour },
      encoding: { x, y: { ...y, field: "lower" }, y2: { field: "upper" } },
    },
    { mark: { type: "line", color: colour }, encoding: { x, y } },
  ];
  if (states.includes(labels.notFinal)) {
    layers.push({
      transform: [{ filter: "isValid(datum.ifAllWon)" }],
      mark: { type: "rule", strokeDash: [4, 3], color: palette.text },
      encoding: { x, y: { ...y, field: "ifAllLost" }, y2: { field: "ifAllWon" } },
    });
  }
  layers.push({
    transform: [{ filter: "isValid(datum.rate)" }],
    mark: { type: "point", size: 55, opacity: 1, stroke: colour, strokeWidth: 2 },
    encoding: {
      x,
      y,
      fill: state,
      tooltip: [
        textTip("period", terms.period),
        numberTip("rate", hitRateBy.rate, ".1%"),
        numberTip("lower", terms.lower, ".1%"),
        numberTip("upper", terms.upper, ".1%"),
        numberTip("won", hitRateBy.won, ",.0f"),
        numberTip("of", hitRateBy.of, ",.0f"),
        numberTip("open", statuses.open, ",.0f"),
        numberTip("ifAllLost", rates.ifAllLost, ".1%"),
        numberTip("ifAllWon", rates.ifAllWon, ".1%"),
      ],
    },
  });
  return layers;
}
