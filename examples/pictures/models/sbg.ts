import { fitSbg, retentionRate } from "clientele";
import type { Curve, Label, LineChart } from "../chart.ts";
import { percentAxis, sampled, ticks } from "../steps.ts";
import { HIGH_END, REGULAR, retained, YEARS } from "./survivors.ts";

const SEEN = 7;

function cohort(survivors: readonly number[], tone: Curve["tone"], label: Label): Curve[] {
  const model = fitSbg({ unit: "year", cohorts: [survivors.slice(0, SEEN + 1)] });
  const fitted = sampled(1, YEARS, 1, (year) => retentionRate(model, year));
  return [
    { points: fitted, tone, drawn: "line" },
    { points: retained(survivors), tone, drawn: "marks", hollowFrom: SEEN + 1, label },
  ];
}

export const sbgPicture: LineChart = {
  title: "sBG: retention rises although nobody changes",
  subtitle: "Curves: fitted to seven years. Marks: observed, hollow where the model had not seen them",
  description:
    "Retention rate of two cohorts against the year. Both rise, from 85 % and 63 % in the first year to about 95 % in the twelfth, and the curves fitted to seven years run through the observed rates of all twelve.",
  x: { name: "year", from: 0.5, to: YEARS + 0.5, ticks: ticks(1, YEARS, 1) },
  y: percentAxis("share of those there who renew", 0.5, 1, 0.1),
  curves: [
    ...cohort(HIGH_END, 0, { at: [2, 0.92], text: "high end" }),
    ...cohort(REGULAR, 1, { at: [2.4, 0.73], text: "regular" }),
  ],
  guides: [
    {
      from: [SEEN + 0.5, 0.5],
      to: [SEEN + 0.5, 1],
      label: { at: [SEEN + 0.6, 0.52], text: "not seen by the model" },
    },
  ],
};
