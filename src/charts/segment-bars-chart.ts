import { checkNames, checkOption } from "../rows/options.ts";
import type { SegmentDescription, SegmentDescriptions } from "../segmentation/describe-segments.ts";
import { countText } from "../text/count-label.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { Chart } from "./chart.ts";
import { chartAmounts } from "./chart-amounts.ts";
import {
  CHART_NAMES,
  type ChartOptions,
  type CheckedChartOptions,
  checkedChartOptions,
} from "./chart-options.ts";
import { fineShareText } from "./fine-share-text.ts";
import { firstCapital } from "./first-capital.ts";
import { frameChart } from "./frame-chart.ts";
import { groupTexts } from "./group-texts.ts";
import { checkEntries, checkResult } from "./result-fields.ts";
import { domainWithRoom } from "./room-for-text.ts";
import { segmentBarsPlot } from "./segment-bars-plot.ts";
import { segmentNames } from "./segment-names.ts";

/** What the bars of segments can be told. */
export interface SegmentBarsChartOptions extends ChartOptions {}

/**
 * Draws segments side by side: what share of the customers each has, and what share of the revenue.
 *
 * A segment whose revenue bar is longer than its customer bar brings more than its numbers. If the whole revenue is not above 0 it has no shares, and
 * only customers are shown. Segments of RFM, lifecycle and ABC classes and tiers are called by the words of the locale, all others as they are.
 *
 * @param description - What `describeSegments` returns, also after a way through JSON.
 * @param options - Those of every chart: `locale`, `theme`, `width` and `height` (pixels), `title`, `subtitle`.
 * @returns A Vega-Lite specification with two rows for each segment: `{ segment, measure, share, figure, text }`.
 * @throws DataError for what is no description of segments, if there are none, or for options that cannot be used.
 *
 * @example
 * import { describeSegments } from "clientele";
 * import { segmentBarsChart } from "clientele/charts";
 *
 * const rows = [
 *   { segment: "loyal", revenue: 800 },
 *   { segment: "lost", revenue: 100 },
 *   { segment: "lost", revenue: 100 },
 * ];
 * const chart = segmentBarsChart(describeSegments(rows, "segment"));
 * chart.title.text; // => "Loyal customers: 33% of the customers, 80% of the revenue"
 */
export function segmentBarsChart(
  description: SegmentDescriptions<string>,
  options: SegmentBarsChartOptions = {},
): Chart {
  checkNames("options", options, CHART_NAMES);
  const checked = checkedChartOptions(options);
  checkDescription(description);
  const { locale } = checked;
  const words = locale.charts.customers;
  const { segments } = description;
  const nameOf = segmentNames(
    segments.map(({ segment }) => segment),
    locale,
    words.segmentBars.noSegment,
  );
  const names = groupTexts(
    segments.map(({ segment }) => nameOf(segment)),
    words.segmentBars.noSegment,
  );
  const [first] = segments as readonly [SegmentDescription];
  const hasRevenue = first.shareOfRevenue !== null;
  const amounts = chartAmounts(
    segments.map(({ revenue }) => revenue),
    locale,
  );
  const textOf = (at: number): string => segmentText(names[at] ?? "", segments[at] ?? first, checked);
  const { customers: customersWord, revenue: revenueWord } = words.rfmGrid;
  const rows = segments.flatMap(({ customers, shareOfCustomers, revenue, shareOfRevenue }, at) => {
    const bar = (measure: string, share: number, figure: number, figureText: string) => ({
      segment: names[at] ?? "",
      measure,
      share,
      textAt: Math.max(0, share),
      figure,
      figureText,
      text: fineShareText(share, locale),
    });
    const customerBar = bar(
      customersWord,
      shareOfCustomers,
      customers,
      countText(customers, words.count, locale.format),
    );
    if (shareOfRevenue === null) return [customerBar];
    return [customerBar, bar(revenueWord, shareOfRevenue, revenue, amounts.text(revenue))];
  });
  const places = {
    customers: countText(description.customers, words.count, locale.format),
    revenue: chartAmounts([description.revenue], locale).text(description.revenue),
    segments: segments.map((_, at) => textOf(at)).join("; "),
  };
  const measures = hasRevenue ? [customersWord, revenueWord] : [customersWord];
  return frameChart(
    segmentBarsPlot(
      names,
      measures,
      domainWithRoom(
        rows.map(({ share }) => share),
        0.1,
      ),
      checked,
    ),
    rows,
    {
      title: firstCapital(textOf(0)),
      subtitle: fillTemplate(
        hasRevenue ? words.segmentBars.subtitle : words.segmentBars.customersOnly,
        places,
      ),
      description: fillTemplate(words.segmentBars.description, places),
    },
    { width: 460, height: segments.length * (hasRevenue ? 44 : 26) },
    checked,
  );
}

function checkDescription(description: SegmentDescriptions<string>): void {
  const maker = "describeSegments";
  checkResult(
    "description",
    description,
    { segments: "list", customers: "number", revenue: "number" },
    maker,
  );
  const { segments } = description;
  const fields = {
    customers: "number",
    shareOfCustomers: "number",
    revenue: "number",
    shareOfRevenue: "number?",
  } as const;
  checkEntries("description.segments", segments, fields, maker);
  checkOption("description", segments.length, segments.length > 0 ? null : "There are no segments to draw.");
}

function segmentText(
  segment: string,
  { shareOfCustomers, shareOfRevenue }: SegmentDescription,
  { locale }: CheckedChartOptions,
): string {
  const { title, customersTitle } = locale.charts.customers.segmentBars;
  return fillTemplate(shareOfRevenue === null ? customersTitle : title, {
    segment,
    shareOfCustomers: fineShareText(shareOfCustomers, locale),
    shareOfRevenue: fineShareText(shareOfRevenue, locale),
  });
}
