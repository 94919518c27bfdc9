export type { CountLabel } from "../text/count-label.ts";
export type { TextFormat } from "../text/text-format.ts";
export { type ActiveCustomer, type ActiveCustomers, activeCustomers } from "./active-customers.ts";
export {
  type ClassMovements,
  classMovements,
  type MovedCustomer,
  type MovementOptions,
} from "./class-movements.ts";
export type { ClassReason, DormantSubReason } from "./class-reason.ts";
export type { ClassShare } from "./class-shares.ts";
export type { ClassificationLimits } from "./classification-limits.ts";
export type { ClassifiedCustomer } from "./classified-customer.ts";
export { type CustomerClassification, classifyCustomers } from "./classify-customers.ts";
export { CUSTOMER_CLASSES, type CustomerClass, isActiveClass } from "./customer-class.ts";
export { explainClass } from "./explain-class.ts";
export type { Interaction, InteractionKind } from "./interaction.ts";
export type { ClassificationLabels, ClassificationLocale } from "./labels.ts";
export type { ClassBefore, Movement } from "./movement.ts";
export type { MovementLedger } from "./movement-ledger.ts";
export type { MovementMatrix } from "./movement-matrix.ts";
export type { ActivityOptions, ClassificationOptions } from "./options.ts";
