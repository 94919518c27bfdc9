import type { CohortRetention } from "../retention/cohort-result.ts";
import { formatNumber } from "../text/text-format.ts";
import { cellInk } from "./cell-ink.ts";
import type { ChartPart } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { intervalAxisTitle, valueFormat } from "./cohort-words.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** Pixels that a cell has. */
export interface CellRoom {
  readonly width: number;
  readonly height: number;
}

/** Least width and height of a cell, in pixels, in which a rate has room. */
const LEAST_WIDTH = 34;
const LEAST_HEIGHT = 14;

/** The cells of cohorts, with names and sizes beside them. */
export function cohortHeatMap(
  cohorts: CohortRetention,
  intervals: number,
  room: CellRoom,
  checked: CheckedChartOptions,
): ChartPart {
  const { palette } = checked;
  const hasText = room.width >= LEAST_WIDTH && room.height >= LEAST_HEIGHT;
  const [least, most] = shadeDomain(cohorts);
  const cell = { type: "rect", stroke: palette.ground, strokeWidth: 1 };
  const depth = `(datum.rate - ${least}) / ${most - least}`;
  const shaded = "datum.complete && datum.interval > 0 && datum.rate !== null";
  const shade = shadeEncoding(cohorts, [least, most], checked);
  const hollow = {
    type: "rect",
    fill: "transparent",
    stroke: palette.muted,
    strokeDash: [3, 2],
    strokeWidth: 0.8,
  };
  const text = { type: "text", fontSize: 11, aria: false };
  return {
    encoding: placeEncoding(cohorts, intervals, room, checked),
    layer: [
      { transform: [{ filter: shaded }], mark: cell, encoding: shade },
      {
        transform: [{ filter: "datum.complete && datum.interval === 0" }],
        mark: { ...cell, color: palette.quiet, opacity: 0.5 },
      },
      { transform: [{ filter: "!datum.complete" }], mark: hollow },
      ...(hasText
        ? [
            {
              transform: [{ filter: "datum.rate !== null" }],
              mark: text,
              encoding: {
                text: { field: "rate", type: "quantitative", format: ".0%" },
                color: cellInk(`${shaded} && ${depth}`, checked),
              },
            },
          ]
        : []),
      ...sizeColumn(room, checked),
    ],
  };
}

/** From 0, or below where returns outweigh purchases, to the highest rate after interval 0. */
function shadeDomain({ rows }: CohortRetention): readonly [number, number] {
  let least = 0;
  let most = 0;
  for (const { interval, rate, complete } of rows) {
    if (interval === 0 || rate === null || !complete) continue;
    least = Math.min(least, rate);
    most = Math.max(most, rate);
  }
  return [least, most > least ? most : least + 1];
}

function shadeEncoding(
  { value }: CohortRetention,
  domain: readonly [number, number],
  { locale, palette }: CheckedChartOptions,
): ChartPart {
  const { rate, ratio } = locale.charts.retention.cohorts;
  return {
    color: {
      field: "rate",
      type: "quantitative",
      title: value === "customers" ? rate : ratio,
      scale: { domain, range: [palette.few, palette.many] },
      legend: { format: ".0%", gradientLength: 120, tickCount: 4 },
    },
  };
}

function placeEncoding(
  cohorts: CohortRetention,
  intervals: number,
  room: CellRoom,
  { locale }: CheckedChartOptions,
): ChartPart {
  const { customers, lower, upper, cohorts: words } = locale.charts.retention;
  const isCustomers = cohorts.value === "customers";
  const header = { domain: false, ticks: false, labelPadding: 4, title: null };
  return {
    x: {
      field: "interval",
      type: "ordinal",
      title: intervalAxisTitle(cohorts, locale),
      scale: { domain: Array.from({ length: intervals }, (_, interval) => interval) },
      axis: {
        ...header,
        orient: "top",
        labelAngle: 0,
        labelOverlap: true,
        title: intervalAxisTitle(cohorts, locale),
        titleAnchor: "start",
      },
    },
    y: {
      field: "cohort",
      type: "ordinal",
      title: words.cohort,
      scale: { domain: cohorts.cohorts.map(({ cohort }) => cohort) },
      axis: { ...header, offset: sizeWidth(cohorts, locale), labelOverlap: room.height < LEAST_HEIGHT },
    },
    tooltip: [
      textTip("cohort", words.cohort),
      numberTip("size", customers, ",.0f"),
      numberTip("interval", intervalAxisTitle(cohorts, locale), "d"),
      numberTip("value", words.values[cohorts.value], valueFormat(cohorts)),
      numberTip("rate", isCustomers ? words.rate : words.ratio, ".1%"),
      ...(isCustomers ? [numberTip("lower", lower, ".1%"), numberTip("upper", upper, ".1%")] : []),
      textTip("state", words.state),
    ],
  };
}

const CHARACTER = 7;

/** Room for the column of sizes, in pixels. */
function sizeWidth({ cohorts }: CohortRetention, { charts, format }: CheckedChartOptions["locale"]): number {
  const texts = cohorts.map(({ size }) => formatNumber(size, 0, format).length);
  return 16 + CHARACTER * Math.max(charts.retention.customers.length, ...texts);
}

/** The sizes of the cohorts between their names and their cells, with a header. */
function sizeColumn({ height }: CellRoom, { locale, palette }: CheckedChartOptions): readonly ChartPart[] {
  if (height < LEAST_HEIGHT - 2) return [];
  const mark = { type: "text", align: "right", x: -8, color: palette.muted, aria: false };
  return [
    {
      transform: [{ filter: "datum.interval === 0" }],
      mark: { ...mark, baseline: "middle" },
      encoding: { x: null, text: { field: "size", type: "quantitative", format: ",.0f" }, tooltip: null },
    },
    {
      data: { values: [{}] },
      mark: { ...mark, y: -6, baseline: "bottom", text: locale.charts.retention.customers },
      encoding: { x: null, y: null, tooltip: null },
    },
  ];
}
