import type { BridgeContributor, BridgeMovement } from "./bridge-result.ts";

/** What customers of one movement did to revenue. */
export interface StepFigure {
  readonly movement: BridgeMovement;
  readonly customers: number;
  readonly change: number;
}

/** A factor of revenue in both periods. */
export interface FactorFigure {
  readonly factor: RevenueFactor;
  readonly before: number;
  readonly now: number;
  /** What its change did to revenue. */
  readonly effect: number;
}

/** What revenue is the product of. */
export type RevenueFactor = "customers" | "ordersPerCustomer" | "averageOrderValue";

/** Revenue of the two periods. */
export interface RevenueChangeFigures {
  readonly previousPeriod: string;
  readonly period: string;
  readonly revenueBefore: number;
  readonly revenueNow: number;
  readonly change: number;
  /** change ÷ revenueBefore; `null` if that is not above 0. */
  readonly growth: number | null;
}

/** What gains and losses of the bridge add up to. */
export interface BalanceFigures {
  /** Sum of the steps above 0. */
  readonly gains: number;
  /** Sum of the steps below 0, without its sign. */
  readonly losses: number;
  /** The step with the largest change, up or down. */
  readonly largest: StepFigure;
}

/** Change of revenue by who was there. */
export interface StayedFigures {
  /** Change through new, returned and lost customers. */
  readonly cameAndWent: number;
  /** Change through those who bought in both periods. */
  readonly stayed: number;
}

/** Figures of the findings about what changed since the previous period. */
export interface ChangeFigures {
  readonly "revenue-rose": RevenueChangeFigures;
  readonly "revenue-fell": RevenueChangeFigures;
  readonly "revenue-level": RevenueChangeFigures;
  readonly "customers-moved": {
    readonly previousPeriod: string;
    readonly period: string;
    /** customersBefore + won + returned − lost = customersNow = kept + won + returned. */
    readonly customersBefore: number;
    readonly customersNow: number;
    readonly won: number;
    readonly returned: number;
    readonly lost: number;
    readonly kept: number;
  };
  readonly "revenue-steps": {
    readonly revenueBefore: number;
    readonly revenueNow: number;
    /** Those with a change: lost and less first, then new, returned and more. */
    readonly steps: readonly StepFigure[];
  };
  readonly "gains-outweigh": BalanceFigures;
  readonly "losses-outweigh": BalanceFigures;
  readonly "mostly-came-and-went": StayedFigures;
  readonly "mostly-stayed": StayedFigures;
  readonly "strongest-driver": {
    readonly driver: RevenueFactor;
    readonly factors: readonly FactorFigure[];
  };
  /** At most three customers, largest change first. */
  readonly "largest-gains": { readonly contributors: readonly BridgeContributor[] };
  readonly "largest-losses": { readonly contributors: readonly BridgeContributor[] };
}
