export type { Subscription, SubscriptionColumns } from "./columns.ts";
export { monthlyAmount } from "./monthly-amount.ts";
export type { EndDay, SubscriptionBookOptions } from "./options.ts";
export type { SubscriptionBook, SubscriptionKey } from "./subscription-book.ts";
export { NO_END } from "./subscription-book.ts";
export { subscriptionBook } from "./subscription-book-from-rows.ts";
export type { SubscriptionWarning, SubscriptionWarningCode } from "./subscription-warning.ts";
