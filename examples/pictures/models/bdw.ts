import { fitBdw, fitSbg, retentionRate } from "clientele";
import type { LineChart } from "../chart.ts";
import { percentAxis, sampled, ticks } from "../steps.ts";
import { HIGH_END, retained, YEARS } from "./survivors.ts";

const SEEN = 4;
const customers = { unit: "year", cohorts: [HIGH_END.slice(0, SEEN + 1)] } as const;
const bdw = fitBdw(customers);
const sbg = fitSbg(customers);

export const bdwPicture: LineChart = {
  title: "BdW: when each customer's loyalty changes",
  subtitle: "“High end” customers. Curves: fitted to four years. Marks: observed, hollow where not seen",
  description:
    "Retention rate against the year. Observed it falls from 87 % in the first year to 86 % in the second and rises then to 96 %. The BdW fitted to four years follows; the sBG rises from the start and runs too low from the fifth year on.",
  x: { name: "year", from: 0.5, to: YEARS + 0.5, ticks: ticks(1, YEARS, 1) },
  y: percentAxis("share of those there who renew", 0.8, 1, 0.05),
  curves: [
    {
      points: sampled(1, YEARS, 1, (year) => retentionRate(bdw, year)),
      tone: 0,
      drawn: "line",
      label: { at: [6, 0.95], text: "BdW", anchor: "end" },
    },
    {
      points: sampled(1, YEARS, 1, (year) => retentionRate(sbg, year)),
      tone: 1,
      drawn: "line",
      label: { at: [8, 0.91], text: "sBG" },
    },
    { points: retained(HIGH_END), tone: 0, drawn: "marks", hollowFrom: SEEN + 1 },
  ],
  guides: [
    {
      from: [SEEN + 0.5, 0.8],
      to: [SEEN + 0.5, 1],
      label: { at: [SEEN + 0.6, 0.808], text: "not seen by the models" },
    },
  ],
};
