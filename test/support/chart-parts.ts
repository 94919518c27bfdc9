import type { Chart, ChartPart, ChartRow } from "../../src/charts/chart.ts";

/** The figures of a chart, or of one panel of several. */
export function rowsOf(chart: Chart | ChartPart, panel?: number): readonly ChartRow[] {
  const panels = (chart["vconcat"] ?? chart["hconcat"]) as readonly ChartPart[] | undefined;
  const holder = panel === undefined ? chart : (panels?.[panel] ?? {});
  return ((holder["data"] as ChartPart | undefined)?.["values"] ?? []) as readonly ChartRow[];
}

/** All that is written in a drawing, without its marks. */
export function wordsOf(svg: string): string {
  return [...svg.matchAll(/<text[^>]*>([^<]*)</g)].map(([, text]) => text).join("\n");
}
