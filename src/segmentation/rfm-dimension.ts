/** What RFM looks at: how long ago (recency), how often (frequency) and for how much (monetary) a customer bought. */
export type RfmDimension = "recency" | "frequency" | "monetary";

/** The dimensions in the order of their letters. */
export const RFM_DIMENSIONS: readonly RfmDimension[] = ["recency", "frequency", "monetary"];

/** How many scores each dimension has. */
export type RfmBins = Readonly<Record<RfmDimension, number>>;

/**
 * The limits between the scores of each dimension, ascending: one fewer than there are scores, each the largest value below it.
 *
 * Recency in days since the last purchase, frequency in orders, monetary in the log's currency. A value on a limit belongs to the side of
 * the smaller values: fewer days (the better score), fewer orders, less revenue (the lower score).
 */
export type RfmBreaks = Readonly<Record<RfmDimension, readonly number[]>>;
