import type { Locale } from "../locales/locale.ts";
import type { SatisfactionBand, SatisfactionMeasure } from "../satisfaction/satisfaction-measure.ts";
import type {
  CustomerEffortScore,
  CustomerSatisfactionScore,
  NetPromoterScore,
} from "../satisfaction/satisfaction-score.ts";
import { formatNumber } from "../text/text-format.ts";
import { NO_FIGURE, shareText } from "./share-text.ts";

/** A score of any measure. */
export type AnyScore = NetPromoterScore | CustomerSatisfactionScore | CustomerEffortScore;

/** The bands of a measure, the worst first, with its numbers of answers. */
export function bandCounts(score: AnyScore): readonly (readonly [SatisfactionBand, number])[] {
  switch (score.measure) {
    case "nps":
      return [
        ["detractor", score.detractors],
        ["passive", score.passives],
        ["promoter", score.promoters],
      ];
    case "csat":
      return [
        ["unsatisfied", score.unsatisfied],
        ["satisfied", score.satisfied],
      ];
    case "ces":
      return [
        ["difficult", score.difficult],
        ["neutral", score.neutral],
        ["easy", score.easy],
      ];
  }
}

/** The fields by which the scores of a measure are known. */
export const BAND_FIELDS: Readonly<Record<SatisfactionMeasure, Readonly<Record<string, "number">>>> = {
  nps: { promoters: "number", passives: "number", detractors: "number" },
  csat: { satisfied: "number", unsatisfied: "number" },
  ces: { easy: "number", neutral: "number", difficult: "number" },
};

/** How a measure is written: NPS in points from −100 to +100, CSAT in per cent, CES on the scale of the question. */
export interface ScoreForm {
  /** By what scores of the result are multiplied on the axis. */
  readonly factor: number;
  readonly format: string;
  /** Ends of the axis; `null` where figures decide. */
  readonly domain: readonly [number, number] | null;
  readonly text: (score: number | null) => string;
}

export function scoreForm(measure: SatisfactionMeasure, locale: Locale): ScoreForm {
  if (measure === "csat") {
    const text = (score: number | null): string => shareText(score, locale);
    return { factor: 1, format: ".0%", domain: [0, 1], text };
  }
  if (measure === "ces") {
    const text = (score: number | null): string =>
      score === null ? NO_FIGURE : formatNumber(score, 2, locale.format);
    return { factor: 1, format: ",.1f", domain: null, text };
  }
  const text = (score: number | null): string => {
    if (score === null) return NO_FIGURE;
    const points = formatNumber(score * 100, 0, locale.format);
    return /^[1-9]/.test(points) ? `+${points}` : points;
  };
  return { factor: 100, format: ",.0f", domain: [-100, 100], text };
}
