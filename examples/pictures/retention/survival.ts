import { kaplanMeier, type SurvivalCurve } from "clientele";
import type { Curve, Label, LineChart, Point } from "../chart.ts";
import { percentAxis, ticks } from "../steps.ts";

/** Weeks in remission under 6-MP and placebo (Freireich et al. 1963; Gehan 1965), censored ones below 0. */
const TREATED = [6, 6, 6, -6, 7, -9, 10, -10, -11, 13, 16, -17, -19, -20, 22, 23, -25, -32, -32, -34, -35];
const PLACEBO = [1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23];

const WEEKS = 36;

function curveOf(weeks: readonly number[]): SurvivalCurve {
  return kaplanMeier(weeks.map((week) => ({ duration: Math.abs(week), event: week > 0 })));
}

/** A curve that holds its value until the next event, drawn as stairs, with its band where there is one. */
function stairs(curve: SurvivalCurve, tone: Curve["tone"], label: Label): Curve {
  const points: Point[] = [[0, 1]];
  const band: (readonly [number, number, number])[] = [];
  let survival = 1;
  for (const row of curve.rows) {
    points.push([row.time, survival], [row.time, row.survival]);
    const last = band.at(-1);
    if (last !== undefined) band.push([row.time, last[1], last[2]]);
    if (row.lower !== null && row.upper !== null) band.push([row.time, row.lower, row.upper]);
    survival = row.survival;
  }
  return { points, tone, drawn: "line", band, label };
}

export const survivalPicture: LineChart = {
  title: "Half relapse by week 23 if treated, by week 8 if not",
  subtitle: "Kaplan–Meier curves with 95 % intervals; 21 patients in each group",
  description:
    "Survival curves of two groups over 35 weeks. The placebo group falls to one half at week 8 and to zero at week 23. The treated group falls slower, to one half at week 23, and stays at 45 percent to the end. The bands of 95 percent intervals hardly overlap between weeks 8 and 20.",
  x: { name: "weeks since the start", from: 0, to: WEEKS, ticks: ticks(0, WEEKS, 6) },
  y: percentAxis("share without a relapse", 0, 1, 0.25),
  curves: [
    stairs(curveOf(TREATED), 0, { at: [24, 0.53], text: "treated with 6-MP" }),
    stairs(curveOf(PLACEBO), 1, { at: [3.4, 0.42], text: "placebo", anchor: "middle" }),
  ],
  guides: [{ from: [0, 0.5], to: [WEEKS, 0.5] }],
};
