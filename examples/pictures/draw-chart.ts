import { axes } from "./axes.ts";
import type { Guide, Label, LineChart } from "./chart.ts";
import { band, curve, marks } from "./curve.ts";
import { type Frame, frameOf, number, PLOT, SIZE } from "./frame.ts";
import { STYLE } from "./style.ts";

/** The chart as an SVG that needs nothing else: no script, no font, colours for light and dark. */
export function drawChart(chart: LineChart): string {
  const frame = frameOf(chart.x, chart.y);
  const guides = (chart.guides ?? []).flatMap((guide) => drawnGuide(guide, frame));
  const bands = chart.curves.flatMap((one) => band(one, frame));
  const curves = chart.curves.flatMap((one) => [
    ...(one.drawn === "marks" ? [] : [curve(one, frame)]),
    ...(one.drawn === "line" ? [] : marks(one, frame)),
  ]);
  const labels = chart.curves.flatMap(({ label, tone }) =>
    label === undefined ? [] : [words(label, frame, `label t${tone}`)],
  );
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${SIZE.width} ${SIZE.height}" width="${SIZE.width}" height="${SIZE.height}" role="img" aria-labelledby="title desc">
<title id="title">${escaped(chart.title)}</title>
<desc id="desc">${escaped(chart.description)}</desc>
<style>
${STYLE}
</style>
<rect class="card" width="${SIZE.width}" height="${SIZE.height}" rx="10"/>
<text class="title" x="${PLOT.left}" y="30">${escaped(chart.title)}</text>
<text class="muted" x="${PLOT.left}" y="51">${escaped(chart.subtitle)}</text>
${[...axes(chart.x, chart.y, frame), ...bands, ...guides, ...curves, ...labels].join("\n")}
</svg>
`;
}

function drawnGuide({ from, to, label }: Guide, { x, y }: Frame): string[] {
  const line = `<line class="guide" x1="${number(x(from[0]))}" y1="${number(y(from[1]))}" x2="${number(x(to[0]))}" y2="${number(y(to[1]))}"/>`;
  return label === undefined ? [line] : [line, words(label, { x, y }, "muted")];
}

function words({ at, text, anchor = "start" }: Label, { x, y }: Frame, style: string): string {
  return `<text class="${style}" x="${number(x(at[0]))}" y="${number(y(at[1]))}" text-anchor="${anchor}">${escaped(text)}</text>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
