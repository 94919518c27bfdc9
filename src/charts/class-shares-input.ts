import type { ClassShare } from "../classification/class-shares.ts";
import type { CustomerClassification } from "../classification/classify-customers.ts";
import { isActiveClass } from "../classification/customer-class.ts";
import { checkOption } from "../rows/options.ts";
import { isCustomerClass } from "./class-names.ts";
import { checkEntries, checkResult } from "./result-fields.ts";

const MAKER = "classifyCustomers";
const CLASS_FIELDS = { class: "text", customers: "number", shareOfCustomers: "number?" } as const;

/** Refuses what is no classification of somebody. */
export function checkClassification(path: string, classification: CustomerClassification): void {
  checkResult(path, classification, { asOf: "text", rows: "list", classes: "list" }, MAKER);
  checkEntries(`${path}.classes`, classification.classes, CLASS_FIELDS, MAKER);
  const stranger = classification.classes.find((row) => !isCustomerClass(row.class));
  checkOption(path, stranger?.class, stranger === undefined ? null : "This is no lifecycle class.");
  const trouble =
    customersOf(classification) > 0 ? null : "Nobody is classified, so there are no shares to draw.";
  checkOption(path, classification.asOf, trouble);
}

/** The classifications by day; refuses two of one day. */
export function inOrderOfDays(list: readonly CustomerClassification[]): readonly CustomerClassification[] {
  checkOption(
    "classification",
    list.length,
    list.length > 0 ? null : "The list is empty: pass a result for each day.",
  );
  for (let at = 0; at < list.length; at++) {
    checkClassification(`classification[${at}]`, list[at] as CustomerClassification);
  }
  const ordered = list
    .slice()
    .sort((one, other) => (one.asOf < other.asOf ? -1 : one.asOf > other.asOf ? 1 : 0));
  for (let at = 1; at < ordered.length; at++) {
    const day = ordered[at]?.asOf;
    checkOption("classification", day, day === ordered[at - 1]?.asOf ? "Two results are of this day." : null);
  }
  return ordered;
}

export function customersOf({ classes }: CustomerClassification): number {
  return classes.reduce((sum, { customers }) => sum + customers, 0);
}

/** How many customers are active. */
export function activeOf({ classes }: CustomerClassification): number {
  const active = (row: ClassShare): number => (isActiveClass(row.class) ? row.customers : 0);
  return classes.reduce((sum, row) => sum + active(row), 0);
}
