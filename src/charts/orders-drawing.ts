import type { CustomerDifferences } from "../audit/differences-result.ts";
import { fillTemplate } from "../text/text-format.ts";
import type { ChartRow } from "./chart.ts";
import type { CheckedChartOptions } from "./chart-options.ts";
import type { Drawing } from "./drawing.ts";
import { shareAxis } from "./share-axis.ts";
import { shareText } from "./share-text.ts";
import { numberTip, textTip } from "./tooltip-field.ts";

/** Which share of customers ordered so often, and which share of revenue they brought, side by side. */
export function ordersDrawing(
  { byOrders }: CustomerDifferences,
  { palette, locale, width, height }: CheckedChartOptions,
): Drawing {
  const { audit } = locale.charts.offers;
  const labels = audit.orders;
  const kinds = [labels.shareOfCustomers, labels.shareOfRevenue];
  const names = byOrders.map(({ from, to }) => {
    if (to === null) return fillTemplate(labels.orMore, { count: String(from) });
    return to === from ? String(from) : `${from}–${to}`;
  });
  const values = byOrders.flatMap((row, at): readonly ChartRow[] => {
    const { customers, shareOfCustomers, shareOfRevenue } = row;
    const common = { orders: names[at] as string, customers };
    return [
      { ...common, kind: labels.shareOfCustomers, share: shareOfCustomers },
      { ...common, kind: labels.shareOfRevenue, share: shareOfRevenue },
    ];
  });
  const [first = "", second = ""] = palette.categories;
  const once = byOrders.find(({ from, to }) => from === 1 && to === 1)?.shareOfCustomers ?? null;
  const title = fillTemplate(labels.title, { share: shareText(once, locale) });
  return {
    words: { title, subtitle: labels.subtitle, description: title },
    part: {
      data: { values },
      width: width ?? 480,
      height: height ?? 260,
      mark: { type: "bar" },
      encoding: {
        x: {
          field: "orders",
          type: "nominal",
          sort: null,
          title: labels.orders,
          scale: { domain: names },
          axis: { labelAngle: 0 },
        },
        xOffset: { field: "kind", type: "nominal", scale: { domain: kinds } },
        y: shareAxis("share", labels.share),
        color: {
          field: "kind",
          type: "nominal",
          title: null,
          scale: { domain: kinds, range: [first, second] },
          legend: { orient: "top", labelLimit: 0, symbolType: "square", symbolSize: 90 },
        },
        tooltip: [
          textTip("orders", labels.orders),
          textTip("kind", labels.kind),
          numberTip("share", labels.share, ".1%"),
          numberTip("customers", audit.customers, ",.0f"),
        ],
      },
    },
  };
}
