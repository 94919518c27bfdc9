import { checkNumber, checkOneOf, checkOption } from "../rows/options.ts";

/**
 * What was asked: `"nps"` how likely one is to recommend us (0 to 10), `"csat"` how satisfied one is (1 to 5), `"ces"` how easy it was (1 to 7).
 */
export type SatisfactionMeasure = "nps" | "csat" | "ces";

export const SATISFACTION_MEASURES: readonly SatisfactionMeasure[] = ["nps", "csat", "ces"];

/** What an answer says of who gave it, the best first within each measure. */
export type SatisfactionBand =
  | "promoter"
  | "passive"
  | "detractor"
  | "satisfied"
  | "unsatisfied"
  | "easy"
  | "neutral"
  | "difficult";

/** How answers are read. */
export interface ScaleOptions {
  /** The best answer of a scale that begins with 1. Default 5 for `"csat"`, 7 for `"ces"`; the scale of `"nps"` is fixed. */
  readonly scale?: number;
  /** The least answer of a satisfied customer. Default: the second-best of the scale, 4 of 5; for `"csat"` only. */
  readonly satisfied?: number;
}

/** A scale that has been checked. */
export interface Scale {
  readonly measure: SatisfactionMeasure;
  readonly least: number;
  readonly most: number;
  /** The bands of the measure, the best first. */
  readonly bands: readonly SatisfactionBand[];
  /** For each band but the last the least answer in it. */
  readonly limits: readonly number[];
}

/** The scale of a measure; refuses scales that are none, and options that another measure has. */
export function scaleOf(measure: SatisfactionMeasure, { scale, satisfied }: ScaleOptions): Scale {
  checkOneOf("measure", measure, SATISFACTION_MEASURES);
  if (measure !== "csat") {
    checkOption("satisfied", satisfied, satisfied === undefined ? null : 'Only the measure "csat" has it.');
  }
  if (measure === "nps") {
    checkOption("scale", scale, scale === undefined ? null : "The net promoter score is asked from 0 to 10.");
    return {
      measure,
      least: 0,
      most: 10,
      bands: ["promoter", "passive", "detractor"],
      limits: [9, 7],
    };
  }
  const most = scale ?? (measure === "csat" ? 5 : 7);
  checkNumber("scale", most, { least: 2, most: 1000, whole: true });
  if (measure === "csat") {
    const least = satisfied ?? Math.max(2, most - 1);
    checkNumber("satisfied", least, { least: 2, most, whole: true });
    return { measure, least: 1, most, bands: ["satisfied", "unsatisfied"], limits: [least] };
  }
  const middle = (1 + most) / 2;
  return {
    measure,
    least: 1,
    most,
    bands: ["easy", "neutral", "difficult"],
    limits: [Math.floor(middle) + 1, Math.ceil(middle)],
  };
}

/** The place of an answer's band, 0 for the best. */
export function bandOf(answer: number, { limits }: Scale): number {
  let band = 0;
  while (band < limits.length && answer < (limits[band] as number)) band += 1;
  return band;
}
