import type { RfmDimension } from "./rfm-dimension.ts";
import type { RfmMethod } from "./rfm-options.ts";
import type { RfmSegment } from "./segment-rules.ts";

/** Words for the codes of segmentation. */
export interface SegmentLabels {
  /** The default segments of RFM. */
  readonly rfmSegments: Readonly<Record<RfmSegment, string>>;
  readonly rfmDimensions: Readonly<Record<RfmDimension, string>>;
  /** How values become scores. */
  readonly rfmMethods: Readonly<Record<RfmMethod, string>>;
}
