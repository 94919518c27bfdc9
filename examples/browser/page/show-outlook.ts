import type { PurchaseModel } from "clientele";
import type { Report } from "../analysis/report.ts";
import { type Content, element } from "./element.ts";
import { pictureFrame } from "./picture-frames.ts";
import type { Speech } from "./speech.ts";
import { tableOf } from "./table.ts";

/** What today's customers will probably bring, and who of them the most. */
export function outlookSection({ outlook }: Report, speech: Speech): readonly Content[] {
  const { texts, locale, format, count } = speech;
  const words = texts.outlook;
  const { terms } = locale;
  const heading = element("h3", {}, words.heading);
  if (outlook === null) return [heading, element("p", {}, words.none)];
  const figures = {
    alive: count(outlook.alive),
    customers: count(outlook.customers),
    purchases: count(outlook.purchases),
    value: format.money(outlook.value),
    model: modelName(outlook.model),
  };
  const rows = outlook.top.map((row) => [
    String(row.customerId),
    format.percent(row.probabilityAlive),
    format.number(row.expectedPurchases, 2),
    format.money(row.expectedSpend),
    format.money(row.lifetimeValue),
    format.money(row.revenue),
  ]);
  const head = [
    terms.customer,
    terms.probabilityAlive,
    terms.expectedPurchases,
    terms.expectedSpend,
    terms.lifetimeValue,
    words.revenueSoFar,
  ];
  return [
    heading,
    element("p", {}, words.summary(figures)),
    pictureFrame("values"),
    tableOf({ caption: words.top, head, rows }),
  ];
}

function modelName(kind: PurchaseModel["kind"]): string {
  return kind === "mbg-nbd" ? "MBG/NBD" : "BG/NBD";
}
