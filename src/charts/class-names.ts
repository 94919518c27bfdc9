import { CUSTOMER_CLASSES, type CustomerClass } from "../classification/customer-class.ts";
import type { Locale } from "../locales/locale.ts";

/** The classes in their order, as the locale calls them. */
export function classNames({ classification }: Locale): readonly string[] {
  return CUSTOMER_CLASSES.map((name) => classification.classes[name]);
}

/** Whether a text is the code of a class. */
export function isCustomerClass(code: unknown): code is CustomerClass {
  return (CUSTOMER_CLASSES as readonly unknown[]).includes(code);
}
