import type { OfferChartLabels } from "./chart-labels-offers.ts";
import { enAuditCharts } from "./en-charts-audit.ts";
import { enPipelineCharts } from "./en-charts-pipeline.ts";
import { enSatisfactionCharts } from "./en-charts-satisfaction.ts";

export const enOfferCharts: OfferChartLabels = {
  terms: {
    offers: "offers",
    offerCount: { one: "{count} offer", other: "{count} offers" },
    customerCount: { one: "{count} customer", other: "{count} customers" },
    answerCount: { one: "{count} answer", other: "{count} answers" },
    lower: "lower limit",
    upper: "upper limit",
    group: "group",
    kind: "kind of rate",
    period: "period",
    none: "(not stated)",
    toDate: "{period} (to date)",
    by: { day: "by day", week: "by week", month: "by month", quarter: "by quarter", year: "by year" },
  },
  hitRateBy: {
    title: "Hit rate by {keys}: {rate} overall",
    subtitle: "{won} of {offers} won; {basis}, {window}; {level} intervals; as of {date}",
    description:
      "Hit rates of {groups} groups with {level} intervals; highest: {best} ({bestRate}), lowest: {worst} ({worstRate}); {mean}.",
    raw: "rate of the group alone",
    shrunken: "shrunken towards the mean of all groups",
    rate: "hit rate",
    mean: "mean of groups {rate}",
    overall: "all offers {rate}",
    column: "won / offers",
    won: "won",
    of: "offers in the denominator",
  },
  hitRateOverTime: {
    title: "Hit rate {by}: {rate} overall",
    subtitle: "{won} of {offers} won; {basis}, {window}; {level} intervals; as of {date}",
    description: "From {first} to {last} the hit rate lay between {least} and {most}; still open: {open}.",
    final: "final",
    notFinal: "not final (dashed: if all open offers are lost, or won)",
    outcome: "outcome",
  },
  funnel: {
    title: "Sales funnel: {won} of {offers} won",
    subtitle:
      "Rates from stage to stage of offers that are settled there, with {level} intervals; as of {date}",
    description: "Sales funnel: {stages}.",
    stage: "{stage} {reached} ({rate} of those settled went on)",
    firstStage: "{stage} {reached}",
    step: "▼ {rate} ({limits}) went on: {count} of {of} settled",
    fates: {
      wentOn: "went on",
      won: "won",
      open: "still open here",
      lost: "lost here",
      withdrawn: "withdrawn here",
    },
    reached: "offers that reached the stage",
    stageName: "stage",
    fate: "what became of them",
  },
  lossReasons: {
    title: "Most frequent reason of losses: {reason} ({share})",
    titleByValue: "Most costly reason of losses: {reason} ({share} of value)",
    subtitle: "Shares of {offers} lost, with {level} intervals; as of {date}",
    subtitleByValue: "Shares of the value lost, {value} as offered, {offers}; as of {date}",
    description: "Reasons of losses with their shares: {reasons}.",
    reason: "reason",
    share: "share of offers lost",
    shareOfValue: "share of value lost",
    noReason: "(no reason given)",
    value: "value as offered",
  },
  pipeline: enPipelineCharts,
  satisfaction: enSatisfactionCharts,
  audit: enAuditCharts,
};
