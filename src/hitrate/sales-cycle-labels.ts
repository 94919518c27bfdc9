import type { CycleOf } from "./sales-cycle-result.ts";
import type { VelocityFactor, VelocityGap } from "./sales-velocity-result.ts";
import type { DecisionOutcome, WithdrawnEnd } from "./time-to-decision-result.ts";

/** Words for the codes of time to decision, sales cycle, funnel and sales velocity. */
export interface SalesCycleLabels {
  /** What ended an offer. */
  readonly outcomes: Readonly<Record<DecisionOutcome, string>>;
  /** What withdrawn offers count as in a time to decision. */
  readonly withdrawnEnds: Readonly<Record<WithdrawnEnd, string>>;
  /** To which end a sales cycle runs. */
  readonly cycles: Readonly<Record<CycleOf, string>>;
  readonly velocityFactors: Readonly<Record<VelocityFactor, string>>;
  /** Why there is no sales velocity. */
  readonly velocityGaps: Readonly<Record<VelocityGap, string>>;
}
