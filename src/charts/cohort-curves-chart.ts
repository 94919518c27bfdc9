import type { CohortCell, CohortRetention } from "../retention/cohort-result.ts";
import { checkNames, invalidOption } from "../rows/options.ts";
import type { Chart, ChartPart, ChartRow } from "./chart.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { checkCohorts, cohortWords, intervalAxisTitle, valueFormat } from "./cohort-words.ts";
import { frameChart } from "./frame-chart.ts";
import { haloText } from "./halo-text.ts";
import { shareAxis } from "./share-axis.ts";
import { shareText } from "./share-text.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/**
 * Draws cohorts as curves: a thin line for each with its name at the end, and a thick one for all together, with its interval of confidence.
 *
 * The lines begin with interval 1, since interval 0 is 100 % by definition. Only complete cells are drawn: a cell that can still rise would look like a drop.
 *
 * @param cohorts - What `cohortRetention` returns, also after a way through JSON.
 * @param options - Those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with the points inside: `{ cohort, age, customers, interval, value, rate, lower, upper, pooled, label }`.
 * @throws DataError for what are no cohorts, if no interval after the first is complete, or for options that cannot be used.
 *
 * @example
 * import { cohortRetention, transactionLog } from "clientele";
 * import { cohortCurvesChart } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ben", date: "2025-01-21", amount: 20 },
 *   { customerId: "Ada", date: "2025-02-02", amount: 70 },
 * ]);
 * const chart = cohortCurvesChart(cohortRetention(log, { asOf: "2025-02-28" }));
 * chart.description; // => "Lines for 1 cohort of 2 customers, 2025-01 to 2025-01, and one for all together. all cohorts: 50% in month 1."
 */
export function cohortCurvesChart(cohorts: CohortRetention, options: ChartOptions = {}): Chart {
  checkNames("options", options, CHART_NAMES);
  const checked = checkedChartOptions(options);
  checkCohorts(cohorts);
  const rows = curveRows(cohorts, checked);
  if (rows.length === 0) {
    const trouble =
      "No interval after the first is complete, so there is no curve: pass cohorts as of a later day.";
    throw invalidOption("cohorts", null, trouble);
  }
  const words = checked.locale.charts.retention.cohorts;
  return frameChart(
    curves(cohorts, checked),
    rows,
    cohortWords(cohorts, [words.thick], words.curves, checked.locale),
    { width: 640, height: 360 },
    checked,
  );
}

function curveRows(cohorts: CohortRetention, { locale }: CheckedChartOptions): readonly ChartRow[] {
  const { pooled: name } = locale.charts.retention.cohorts;
  const drawn = cohorts.rows.filter(
    ({ complete, interval, rate }) => complete && interval > 0 && rate !== null,
  );
  const pooled = cohorts.pooled.filter(({ interval, rate }) => interval > 0 && rate !== null);
  const named = namedEnds(drawn);
  const youngest = cohorts.cohorts.length - 1;
  const places = new Map(
    cohorts.cohorts.map(({ cohort }, at) => [cohort, youngest === 0 ? 1 : at / youngest]),
  );
  return [
    ...drawn.map((cell): ChartRow => {
      const { cohort, size, interval, value, rate, lower, upper } = cell;
      const label = named.has(cell) ? cohort : null;
      const age = places.get(cohort) ?? null;
      return { cohort, age, customers: size, interval, value, rate, lower, upper, pooled: false, label };
    }),
    ...pooled.map(({ interval, customers, value, rate, lower, upper }, at): ChartRow => {
      const label = at === 0 ? `${name}: ${shareText(rate, locale)}` : null;
      return { cohort: name, age: null, customers, interval, value, rate, lower, upper, pooled: true, label };
    }),
  ];
}

/** Names of lines that end at the same interval keep this part of the highest rate between them. */
const LABEL_GAP = 0.045;

/** The last cells of cohorts whose names have room there. */
function namedEnds(drawn: readonly CohortCell[]): ReadonlySet<CohortCell> {
  const ends = new Map(drawn.map((cell) => [cell.cohort, cell]));
  const gap = LABEL_GAP * drawn.reduce((most, { rate }) => Math.max(most, rate ?? 0), 0);
  const named = new Set<CohortCell>();
  for (const cell of [...ends.values()].reverse()) {
    const isFree = [...named].every(
      (other) => other.interval !== cell.interval || Math.abs((other.rate ?? 0) - (cell.rate ?? 0)) > gap,
    );
    if (isFree) named.add(cell);
  }
  return named;
}

function curves(cohorts: CohortRetention, { locale, palette }: CheckedChartOptions): ChartPart {
  const { customers, lower, upper, cohorts: words } = locale.charts.retention;
  const isCustomers = cohorts.value === "customers";
  const rate = isCustomers ? words.rate : words.ratio;
  const tooltip = [
    textTip("cohort", words.cohort),
    numberTip("interval", intervalAxisTitle(cohorts, locale), "d"),
    numberTip("customers", customers, ",.0f"),
    numberTip("value", words.values[cohorts.value], valueFormat(cohorts)),
    numberTip("rate", rate, ".1%"),
    ...(isCustomers ? [numberTip("lower", lower, ".1%"), numberTip("upper", upper, ".1%")] : []),
  ];
  const shade = {
    field: "age",
    type: "quantitative",
    title: words.cohort,
    scale: {
      domain: [0, 1],
      range: [palette.quiet, palette.categories[1] ?? palette.text],
      interpolate: "rgb",
    },
    legend: {
      values: [0, 1],
      labelExpr: `datum.value === 0 ? ${JSON.stringify(words.oldest)} : ${JSON.stringify(words.youngest)}`,
      gradientLength: 60,
    },
  };
  const single = [{ filter: "!datum.pooled" }];
  const all = [{ filter: "datum.pooled" }];
  const y = shareAxis("rate", rate);
  const strong = palette.categories[0] ?? palette.text;
  return {
    encoding: {
      x: {
        field: "interval",
        type: "quantitative",
        title: intervalAxisTitle(cohorts, locale),
        scale: { nice: false, padding: 12 },
        axis: { format: "d", tickMinStep: 1, grid: false },
      },
      tooltip,
    },
    layer: [
      {
        transform: single,
        mark: { type: "line", strokeWidth: 1.2, point: { size: 16 } },
        encoding: { y, color: shade, detail: { field: "cohort", type: "nominal", title: words.cohort } },
      },
      ...(isCustomers
        ? [
            {
              transform: all,
              mark: { type: "area", color: strong, opacity: 0.18, aria: false },
              encoding: { y: { ...y, field: "lower" }, y2: { field: "upper" } },
            },
          ]
        : []),
      {
        transform: all,
        mark: { type: "line", color: strong, strokeWidth: 4, point: { color: strong, size: 70 } },
        encoding: { y },
      },
      ...haloText(
        {
          transform: [...single, { filter: "datum.label !== null" }],
          mark: { type: "text", align: "left", dx: 5, dy: -5, fontSize: 10, color: palette.muted },
          encoding: { y, text: { field: "label" }, tooltip: null },
        },
        palette,
      ),
      ...haloText(
        {
          transform: [...all, { filter: "datum.label !== null" }],
          mark: { type: "text", align: "left", dx: 10, dy: -12, fontWeight: "bold", color: strong },
          encoding: { y, text: { field: "label" }, tooltip: null },
        },
        palette,
      ),
    ],
  };
}
