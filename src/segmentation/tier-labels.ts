import type { MigrationDirection } from "./migration-direction.ts";

/** Words for the codes of tiers and of migration between segments. */
export interface TierLabels {
  /** The tiers of heavy, medium and light users, and of customers without value. */
  readonly tiers: Readonly<Record<"heavy" | "medium" | "light" | "none", string>>;
  /** Where a customer went. */
  readonly directions: Readonly<Record<MigrationDirection, string>>;
  /** The row and the column of a migration matrix that are no segments. */
  readonly sides: Readonly<Record<"entered" | "left", string>>;
}
