import type { SatisfactionChartLabels } from "./chart-labels-satisfaction.ts";

export const enSatisfactionCharts: SatisfactionChartLabels = {
  title: "{measure}: {score}",
  overTime: "{measure}: {score} overall",
  subtitle: "{answers} of {asked} asked; {level} intervals",
  description: "Shares of answers and scores: {groups}.",
  group: "{group} {score} ({limits}; {answers})",
  overTimeDescription: "From {first} to {last} the score lay between {least} and {most}.",
  share: "share of answers",
  score: "score",
  answers: "answers",
  band: "answers",
  all: "all",
};
