import { isLifetimeValue, LIFETIME_VALUE } from "../clv/given-value.ts";
import type { LifetimeValue } from "../clv/lifetime-value.ts";
import { type Payback, paybackPeriod } from "../clv/payback-period.ts";
import type { Locale } from "../locales/locale.ts";
import { notEnoughData } from "../models/not-enough-data.ts";
import { checkNames, checkNumber, checkOption } from "../rows/options.ts";
import { fillTemplate, formatNumber } from "../text/text-format.ts";
import type { Chart, ChartPart, ChartRow } from "./chart.ts";
import { type ChartAmounts, chartAmounts } from "./chart-amounts.ts";
import { CHART_NAMES, type ChartOptions, checkedChartOptions } from "./chart-options.ts";
import { cumulativePanel } from "./cumulative-panel.ts";
import { fineShareText } from "./fine-share-text.ts";
import { firstCapital } from "./first-capital.ts";
import { type ChartWords, framed } from "./frame-chart.ts";
import { numberTip } from "./tooltip-field.ts";
import { trimmedFormat } from "./trimmed-format.ts";

/** What stands beside the value of each period. */
export interface LifetimeValuePeriodsChartOptions extends ChartOptions {
  /** What it cost to win a customer. Default: what the value says, of several customers the mean; none if it says nothing. */
  readonly acquisitionCost?: number;
  /** Whether margins count at their value of today. Default true; false for payback as it is commonly told. */
  readonly discounted?: boolean;
}

/**
 * A chart of a lifetime value period by period, and of its sum up to each, with the acquisition cost and when it is paid back.
 *
 * The value of several customers is shown per customer. Periods that the value does not list are named in the subtitle.
 *
 * @param value - A `LifetimeValue`: what `constantRetentionValue` and its kin return, or the `total` of `predictedValue`.
 * @param options - `acquisitionCost` per customer; `discounted`, default true; and what every chart can be told; `height` is that of a panel.
 * @returns A Vega-Lite specification with a row per period: `{ period, margin, cumulative, survival }`.
 * @throws DataError if it is no lifetime value, lists no periods, is one of no customers, or an option is none.
 *
 * @example
 * import { constantRetentionValue } from "clientele";
 * import { lifetimeValuePeriodsChart } from "clientele/charts";
 *
 * const options = { margin: 100, retentionRate: 0.8, discountRate: 0.1, firstMargin: "deferred", acquisitionCost: 150 } as const;
 * const chart = lifetimeValuePeriodsChart(constantRetentionValue({ ...options, periods: 5 }));
 * chart.title.subtitle; // => "constant retention: 212, discounted at 10% a year"
 */
export function lifetimeValuePeriodsChart(
  value: LifetimeValue,
  options: LifetimeValuePeriodsChartOptions = {},
): Chart {
  checkNames("options", options, NAMES);
  checkOption("value", value, isLifetimeValue(value) ? null : `This is no ${LIFETIME_VALUE}`);
  const { discounted = true, acquisitionCost } = options;
  if (acquisitionCost !== undefined) checkNumber("acquisitionCost", acquisitionCost, { least: 0 });
  const checked = checkedChartOptions(options);
  if (value.perPeriod.length === 0)
    throw notEnoughData("The value lists no periods, so there is nothing to draw.");
  const { locale } = checked;
  const { customers } = value.assumptions;
  const given = typeof value.acquisitionCost === "number" ? value.acquisitionCost / customers : null;
  const cost = acquisitionCost ?? given;
  const payback = paybackPeriod(value, { acquisitionCost: cost ?? 0, discounted });
  const rows = payback.rows.map(({ period, margin, cumulative }, i): ChartRow => {
    return { period, margin, cumulative, survival: value.perPeriod[i]?.survival ?? null };
  });
  const amounts = chartAmounts([...payback.rows.map(({ cumulative }) => cumulative), cost], locale);
  const labels = locale.charts.models.values.periods;
  const { units } = locale.charts.models;
  const titles = {
    period: fillTemplate(labels.period, {
      unit: units[value.assumptions.period] ?? String(value.assumptions.period),
    }),
    margin: discounted ? labels.perPeriod : labels.perPeriodPlain,
    cumulative: discounted ? labels.cumulative : labels.cumulativePlain,
  };
  const hasSurvival = rows.some(({ survival }) => survival !== null);
  const tooltip = [
    numberTip("period", titles.period, ",.0f"),
    numberTip("margin", titles.margin, amounts.format),
    numberTip("cumulative", titles.cumulative, amounts.format),
    ...(hasSurvival ? [numberTip("survival", locale.clv.periods.survival, ".1%")] : []),
  ];
  const x = (below: boolean): ChartPart => ({
    field: "period",
    type: "ordinal",
    title: titles.period,
    axis: {
      ...(below ? {} : { title: null }),
      labels: below,
      ticks: below,
      labelAngle: 0,
      labelOverlap: "greedy",
    },
  });
  const size = {
    width: checked.width ?? Math.max(420, Math.min(900, rows.length * 26)),
    height: checked.height ?? 170,
  };
  const axis = { format: trimmedFormat(amounts.format) };
  const bars = {
    ...size,
    mark: { type: "bar" },
    encoding: {
      x: x(false),
      y: { field: "margin", type: "quantitative", title: titles.margin, axis },
      tooltip,
    },
  };
  const costText = cost === null ? null : costWords(payback, amounts, locale);
  const sums = {
    ...size,
    ...cumulativePanel(
      { payback, costText, y: { title: titles.cumulative, axis }, x: x(true), tooltip },
      checked,
    ),
  };
  const words = periodWords(value, payback, cost, locale);
  return { ...framed(words, checked), data: { values: rows }, vconcat: [bars, sums] };
}

const NAMES = {
  ...CHART_NAMES,
  acquisitionCost: true,
  discounted: true,
} satisfies Record<keyof LifetimeValuePeriodsChartOptions, true>;

/** What stands at the line of the cost: the cost, and when it is paid back. */
function costWords({ acquisitionCost, paidBackIn }: Payback, amounts: ChartAmounts, locale: Locale): string {
  const { values } = locale.charts.models;
  const { acquisitionCost: label, paidBack, notPaidBack } = values.periods;
  const cost = fillTemplate(values.labelled, { label, amount: amounts.text(acquisitionCost) });
  const period = paidBackIn === null ? null : formatNumber(paidBackIn, 0, locale.format);
  return `${cost}: ${period === null ? notPaidBack : fillTemplate(paidBack, { period })}`;
}

function periodWords(
  { value, rest, assumptions }: LifetimeValue,
  payback: Payback,
  cost: number | null,
  locale: Locale,
): ChartWords {
  const { format, clv } = locale;
  const labels = locale.charts.models.values.periods;
  const { customers, method, discountRate } = assumptions;
  const each = value / customers;
  const last = payback.rows.at(-1)?.cumulative ?? 0;
  const amounts = chartAmounts([each, last, cost], locale);
  const values = {
    method: clv.methods[method] ?? method,
    value: amounts.text(each),
    rate: fineShareText(discountRate, locale),
    rest: amounts.text(rest / customers),
    periods: formatNumber(payback.rows.length, 0, format),
    last: amounts.text(last),
  };
  const subtitle = fillTemplate(labels.subtitle, values);
  const said = fillTemplate(labels.description, values);
  return {
    title: customers === 1 ? labels.title : labels.titlePerCustomer,
    subtitle: values.rest !== amounts.text(0) ? subtitle + fillTemplate(labels.rest, values) : subtitle,
    description: cost === null ? said : `${said} ${firstCapital(costWords(payback, amounts, locale))}.`,
  };
}
