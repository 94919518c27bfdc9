import { hitRateBy, offerBook, simulateOffers } from "clientele";
import type { Curve, LineChart } from "../chart.ts";
import { percentAxis } from "../steps.ts";

const offers = simulateOffers({ offers: 240, seed: 6, sellers: 12, concentration: 12 });
const book = offerBook(offers, { keys: { seller: "seller" } });
const { rows, prior } = hitRateBy(book, "seller", { sortBy: "rate" });
const mean = prior?.mean ?? 0;
const least = Math.min(...rows.map(({ of }) => of));
const most = Math.max(...rows.map(({ of }) => of));

const [best] = rows;

function percent(rate: number | null | undefined): string {
  return `${Math.round(100 * (rate ?? 0))} %`;
}

/** The limits of each shrunken rate as an upright line. */
const limits = rows.map(({ shrunken }, at): Curve => {
  return {
    points: [
      [at + 1, shrunken?.lower ?? 0],
      [at + 1, shrunken?.upper ?? 0],
    ],
    tone: 0,
    drawn: "line",
  };
});

export const shrinkagePicture: LineChart = {
  title: `${percent(best?.rate)} of ${best?.of ?? 0} offers prove little: beside the others it is ${percent(best?.shrunken?.rate)}`,
  subtitle: `Hit rates of ${rows.length} invented sellers with ${least} to ${most} decided offers each`,
  description:
    "For each of twelve sellers, ordered by the raw hit rate, a raw rate and a shrunken rate with its 95 percent limits. Raw rates run from 55 percent down to 10. Shrunken rates run from 39 to 22 percent, close to the mean of 31 percent, and all limits hold the mean.",
  x: {
    name: "sellers by raw hit rate, with the number of their decided offers",
    from: 0.4,
    to: rows.length + 0.6,
    ticks: rows.map(({ of }, at) => ({ at: at + 1, text: String(of) })),
  },
  y: percentAxis("hit rate", 0, 0.8, 0.2),
  curves: [
    ...limits,
    {
      points: rows.map(({ shrunken }, at) => [at + 1, shrunken?.rate ?? 0] as const),
      tone: 0,
      drawn: "marks",
      label: { at: [6.2, 0.56], text: "shrunken, with 95 % limits" },
    },
    {
      points: rows.map(({ rate }, at) => [at + 1, rate ?? 0] as const),
      tone: 1,
      drawn: "marks",
      label: { at: [2.3, 0.57], text: "raw" },
    },
  ],
  guides: [
    {
      from: [0.4, mean],
      to: [rows.length + 0.6, mean],
      label: { at: [11.5, mean + 0.015], text: "mean", anchor: "middle" },
    },
  ],
};
