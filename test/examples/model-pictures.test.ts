import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawChart } from "../../examples/model-pictures/draw-chart.ts";
import { PICTURES } from "../../examples/model-pictures/pictures.ts";

const folder = new URL("../../docs/images/models/", import.meta.url);

describe("the pictures of the models", () => {
  it("are those that are drawn, and no others", () => {
    expect(readdirSync(folder).sort()).toEqual(Object.keys(PICTURES).sort());
  });

  it.each(Object.entries(PICTURES))("%s shows what the library computes", (file, chart) => {
    const picture = readFileSync(new URL(file, folder), "utf8");
    expect(drawChart(chart), "run `npx tsx --tsconfig tsconfig.tools.json examples/model-pictures.ts`").toBe(
      picture,
    );
  });

  it.each(Object.entries(PICTURES))("%s keeps every point within its axes", (_file, { x, y, curves }) => {
    for (const [at, value] of curves.flatMap(({ points }) => points)) {
      expect(at >= x.from && at <= x.to && value >= y.from && value <= y.to, `${at}, ${value}`).toBe(true);
    }
  });
});
