import type { HitRateOverTime, PeriodHitRate } from "../hitrate/hit-rate-over-time-result.ts";
import { alignedPeriods } from "./aligned-periods.ts";
import type { ChartPart, ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import { groupTexts } from "./group-texts.ts";
import { hitRateLine } from "./hit-rate-line.ts";
import { type CountRow, countPanel } from "./stacked-counts.ts";

const WIDTH = 560;
const HEIGHT = 220;
const GROUP_HEIGHT = 110;
const COUNTS_TO_RATES = 0.4;

/** The rates, and below them the numbers; or a panel of rates for each group. */
export function hitRatePanels(rates: HitRateOverTime, chart: CheckedChartOptions): ChartPart {
  const { terms } = chart.locale.charts.offers;
  const periods = [...new Set(rates.rows.map(({ period }) => period))];
  const width = chart.width ?? WIDTH;
  const values = rateRows(rates, chart);
  if (rates.by !== null) {
    const x = alignedPeriods(terms.period, periods);
    const groups = [...new Set(values.map(({ group }) => group as string))];
    return {
      data: { values },
      facet: {
        row: {
          field: "group",
          type: "nominal",
          title: rates.by,
          sort: groups,
          header: { labelAngle: 0, labelAlign: "left" },
        },
      },
      spec: { width, height: chart.height ?? GROUP_HEIGHT, layer: hitRateLine(values, x, chart) },
    };
  }
  const height = chart.height ?? HEIGHT;
  const upper = hitRateLine(values, alignedPeriods(terms.period, periods, false), chart);
  const x = alignedPeriods(terms.period, periods);
  return {
    vconcat: [
      { data: { values }, width, height, layer: upper },
      offerCounts(rates.rows, x, chart, width, Math.round(height * COUNTS_TO_RATES)),
    ],
    spacing: 12,
    resolve: { scale: { color: "independent" } },
  };
}

function rateRows({ rows, by }: HitRateOverTime, { locale }: CheckedChartOptions): readonly ChartRow[] {
  const { hitRateOverTime: labels, terms } = locale.charts.offers;
  const groups = [...new Set(rows.map(({ group }) => group))];
  const names = new Map(groupTexts(groups, terms.none).map((name, at) => [groups[at] ?? null, name]));
  return rows.map((row) => ({
    period: row.period,
    ...(by === null ? {} : { group: names.get(row.group) ?? terms.none }),
    rate: row.rate,
    lower: row.lower,
    upper: row.upper,
    won: row.won,
    of: row.of,
    open: row.counts.open,
    state: row.complete ? labels.final : labels.notFinal,
    ifAllLost: row.complete ? null : row.ifAllLost,
    ifAllWon: row.complete ? null : row.ifAllWon,
  }));
}

const OUTCOMES = ["won", "lost", "withdrawn", "noDecision", "open"] as const;

function offerCounts(
  rows: readonly PeriodHitRate[],
  x: ChartPart,
  { palette, locale }: CheckedChartOptions,
  width: number,
  height: number,
): ChartPart {
  const { hitRateOverTime: labels, terms } = locale.charts.offers;
  const { statuses } = locale.hitRate;
  const [first = "", second = "", third = "", , fifth = ""] = palette.categories;
  const colours = { won: first, lost: second, withdrawn: fifth, noDecision: third, open: palette.quiet };
  const present = OUTCOMES.filter((outcome) => rows.some(({ counts }) => (counts[outcome] ?? 0) > 0));
  const values = rows.flatMap(({ period, counts }) =>
    present.map(
      (outcome, place): CountRow => ({ period, kind: statuses[outcome], place, count: counts[outcome] ?? 0 }),
    ),
  );
  return countPanel(values, {
    kinds: present.map((outcome) => statuses[outcome]),
    colours: present.map((outcome) => colours[outcome]),
    x,
    title: terms.offers,
    kindTitle: labels.outcome,
    periodTitle: terms.period,
    width,
    height,
  });
}
