import type { OfferStatus } from "../offers/offer-status.ts";
import type { HitRateBasis, HitRateWindow, NoDecisionRule, WithdrawnRule } from "./hit-rate-options.ts";
import type { HitRateWarningCode } from "./hit-rate-result.ts";

/** Words for hit rates of offers. */
export interface HitRateLabels {
  /** What hit rates are called as a whole, such as a heading. */
  readonly hitRate: string;
  readonly statuses: Readonly<Record<OfferStatus | "draft" | "noDecision", string>>;
  /** What the rate is called that is won ÷ submitted, or won ÷ decided. */
  readonly bases: Readonly<Record<HitRateBasis, string>>;
  /** Which offers belong to a span of days. */
  readonly windows: Readonly<Record<HitRateWindow, string>>;
  /** What becomes of offers that were withdrawn. */
  readonly withdrawnRules: Readonly<Record<WithdrawnRule, string>>;
  /** What becomes of offers that nobody decided in time. */
  readonly noDecisionRules: Readonly<Record<NoDecisionRule, string>>;
  /** How the rates of a group are called. */
  readonly rates: Readonly<
    Record<"byNumber" | "byValue" | "shrunken" | "discount" | "ifAllLost" | "ifAllWon", string>
  >;
  readonly warnings: Readonly<Record<HitRateWarningCode, string>>;
}
