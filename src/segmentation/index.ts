export type { GroupKey } from "../rows/group-codes.ts";
export {
  describeSegments,
  type SegmentDescription,
  type SegmentDescriptionOptions,
  type SegmentDescriptions,
} from "./describe-segments.ts";
export type { FlagAccessor, RateSummary } from "./group-rates.ts";
export type { ValueSummary } from "./group-values.ts";
export type { SegmentLabels } from "./labels.ts";
export type { MigrationDirection } from "./migration-direction.ts";
export type { SegmentMigrationOptions } from "./migration-options.ts";
export type {
  EnteredCustomer,
  LeftCustomer,
  MigratedCustomer,
  MigrationCounts,
  MigrationMatrix,
  SegmentFlow,
  SegmentMigration,
} from "./migration-result.ts";
export { rfm } from "./rfm.ts";
export type { RfmBins, RfmBreaks, RfmDimension } from "./rfm-dimension.ts";
export type { RfmMethod, RfmOptions, RfmRowOptions, RfmScoringOptions } from "./rfm-options.ts";
export type { Rfm, RfmCustomer, RfmOfRows, RfmRow, RfmScored, SegmentSize } from "./rfm-result.ts";
export type { RfmWarning, RfmWarningCode } from "./rfm-warnings.ts";
export { segmentMigration } from "./segment-migration.ts";
export { RFM_RULES, type RfmScores, type RfmSegment, type SegmentRule } from "./segment-rules.ts";
export { summarizeBy } from "./summarize-by.ts";
export type { SummarizeByOptions } from "./summarize-by-options.ts";
export type { CustomersSummary, GroupSummary, SummaryByGroup } from "./summarize-by-result.ts";
export type { TierLabels } from "./tier-labels.ts";
export type {
  TieredCustomer,
  TierWarning,
  TierWarningCode,
  ValueTier,
  ValueTiers,
} from "./value-tier-result.ts";
export type { TierName, TierShares, TierSpec } from "./value-tier-spec.ts";
export type { ValueTierOptions } from "./value-tiers.ts";
export { valueTiers } from "./value-tiers.ts";
