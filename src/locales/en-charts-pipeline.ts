import type { PipelineChartLabels } from "./chart-labels-pipeline.ts";

export const enPipelineCharts: PipelineChartLabels = {
  value: {
    title: "Weighted pipeline: {expected} expected from open offers",
    forecast: "Forecast: {expected} expected from open offers by the end of {last}",
    all: "value as offered",
    expected: "expected value",
    cumulative: "expected value, cumulative",
  },
  wins: {
    title: "Weighted pipeline: {expected} wins expected from open offers",
    forecast: "Forecast: {expected} wins expected from open offers by the end of {last}",
    all: "offers",
    expected: "expected wins",
    cumulative: "expected wins, cumulative",
  },
  subtitle: "Open: {offers}; {level} interval {limits}; as of {date}",
  worth: "{offers} worth {value}",
  forecastSubtitle:
    "What {offers} may bring, with {level} intervals; later offers are no part of it; as of {date}",
  description: "Weighted pipeline: {groups}.",
  group: "{group} {expected} ({limits})",
  forecastDescription:
    "Forecast of open offers: {periods}; together {cumulative} ({limits}) by the end of {last}.",
  open: "open offers",
  drafts: "drafts",
  remainder: "remainder of the period",
  full: "whole period",
  limits: "{lower} to {upper}",
};
