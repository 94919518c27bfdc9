import type { PipelineBasis, PipelineMethod, PipelineRow, PipelineWarningCode } from "./pipeline-result.ts";

/** Words for the codes of the weighted pipeline and the forecast. */
export interface PipelineLabels {
  /** Whether an offer has been handed over. */
  readonly standings: Readonly<Record<PipelineRow["standing"], string>>;
  /** Where the probability of an offer comes from. */
  readonly bases: Readonly<Record<PipelineBasis, string>>;
  /** Where all probabilities come from. */
  readonly sources: Readonly<Record<PipelineMethod["source"], string>>;
  readonly warnings: Readonly<Record<PipelineWarningCode, string>>;
}
