import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { drawChart } from "../../examples/pictures/draw-chart.ts";
import { PICTURES } from "../../examples/pictures/pictures.ts";

const folder = new URL("../../docs/images/", import.meta.url);

describe("the pictures of the pages", () => {
  it("are those that are drawn, and no others", () => {
    const drawn = readdirSync(folder, { recursive: true, encoding: "utf8" }).filter(
      // Those of charts are held to the golden ones of the charts' tests.
      (file) => file.includes("/") && file.endsWith(".svg") && !file.startsWith("charts/"),
    );
    expect(drawn.sort()).toEqual(Object.keys(PICTURES).sort());
  });

  it.each(Object.entries(PICTURES))("%s shows what the library computes", (file, chart) => {
    const picture = readFileSync(new URL(file, folder), "utf8");
    expect(drawChart(chart), "run `npx tsx --tsconfig tsconfig.tools.json examples/pictures.ts`").toBe(
      picture,
    );
  });

  it.each(Object.entries(PICTURES))("%s keeps every point within its axes", (_file, { x, y, curves }) => {
    const limits = curves.flatMap(({ band = [] }) =>
      band.flatMap(([at, lower, upper]) => [[at, lower] as const, [at, upper] as const]),
    );
    for (const [at, value] of [...curves.flatMap(({ points }) => points), ...limits]) {
      expect(at >= x.from && at <= x.to && value >= y.from && value <= y.to, `${at}, ${value}`).toBe(true);
    }
  });
});
