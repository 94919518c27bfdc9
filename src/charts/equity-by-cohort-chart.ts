import type { ValuesByGroup } from "../clv/clv-groups.ts";
import { notEnoughData } from "../models/not-enough-data.ts";
import type { GroupKey } from "../rows/group-codes.ts";
import { checkNames } from "../rows/options.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { Chart, ChartPart, ChartRow } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { framed } from "./frame-chart.ts";
import { groupTexts } from "./group-texts.ts";
import { levelText } from "./level-text.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { numberTip, textTip } from "./tooltip-field.ts";
import { trimmedFormat } from "./trimmed-format.ts";

/**
 * A chart of what the customers of each cohort are worth together, and below it what one of them is worth on average, with its interval.
 *
 * It draws what `clvBy` returns as well, by any key.
 *
 * @param cohorts - What `clvByCohort` returns.
 * @param options - What every chart can be told; `height` is that of each panel.
 * @returns A Vega-Lite specification with a row per cohort: `{ cohort, customers, sum, share, mean, lower, upper }`.
 * @throws DataError if it is no such result, or there is no cohort.
 *
 * @example
 * import { clvByCohort, transactionLog } from "clientele";
 * import { equityByCohortChart } from "clientele/charts";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2025-01-10", amount: 50 },
 *   { customerId: "Ben", date: "2025-02-21", amount: 20 },
 * ]);
 * const cohorts = clvByCohort(log, [{ customerId: "Ben", value: 75 }, { customerId: "Ada", value: 100 }]);
 * equityByCohortChart(cohorts).title.text; // => "Lifetime value by cohort"
 */
export function equityByCohortChart(cohorts: ValuesByGroup<GroupKey>, options: ChartOptions = {}): Chart {
  checkNames("options", options, CHART_NAMES);
  const checked = checkedChartOptions(options);
  checkResult("cohorts", cohorts, { rows: "list", total: "record", level: "number" }, MAKER);
  checkEntries("cohorts.rows", cohorts.rows, ROW, MAKER);
  if (cohorts.rows.length === 0)
    throw notEnoughData("There are no customers, so there is no cohort to show.");
  const { locale, palette } = checked;
  const labels = locale.charts.models.values.cohorts;
  const names = groupTexts(
    cohorts.rows.map(({ group }) => group),
    labels.none,
  );
  const rows = cohorts.rows.map(({ customers, sum, share, mean, meanInterval }, i): ChartRow => {
    const { lower, upper } = meanInterval ?? { lower: null, upper: null };
    return { cohort: names[i] as string, customers, sum, share, mean, lower, upper };
  });
  const sums = chartAmounts(
    rows.map(({ sum }) => sum as number),
    locale,
  );
  const means = chartAmounts(
    rows.map(({ mean }) => mean as number | null),
    locale,
  );
  const { numberOfCustomers } = locale.charts.models;
  const tooltip = [
    textTip("cohort", labels.cohort),
    numberTip("customers", numberOfCustomers, ",.0f"),
    numberTip("sum", labels.equity, sums.format),
    numberTip("share", labels.share, ".1%"),
    numberTip("mean", labels.perCustomer, means.format),
    numberTip("lower", `${labels.interval} ↓`, means.format),
    numberTip("upper", `${labels.interval} ↑`, means.format),
  ];
  const room = names.reduce((most, name) => Math.max(most, 16 + 7 * name.length), 46);
  const isNarrow = names.length * room > WIDEST;
  const own = Math.max(320, isNarrow ? Math.min(WIDEST, names.length * 24) : names.length * room);
  const x = (below: boolean): ChartPart => ({
    field: "cohort",
    type: "ordinal",
    title: labels.cohort,
    sort: names,
    axis: { ...(below ? {} : { title: null }), labels: below, ticks: below, labelAngle: isNarrow ? -45 : 0 },
  });
  const size = { width: checked.width ?? own, height: checked.height ?? 170 };
  const color = { value: palette.categories[1] };
  const mean = {
    field: "mean",
    type: "quantitative",
    title: labels.perCustomer,
    axis: { format: trimmedFormat(means.format) },
  };
  const known = rows.filter(({ lower }) => lower !== null);
  const panels = [
    {
      ...size,
      mark: { type: "bar" },
      encoding: {
        x: x(false),
        y: {
          field: "sum",
          type: "quantitative",
          title: labels.equity,
          axis: { format: trimmedFormat(sums.format) },
        },
        tooltip,
      },
    },
    {
      ...size,
      encoding: { x: x(true) },
      layer: [
        ...(known.length === 0
          ? []
          : [
              {
                data: { values: known },
                mark: { type: "rule", strokeWidth: 2, aria: false },
                encoding: { y: { ...mean, field: "lower" }, y2: { field: "upper" }, color },
              },
            ]),
        { mark: { type: "point", size: 70, opacity: 1 }, encoding: { y: mean, color, tooltip } },
      ],
    },
  ];
  const { total, level } = cohorts;
  const best = rows.reduce((most, row) => ((row["sum"] as number) > (most["sum"] as number) ? row : most));
  const values = {
    customers: countText(total.customers, locale.charts.models.customers, locale.format),
    cohorts: formatNumber(rows.length, 0, locale.format),
    sum: sums.text(total.sum),
    mean: means.text(total.mean),
    best: String(best["cohort"]),
    bestSum: sums.text(best["sum"] as number),
    level: levelText(level, locale),
  };
  const words = {
    title: labels.title,
    subtitle: fillTemplate(labels.subtitle, values),
    description: fillTemplate(labels.description, values),
  };
  return { ...framed(words, checked), data: { values: rows }, vconcat: panels };
}

const WIDEST = 900;
const MAKER = "clvByCohort or clvBy";
const ROW = { customers: "number", sum: "number", share: "number?", mean: "number?" } as const;
