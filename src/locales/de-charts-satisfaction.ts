import type { SatisfactionChartLabels } from "./chart-labels-satisfaction.ts";

export const deSatisfactionCharts: SatisfactionChartLabels = {
  title: "{measure}: {score}",
  overTime: "{measure}: {score} insgesamt",
  subtitle: "{answers} von {asked} Befragten; Konfidenzniveau {level}",
  description: "Anteile der Antworten und Ergebnisse: {groups}.",
  group: "{group} {score} ({limits}; {answers})",
  overTimeDescription: "Von {first} bis {last} lag das Ergebnis zwischen {least} und {most}.",
  share: "Anteil der Antworten",
  score: "Ergebnis",
  answers: "Antworten",
  band: "Art der Antwort",
  all: "alle",
};
