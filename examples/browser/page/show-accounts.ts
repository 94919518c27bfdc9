import type { Report } from "../analysis/report.ts";
import { type Content, element } from "./element.ts";
import { pictureFrame } from "./picture-frames.ts";
import type { Speech } from "./speech.ts";
import { tableOf } from "./table.ts";

/** ABC classes, and who the key accounts are. */
export function accountsSection({ accounts }: Report, speech: Speech): readonly Content[] {
  const { texts, locale, format, count } = speech;
  const { summary, abc, top } = accounts;
  const words = texts.accounts;
  const { terms } = locale;
  const classes = abc.map((row) => [
    locale.abc.classes[row.class],
    count(row.customers),
    format.percent(row.shareOfCustomers),
    format.money(row.value),
    format.percent(row.shareOfValue),
  ]);
  const best = top.map((row) => [
    String(row.customerId),
    count(row.rank),
    format.money(row.revenue),
    format.percent(row.share),
    format.percent(row.cumulativeShare),
    count(row.orders),
    format.date(row.lastPurchase),
  ]);
  const figures = {
    accounts: count(summary.keyAccounts),
    customers: count(summary.customers),
    shareOfRevenue: format.percent(summary.shareOfValue),
  };
  return [
    element("h3", {}, words.heading),
    element("p", {}, words.summary(figures)),
    pictureFrame("pareto"),
    tableOf({
      caption: words.abc,
      head: [terms.class, terms.customers, terms.shareOfCustomers, terms.revenue, terms.shareOfRevenue],
      rows: classes,
    }),
    tableOf({
      caption: words.top(count(top.length)),
      head: [
        terms.customer,
        words.rank,
        terms.revenue,
        words.share,
        words.cumulative,
        terms.purchases,
        terms.lastPurchase,
      ],
      rows: best,
    }),
  ];
}
