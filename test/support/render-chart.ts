import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { Resvg } from "@resvg/resvg-js";
import { type LoggerInterface, parse, View } from "vega";
import { compile, type TopLevelSpec } from "vega-lite";
import { expect } from "vitest";
import type { Chart } from "../../src/charts/chart.ts";

/** Draws a chart as SVG; whatever Vega or Vega-Lite complain about is an error. */
export async function svgOf(chart: Chart): Promise<string> {
  const complaints: string[] = [];
  const logger = complainingLogger(complaints);
  const { spec } = compile(chart as unknown as TopLevelSpec, { logger });
  const view = new View(parse(spec), { renderer: "none", logger });
  const svg = await view.toSVG();
  view.finalize();
  expect(complaints).toEqual([]);
  return rounded(svg);
}

/** Draws a chart as PNG, as a browser would show it. */
export function pngOf(svg: string): Buffer {
  return new Resvg(svg, { font: { defaultFontFamily: "DejaVu Sans" } }).render().asPng();
}

/**
 * Holds the drawn chart to the picture that was looked at, in test/charts/golden; `UPDATE_GOLDEN=1` draws it anew.
 *
 * With `CHART_PNG=folder` a PNG is written there, too, to be looked at.
 */
export async function expectGolden(name: string, chart: Chart): Promise<string> {
  expect(JSON.parse(JSON.stringify(chart))).toEqual(chart);
  const svg = await svgOf(chart);
  const png = pngOf(svg);
  expect(png.subarray(1, 4).toString()).toBe("PNG");
  const { CHART_PNG, UPDATE_GOLDEN } = process.env;
  if (CHART_PNG !== undefined) {
    mkdirSync(CHART_PNG, { recursive: true });
    writeFileSync(`${CHART_PNG}/${name}.png`, png);
  }
  const golden = new URL(`../charts/golden/${name}.svg`, import.meta.url);
  if (UPDATE_GOLDEN === "1") writeFileSync(golden, svg);
  expect(existsSync(golden), `${name}.svg is missing: draw it with UPDATE_GOLDEN=1, and look at it`).toBe(
    true,
  );
  expect(svg).toBe(readFileSync(golden, "utf8"));
  return svg;
}

/** A tenth of a pixel is finer than the eye, and the same on every machine; words stay as they are. */
function rounded(svg: string): string {
  const inTenths = (number: string): string => String(Math.round(Number(number) * 10) / 10 + 0);
  const coordinates = svg.replace(
    /(\s(?:d|transform|x|y|x1|x2|y1|y2|cx|cy|r|dx|dy|width|height|viewBox|points)=")([^"]*)"/g,
    (_, name: string, value: string) => `${name}${value.replace(/-?\d+\.\d+(e-?\d+)?/g, inTenths)}"`,
  );
  return `${coordinates}\n`;
}

function complainingLogger(complaints: string[]): LoggerInterface {
  const complain = (...parts: readonly unknown[]): LoggerInterface => {
    complaints.push(parts.map(String).join(" "));
    return logger;
  };
  const silent = (): LoggerInterface => logger;
  const logger = { level: () => 0, error: complain, warn: complain, info: silent, debug: silent };
  return logger as unknown as LoggerInterface;
}
