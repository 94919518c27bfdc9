import type { ContributionLevel, CustomerCostKind } from "./contribution.ts";
import type { FirstMargin } from "./first-margin.ts";
import type { LifetimeValue, LifetimeValueMethod } from "./lifetime-value.ts";

/** Words for the codes and figures of lifetime value. */
export interface ClvLabels {
  readonly methods: Readonly<Record<LifetimeValueMethod, string>>;
  /** The figures of a lifetime value, and customer equity. */
  readonly figures: Readonly<
    Record<
      | keyof Pick<LifetimeValue, "value" | "undiscounted" | "rest" | "acquisitionCost" | "netValue">
      | "equity",
      string
    >
  >;
  /** The columns of a period. */
  readonly periods: Readonly<Record<"period" | "survival" | "margin" | "factor" | "value", string>>;
  readonly firstMargins: Readonly<Record<FirstMargin | "continuous", string>>;
  readonly contributions: Readonly<Record<ContributionLevel, string>>;
  readonly costs: Readonly<Record<CustomerCostKind, string>>;
  /** What an interval covers. */
  readonly covers: Readonly<Record<"survival" | "parameters", string>>;
}
