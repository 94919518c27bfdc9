export type { CustomerEffortOptions } from "./customer-effort-score.ts";
export { customerEffortScore } from "./customer-effort-score.ts";
export type { CustomerSatisfactionOptions } from "./customer-satisfaction-score.ts";
export { customerSatisfactionScore } from "./customer-satisfaction-score.ts";
export type { JoinOptions } from "./joined-answers.ts";
export type { SatisfactionLabels } from "./labels.ts";
export { netPromoterScore } from "./net-promoter-score.ts";
export type {
  BandRetention,
  RetentionBySatisfaction,
  RetentionBySatisfactionOptions,
} from "./retention-by-satisfaction.ts";
export { retentionBySatisfaction } from "./retention-by-satisfaction.ts";
export type { SatisfactionByGroup } from "./satisfaction-by.ts";
export { satisfactionBy } from "./satisfaction-by.ts";
export type { SatisfactionByClass, SatisfactionByClassOptions } from "./satisfaction-by-class.ts";
export { satisfactionByClass } from "./satisfaction-by-class.ts";
export { satisfactionDifference } from "./satisfaction-difference.ts";
export type { SatisfactionBand, SatisfactionMeasure, ScaleOptions } from "./satisfaction-measure.ts";
export type {
  SatisfactionOverTime,
  SatisfactionOverTimeOptions,
  SatisfactionPeriod,
} from "./satisfaction-over-time.ts";
export { satisfactionOverTime } from "./satisfaction-over-time.ts";
export type {
  CustomerEffortScore,
  CustomerSatisfactionScore,
  NetPromoterScore,
  SatisfactionDifference,
  SatisfactionScore,
  ScoreOfMeasure,
} from "./satisfaction-score.ts";
export type { SatisfactionOptions, ScoreOptions } from "./score-options.ts";
export type { BandValue, ValueBySatisfaction, ValueBySatisfactionOptions } from "./value-by-satisfaction.ts";
export { valueBySatisfaction } from "./value-by-satisfaction.ts";
