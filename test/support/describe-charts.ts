import { describe, expect, it } from "vitest";
import type { Chart } from "../../src/charts/chart.ts";
import type { ChartOptions } from "../../src/charts/chart-options.ts";
import { de } from "../../src/locales/de.ts";
import { wordsOf } from "./chart-parts.ts";
import { dataErrorOf } from "./error-of.ts";
import { expectGolden, svgOf } from "./render-chart.ts";

/** A chart by its name, with a German word that its German picture has, and an English one that it has not. */
export type ChartCase = readonly [
  name: string,
  draw: (options: ChartOptions) => Chart,
  german: string,
  english: string,
];

/** What holds for every chart: its picture was looked at, it speaks German on dark ground, and it takes what every chart takes. */
export function describeCharts(charts: readonly ChartCase[]): void {
  describe.each(charts)("the chart %s", (name, draw, german, english) => {
    it("is the one that was looked at", async () => {
      await expectGolden(name, draw({}));
    });

    it("speaks German on dark ground", async () => {
      const chart = draw({ locale: de, theme: "dark" });
      const svg = await svgOf(chart);
      expect(svg).toContain("#10151c");
      expect(wordsOf(svg)).toContain(german);
      expect(wordsOf(svg)).not.toContain(english);
      expect(chart.description).not.toMatch(/\{\w+\}| with | and /);
      expect(wordsOf(svg)).not.toMatch(/[{}]|undefined|null|NaN/);
    });

    it("takes size, headline and subtitle, and refuses what is no option", async () => {
      const chart = draw({ width: 333, height: 111, title: "Own", subtitle: "" });
      expect(chart.title.text).toBe("Own");
      expect(chart.title.subtitle).toBeUndefined();
      expect(JSON.stringify(chart)).toMatch(/"height":111\b/);
      await svgOf(chart);
      expect(dataErrorOf(() => draw({ colour: "red" } as never)).issues[0]?.field).toBe("options.colour");
    });
  });
}
