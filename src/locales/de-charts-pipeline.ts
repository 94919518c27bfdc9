import type { PipelineChartLabels } from "./chart-labels-pipeline.ts";

export const dePipelineCharts: PipelineChartLabels = {
  value: {
    title: "Gewichtete Pipeline: {expected} aus offenen Angeboten erwartet",
    forecast: "Prognose: {expected} aus offenen Angeboten bis Ende {last} erwartet",
    all: "Angebotswert",
    expected: "Erwartungswert",
    cumulative: "Erwartungswert, kumuliert",
  },
  wins: {
    title: "Gewichtete Pipeline: {expected} Aufträge aus offenen Angeboten erwartet",
    forecast: "Prognose: {expected} Aufträge aus offenen Angeboten bis Ende {last} erwartet",
    all: "Angebote",
    expected: "erwartete Aufträge",
    cumulative: "erwartete Aufträge, kumuliert",
  },
  subtitle: "Offen: {offers}; {limits} bei Konfidenzniveau {level}; Stichtag {date}",
  worth: "{offers} im Wert von {value}",
  forecastSubtitle:
    "{offers}; Konfidenzniveau {level}; künftige Angebote nicht eingerechnet; Stichtag {date}",
  description: "Gewichtete Pipeline: {groups}.",
  group: "{group} {expected} ({limits})",
  forecastDescription:
    "Prognose der offenen Angebote: {periods}; zusammen {cumulative} ({limits}) bis Ende {last}.",
  open: "offene Angebote",
  drafts: "Entwürfe",
  remainder: "Rest des Zeitraums",
  full: "ganzer Zeitraum",
  limits: "{lower} bis {upper}",
};
