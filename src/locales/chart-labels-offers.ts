import type { CountLabel } from "../text/count-label.ts";
import type { CalendarPeriod } from "../time/calendar-period.ts";
import type { AuditChartLabels } from "./chart-labels-audit.ts";
import type { PipelineChartLabels } from "./chart-labels-pipeline.ts";
import type { SatisfactionChartLabels } from "./chart-labels-satisfaction.ts";

/** Words that several charts of this family use. */
export interface OfferChartTerms {
  /** An axis of offers by number. */
  readonly offers: string;
  /** So many offers. */
  readonly offerCount: CountLabel;
  /** So many customers. */
  readonly customerCount: CountLabel;
  /** So many answers. */
  readonly answerCount: CountLabel;
  /** Tooltips: the limits of an interval. */
  readonly lower: string;
  readonly upper: string;
  /** Tooltips: a group, which rate it is, a period. */
  readonly group: string;
  readonly kind: string;
  readonly period: string;
  /** A group whose rows say nothing. */
  readonly none: string;
  /** A `{period}` that is not over. */
  readonly toDate: string;
  /** "by month" and the like. */
  readonly by: Readonly<Record<CalendarPeriod, string>>;
}

/** Words of the charts of hit rates by group. */
export interface HitRateByChartLabels {
  /** `{keys}` and `{rate}`. */
  readonly title: string;
  /** `{won}`, `{offers}` (a count), `{level}`, `{basis}`, `{window}` and `{date}`. */
  readonly subtitle: string;
  /** `{groups}`, `{level}`, `{best}`, `{bestRate}`, `{worst}`, `{worstRate}`, `{mean}`. */
  readonly description: string;
  /** Names of the two rates of a group. */
  readonly raw: string;
  readonly shrunken: string;
  /** Axis of rates. */
  readonly rate: string;
  /** The line of the mean of groups, and that of all offers, with `{rate}`. */
  readonly mean: string;
  readonly overall: string;
  /** Head of the column of numbers: won of all in the denominator. */
  readonly column: string;
  readonly won: string;
  readonly of: string;
}

/** Words of the charts of hit rates over time. */
export interface HitRateOverTimeChartLabels {
  /** `{by}` and `{rate}`. */
  readonly title: string;
  /** `{won}`, `{offers}` (a count), `{level}`, `{basis}`, `{window}` and `{date}`. */
  readonly subtitle: string;
  /** `{first}`, `{last}`, `{least}`, `{most}`, `{open}` (a count). */
  readonly description: string;
  /** Points of periods of which all is decided, and of others; the latter with the dashed range. */
  readonly final: string;
  readonly notFinal: string;
  /** Tooltips: what became of an offer. */
  readonly outcome: string;
}

/** Words of the funnel. */
export interface FunnelChartLabels {
  /** `{offers}` (a count) and `{won}`. */
  readonly title: string;
  /** `{level}` and `{date}`. */
  readonly subtitle: string;
  /** `{stages}`, a list of `stage`. */
  readonly description: string;
  /** A stage of the description: `{stage}`, `{reached}`, `{rate}`. */
  readonly stage: string;
  /** The first stage: `{stage}` and `{reached}`. */
  readonly firstStage: string;
  /** Between two stages: `{rate}`, `{limits}`, `{count}` and `{of}`. */
  readonly step: string;
  /** What became of the offers that reached a stage. */
  readonly fates: Readonly<Record<"wentOn" | "won" | "open" | "lost" | "withdrawn", string>>;
  /** Axis of offers that reached a stage. */
  readonly reached: string;
  /** Tooltips. */
  readonly stageName: string;
  readonly fate: string;
}

/** Words of the charts of reasons of losses. */
export interface LossReasonsChartLabels {
  /** `{reason}` and `{share}`, by number and by value. */
  readonly title: string;
  readonly titleByValue: string;
  /** `{offers}` (a count), `{level}` and `{date}`. */
  readonly subtitle: string;
  /** The same by value, with `{value}`. */
  readonly subtitleByValue: string;
  /** `{reasons}`, a list. */
  readonly description: string;
  readonly reason: string;
  /** Axes. */
  readonly share: string;
  readonly shareOfValue: string;
  /** Offers that give no reason. */
  readonly noReason: string;
  readonly value: string;
}

/** Words of the charts of offers, satisfaction and the audit. */
export interface OfferChartLabels {
  readonly terms: OfferChartTerms;
  readonly hitRateBy: HitRateByChartLabels;
  readonly hitRateOverTime: HitRateOverTimeChartLabels;
  readonly funnel: FunnelChartLabels;
  readonly lossReasons: LossReasonsChartLabels;
  readonly pipeline: PipelineChartLabels;
  readonly satisfaction: SatisfactionChartLabels;
  readonly audit: AuditChartLabels;
}
