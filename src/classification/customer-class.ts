/**
 * The lifecycle classes of customers, in the order in which results list them.
 *
 * They are disjoint, and everybody who is known belongs to one. A key account is no class: any customer may be one.
 *
 * @example
 * import { CUSTOMER_CLASSES } from "clientele";
 *
 * CUSTOMER_CLASSES.length; // => 8
 * CUSTOMER_CLASSES[0]; // => "prospect"
 */
export const CUSTOMER_CLASSES = [
  "prospect",
  "new",
  "existing",
  "regular",
  "declining",
  "reactivated",
  "dormant",
  "lost",
] as const;

/** A lifecycle class; the word is a code that stays, the labels are in the locales. */
export type CustomerClass = (typeof CUSTOMER_CLASSES)[number];

const ACTIVE: Readonly<Record<CustomerClass, boolean>> = {
  prospect: false,
  new: true,
  existing: true,
  regular: true,
  declining: true,
  reactivated: true,
  dormant: false,
  lost: false,
};

/**
 * Says whether the customers of a class are active customers.
 *
 * Declining customers are still active: they buy too late or too little, but they buy. `activeCustomers` counts the same people.
 *
 * @param customerClass - The class.
 * @returns `true` for `new`, `existing`, `regular`, `declining` and `reactivated`.
 *
 * @example
 * import { isActiveClass } from "clientele";
 *
 * isActiveClass("declining"); // => true
 * isActiveClass("dormant"); // => false
 */
export function isActiveClass(customerClass: CustomerClass): boolean {
  return ACTIVE[customerClass];
}
