export { dateSchema } from "./date-schema.ts";
export { idSchema } from "./id-schema.ts";
export { interactionSchema } from "./interaction-schema.ts";
export { modelSchema } from "./model-schema.ts";
export type { SubscriptionInput } from "./subscription-schema.ts";
export { subscriptionSchema } from "./subscription-schema.ts";
export type { TransactionInput } from "./transaction-schema.ts";
export { transactionSchema } from "./transaction-schema.ts";
