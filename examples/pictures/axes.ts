import type { Axis } from "./chart.ts";
import { type Frame, number, PLOT } from "./frame.ts";

/** Grid, ticks and names of both axes. */
export function axes(x: Axis, y: Axis, frame: Frame): string[] {
  const rows = y.ticks.flatMap(({ at, text }) => {
    const place = number(frame.y(at));
    return [
      `<line class="grid" x1="${PLOT.left}" y1="${place}" x2="${PLOT.right}" y2="${place}"/>`,
      `<text class="muted" x="${PLOT.left - 8}" y="${number(frame.y(at) + 4)}" text-anchor="end">${text}</text>`,
    ];
  });
  const columns = x.ticks.flatMap(({ at, text }) => {
    const place = number(frame.x(at));
    return [
      `<line class="axis" x1="${place}" y1="${PLOT.bottom}" x2="${place}" y2="${PLOT.bottom + 5}"/>`,
      `<text class="muted" x="${place}" y="${PLOT.bottom + 20}" text-anchor="middle">${text}</text>`,
    ];
  });
  const middle = (PLOT.top + PLOT.bottom) / 2;
  return [
    ...rows,
    `<line class="axis" x1="${PLOT.left}" y1="${PLOT.bottom}" x2="${PLOT.right}" y2="${PLOT.bottom}"/>`,
    ...columns,
    `<text class="muted" x="${(PLOT.left + PLOT.right) / 2}" y="${PLOT.bottom + 44}" text-anchor="middle">${x.name}</text>`,
    `<text class="muted" transform="translate(20 ${middle}) rotate(-90)" text-anchor="middle">${y.name}</text>`,
  ];
}
