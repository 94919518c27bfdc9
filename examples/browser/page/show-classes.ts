import { CLASS_MONTHS } from "../analysis/class-months.ts";
import type { Report } from "../analysis/report.ts";
import { type Content, element } from "./element.ts";
import { pictureFrame } from "./picture-frames.ts";
import type { Speech } from "./speech.ts";
import { tableOf } from "./table.ts";

/** How many customers belong to which lifecycle class, and what they brought. */
export function classesSection({ classes }: Report, speech: Speech): readonly Content[] {
  const { texts, locale, format, count } = speech;
  const words = texts.classes;
  const { terms } = locale;
  const rows = classes
    .filter((row) => row.class !== "prospect" || row.customers > 0)
    .map((row) => [
      locale.classification.classes[row.class],
      count(row.customers),
      format.percent(row.shareOfCustomers),
      format.money(row.revenue),
      format.percent(row.shareOfRevenue),
      words.meaning[row.class],
    ]);
  const head = [
    terms.class,
    terms.customers,
    terms.shareOfCustomers,
    terms.revenue,
    terms.shareOfRevenue,
    words.meaningHead,
  ];
  return [
    element("h3", {}, words.heading),
    element("p", {}, words.rules(CLASS_MONTHS)),
    pictureFrame("classes"),
    tableOf({ caption: words.heading, head, rows, sentences: true }),
  ];
}
