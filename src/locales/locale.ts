import type { ActivationLabels } from "../activation/labels.ts";
import type { AuditLabels } from "../audit/labels.ts";
import type { ClassificationLocale } from "../classification/labels.ts";
import type { ClvLabels } from "../clv/labels.ts";
import type { HitRateLabels } from "../hitrate/hit-rate-labels.ts";
import type { PipelineLabels } from "../hitrate/pipeline-labels.ts";
import type { OfferPriorityLabels } from "../hitrate/prioritize-offers-labels.ts";
import type { SalesCycleLabels } from "../hitrate/sales-cycle-labels.ts";
import type { WinModelLabels } from "../hitrate/win-model-labels.ts";
import type { KeyAccountLabels } from "../pareto/key-account-labels.ts";
import type { AbcLabels, ConcentrationLabels } from "../pareto/labels.ts";
import type { RetentionLabels } from "../retention/labels.ts";
import type { IssueCode } from "../rows/issue.ts";
import type { SatisfactionLabels } from "../satisfaction/labels.ts";
import type { SegmentLabels } from "../segmentation/labels.ts";
import type { TierLabels } from "../segmentation/tier-labels.ts";
import type { ChartLabels } from "./chart-labels.ts";

/** Words that headings of tables and charts are made of. */
export type Term =
  | "customer"
  | "customers"
  | "class"
  | "reason"
  | "date"
  | "asOf"
  | "total"
  | "shareOfCustomers"
  | "shareOfRevenue"
  | "purchases"
  | "revenue"
  | "margin"
  | "firstPurchase"
  | "lastPurchase"
  | "probabilityAlive"
  | "expectedPurchases"
  | "expectedSpend"
  | "lifetimeValue"
  | "parameter"
  | "standardError"
  | "skippedRows";

/**
 * A language: plain labels and formats, passed to the functions that write text.
 *
 * There is no global setting. A language of your own is an object of this type, e.g. `{ ...en, format: { ...en.format, groupMark: " " } }`.
 */
export interface Locale extends ClassificationLocale {
  /** Language tag (BCP 47). */
  readonly language: string;
  readonly terms: Readonly<Record<Term, string>>;
  /** Words for the codes of retention and churn. */
  readonly retention: RetentionLabels;
  readonly abc: AbcLabels;
  readonly concentration: ConcentrationLabels;
  readonly keyAccounts: KeyAccountLabels;
  readonly segmentation: SegmentLabels;
  /** Words for tiers and for migration between segments. */
  readonly tiers: TierLabels;
  readonly satisfaction: SatisfactionLabels;
  readonly hitRate: HitRateLabels;
  readonly offerPriorities: OfferPriorityLabels;
  readonly pipeline: PipelineLabels;
  readonly salesCycle: SalesCycleLabels;
  readonly winModel: WinModelLabels;
  readonly activation: ActivationLabels;
  readonly clv: ClvLabels;
  readonly audit: AuditLabels;
  readonly charts: ChartLabels;
  /** Why rows and options are refused. */
  readonly issues: Readonly<Record<IssueCode, string>>;
}
