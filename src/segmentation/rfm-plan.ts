import { checkNames, checkNumber, checkOneOf, checkOption, invalidOption } from "../rows/options.ts";
import { RFM_DIMENSIONS, type RfmBins, type RfmBreaks, type RfmDimension } from "./rfm-dimension.ts";
import type { RfmMethod, RfmScoringOptions } from "./rfm-options.ts";
import { type SegmentGrid, segmentGrid } from "./segment-grid.ts";

/** Options of scoring that have been checked, with their defaults. */
export interface RfmPlan<Segment extends string> {
  readonly method: RfmMethod;
  readonly bins: RfmBins;
  /** For the method `"breaks"`. */
  readonly breaks: RfmBreaks | null;
  readonly grid: SegmentGrid<Segment>;
}

/** Checks how scores are to be made. */
export function rfmPlan<Segment extends string>(options: RfmScoringOptions<Segment>): RfmPlan<Segment> {
  const { breaks, method = breaks === undefined ? "quantile" : "breaks" } = options;
  checkOneOf("method", method, ["quantile", "rank", "breaks", "nested"]);
  checkOption("breaks", breaks, breaksTrouble(breaks, method));
  if (breaks !== undefined) checkBreaks(breaks);
  const bins = breaks === undefined ? readBins(options.bins) : binsOf(breaks, options.bins);
  return { method, bins, breaks: breaks ?? null, grid: segmentGrid(bins, options.rules) };
}

const NAMES: Readonly<Record<RfmDimension, true>> = { recency: true, frequency: true, monetary: true };

const DEFAULT_BINS = 5;
/** Each score is one digit of a cell. */
const MOST_BINS = 9;

function readBins(bins: RfmScoringOptions["bins"] = DEFAULT_BINS): RfmBins {
  const range = { least: 2, most: MOST_BINS, whole: true };
  if (typeof bins !== "object" || bins === null) {
    checkNumber("bins", bins, range);
    return { recency: bins, frequency: bins, monetary: bins };
  }
  checkNames("bins", bins, NAMES);
  const { recency = DEFAULT_BINS, frequency = DEFAULT_BINS, monetary = DEFAULT_BINS } = bins;
  const read = { recency, frequency, monetary };
  for (const dimension of RFM_DIMENSIONS) checkNumber(`bins.${dimension}`, read[dimension], range);
  return read;
}

function breaksTrouble(breaks: RfmBreaks | undefined, method: RfmMethod): string | null {
  if (breaks === undefined) {
    return method === "breaks"
      ? 'The method "breaks" needs limits: pass breaks like { recency: [30, 90], frequency: [1, 3], monetary: [100, 500] }.'
      : null;
  }
  if (method === "breaks") return null;
  return `Limits go with the method "breaks" only: leave out breaks, or the method ${JSON.stringify(method)}.`;
}

function checkBreaks(breaks: RfmBreaks): void {
  checkNames("breaks", breaks, NAMES);
  for (const dimension of RFM_DIMENSIONS) {
    const path = `breaks.${dimension}`;
    const limits: unknown = breaks[dimension];
    if (!Array.isArray(limits) || limits.length < 1 || limits.length >= MOST_BINS) {
      throw invalidOption(path, limits, `Pass an array of 1 to ${MOST_BINS - 1} limits, in ascending order.`);
    }
    for (let i = 0; i < limits.length; i++) {
      checkNumber(`${path}[${i}]`, limits[i]);
      const rises = i === 0 || limits[i] >= limits[i - 1];
      checkOption(
        `${path}[${i}]`,
        limits[i],
        rises ? null : "It is below the limit before it: pass them in ascending order.",
      );
    }
  }
}

/** One score more than there are limits; `bins` may say so too, and nothing else. */
function binsOf(breaks: RfmBreaks, bins: RfmScoringOptions["bins"]): RfmBins {
  const found = {
    recency: breaks.recency.length + 1,
    frequency: breaks.frequency.length + 1,
    monetary: breaks.monetary.length + 1,
  };
  if (bins === undefined) return found;
  const wanted = typeof bins === "number" ? readBins(bins) : readBins({ ...found, ...bins });
  for (const dimension of RFM_DIMENSIONS) {
    if (wanted[dimension] === found[dimension]) continue;
    const trouble = `The breaks of ${dimension} make ${found[dimension]} scores, not ${wanted[dimension]}: leave out bins.`;
    throw invalidOption("bins", wanted[dimension], trouble);
  }
  return found;
}
