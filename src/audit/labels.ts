import type { CountLabel } from "../text/count-label.ts";
import type { TextFormat } from "../text/text-format.ts";
import type { BridgeMovement } from "./bridge-result.ts";
import type { CohortDevelopment } from "./cohort-view-result.ts";
import type { AuditValue } from "./differences-result.ts";
import type { FindingCode, FindingView } from "./finding.ts";
import type { RevenueFactor } from "./finding-change-figures.ts";
import type { AgeFigure } from "./finding-cohort-figures.ts";
import type { InequalityBand } from "./finding-differences-figures.ts";
import type { NoSplitReason } from "./tree-result.ts";

/** A sentence that is the same for all numbers, or one that depends on whether a figure is exactly one. */
export type FindingText =
  | string
  | {
      /** Name of the figure. */
      readonly by: string;
      readonly one: string;
      readonly other: string;
    };

/** What is counted. */
export type AuditCount = "customers" | "people" | "orders" | "firstOrders";

/** The words of the audit in one language. */
export interface AuditLabels {
  /** Headings. */
  readonly views: Readonly<Record<FindingView, string>>;
  /**
   * A sentence for each finding. Places have the names of its figures; of a count such as `customers`, `{customers}` is the number with its
   * word, `{customersDative}` the same in the dative, and `{customersNumber}` the number alone. `{levelNumber}` is the level without its mark.
   */
  readonly texts: Readonly<Record<FindingCode, FindingText>>;
  readonly counts: Readonly<Record<AuditCount, CountLabel>>;
  /** The same in the dative; equal to `counts` in languages without it. */
  readonly countsDative: Readonly<Record<AuditCount, CountLabel>>;
  /** Ages of cohorts, as they stand after "after" ("nach" with the dative). */
  readonly ages: Readonly<Record<AgeFigure["unit"], CountLabel>>;
  /** Customers by what they did, as a step of the bridge, with the place `{count}`. */
  readonly movements: Readonly<Record<BridgeMovement, CountLabel>>;
  /** A step of the bridge: `{customers}` and `{change}`. */
  readonly step: string;
  /** What a single customer did. */
  readonly contributorMovements: Readonly<Record<BridgeMovement, string>>;
  /** A customer with a large change: `{id}`, `{change}` and `{movement}`. */
  readonly contributor: string;
  /** A factor of revenue as the subject of a sentence. */
  readonly drivers: Readonly<Record<RevenueFactor, string>>;
  /** The same before its figures: `{before}`, `{now}` and `{effect}`. */
  readonly factors: Readonly<Record<RevenueFactor, string>>;
  /** "of revenue" and "of margin". */
  readonly ofValue: Readonly<Record<AuditValue, string>>;
  readonly bands: Readonly<Record<InequalityBand, string>>;
  readonly cohortChoices: Readonly<Record<CohortDevelopment["chosenAs"] | "only", string>>;
  readonly noSplitReasons: Readonly<Record<NoSplitReason, string>>;
  /** Words for names of totals; a name that is missing stays as it is. */
  readonly checks: Readonly<Record<string, string>>;
  /** Names of periods: `{year}`, `{quarter}`, `{month}`, `{week}`; a span of days and a range of cohorts have `{from}` and `{to}`. */
  readonly periods: Readonly<Record<"year" | "quarter" | "month" | "week" | "span" | "range", string>>;
  /** `{number}` per cent; so little or so much that a decimal does not show it. */
  readonly percent: string;
  readonly percentBelow: string;
  readonly percentAbove: string;
  /** Stands where growth has no base. */
  readonly noGrowth: string;
  /** An amount with a currency: `{amount}` and `{currency}`, a sign such as "£" or a word such as "EUR". */
  readonly moneyWithSign: string;
  readonly moneyWithWord: string;
}

/** What `describeAudit` needs of a locale; `en` and `de` have it, and an object of your own may. */
export interface AuditLocale {
  readonly format: TextFormat;
  readonly audit: AuditLabels;
}
