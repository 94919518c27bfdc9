import { describe, expect, it } from "vitest";
import { satisfactionChart, satisfactionOverTimeChart } from "../../src/charts/index.ts";
import {
  customerEffortScore,
  netPromoterScore,
  satisfactionBy,
  satisfactionByClass,
  satisfactionOverTime,
} from "../../src/index.ts";
import { seededRandom } from "../../src/math/random.ts";
import { rowsOf, wordsOf } from "../support/chart-parts.ts";
import { describeCharts } from "../support/describe-charts.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { svgOf } from "../support/render-chart.ts";

const random = seededRandom(3);
const answers = Array.from({ length: 300 }, (_, i) => ({
  customerId: i,
  country: ["DE", "AT", "CH"][i % 3],
  date: `2025-${String(1 + (i % 9)).padStart(2, "0")}-10`,
  score: random.uniform() < 0.2 ? null : Math.min(10, Math.floor(4 + random.uniform() * (6 + (i % 3)))),
  stars: 1 + Math.floor(random.uniform() * 5),
}));
const byCountry = satisfactionBy(answers, "country", { measure: "nps" });
const stars = satisfactionBy(answers, "country", { measure: "csat", score: "stars" });
const months = satisfactionOverTime(answers, { measure: "nps", period: "month" });

describeCharts([
  ["satisfaction", (options) => satisfactionChart(byCountry, options), "Fürsprecher", "promoter"],
  ["satisfaction-csat", (options) => satisfactionChart(stars, options), "zufriedene Kunden", "satisfied"],
  ["satisfaction-over-time", (options) => satisfactionOverTimeChart(months, options), "Ergebnis", "score"],
]);

describe("satisfactionChart", () => {
  it("holds shares that diverge from the middle of the passives, and scores in points", () => {
    const chart = satisfactionChart(byCountry);
    const { promoters, passives, detractors, responses } = byCountry.rows[0] ?? byCountry.total;
    const [bad, middling, good] = rowsOf(chart, 0);
    expect([bad, middling, good].map((row) => row?.["answers"])).toEqual([detractors, passives, promoters]);
    expect(Number(bad?.["to"])).toBeCloseTo(-passives / responses / 2, 12);
    expect(Number(good?.["from"])).toBeCloseTo(passives / responses / 2, 12);
    const { score, lower, upper } = byCountry.total;
    expect(rowsOf(chart, 1).at(-1)).toMatchObject({
      group: "all",
      score: 100 * Number(score),
      lower: 100 * Number(lower),
      upper: 100 * Number(upper),
    });
  });

  it("draws one score, classes, and every measure", async () => {
    const one = satisfactionChart(netPromoterScore(answers));
    expect(rowsOf(one, 1)).toHaveLength(1);
    await svgOf(one);
    const customers = answers.map(({ customerId, country }) => ({ customerId, class: country }));
    const classes = satisfactionByClass(answers, customers, { measure: "nps" });
    expect(rowsOf(satisfactionChart(classes), 1).map(({ group }) => group)).toEqual([
      "DE",
      "AT",
      "CH",
      "all",
    ]);
    const effort = customerEffortScore(answers, { score: "stars", scale: 5 });
    expect(rowsOf(satisfactionChart(effort), 1)[0]?.["score"]).toBe(effort.score);
    await svgOf(satisfactionChart(effort));
  });

  it("keeps the place of a group that did not answer", async () => {
    const silent = [...answers, { country: "FR", score: null }];
    const chart = satisfactionChart(satisfactionBy(silent, "country", { measure: "nps" }));
    expect(rowsOf(chart, 1).find(({ group }) => group === "FR")).toMatchObject({ score: null, answers: 0 });
    expect(wordsOf(await svgOf(chart))).toContain("FR");
  });
});

describe("satisfactionOverTimeChart", () => {
  it("holds scores, and a gap where nobody answered", async () => {
    const gap = satisfactionOverTime(
      answers.filter(({ date }) => !date.startsWith("2025-04")),
      { measure: "csat", score: "stars", period: "month" },
    );
    const chart = satisfactionOverTimeChart(gap);
    expect(rowsOf(chart, 0).map(({ score }) => score)).toEqual(gap.rows.map(({ score }) => score));
    expect(rowsOf(chart, 0)[3]?.["score"]).toBeNull();
    await svgOf(chart);
  });
});

describe("wrong calls", () => {
  it.each([
    ["answers", () => satisfactionChart(answers as never), "satisfactionBy"],
    ["nothing", () => satisfactionChart(undefined as never), "satisfactionBy"],
    [
      "a score over time",
      () => satisfactionOverTimeChart(netPromoterScore(answers) as never),
      "satisfactionOverTime",
    ],
    ["nobody", () => satisfactionChart(netPromoterScore([{ score: null }])), "Nobody answered"],
  ])("with %s are told what to pass", (_name, call, words) => {
    expect(dataErrorOf(call).message).toContain(words);
  });
});
