import type { SatisfactionBand, SatisfactionMeasure } from "./satisfaction-measure.ts";

/** Words for the codes of satisfaction. */
export interface SatisfactionLabels {
  readonly measures: Readonly<Record<SatisfactionMeasure, string>>;
  readonly bands: Readonly<Record<SatisfactionBand | "no-answer", string>>;
}
