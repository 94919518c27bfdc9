import type { Curve } from "./chart.ts";
import { type Frame, number } from "./frame.ts";

/** A curve as a path. */
export function curve({ points, tone }: Curve, { x, y }: Frame): string {
  const path = points.map(([at, value], i) => `${i === 0 ? "M" : "L"}${number(x(at))} ${number(y(value))}`);
  return `<path class="line t${tone} d${tone}" d="${path.join("")}"/>`;
}

/** The area between the limits of a curve; nothing if it has none. */
export function band({ band: limits = [], tone }: Curve, { x, y }: Frame): string[] {
  if (limits.length === 0) return [];
  const upper = limits.map(([at, , value]) => `${number(x(at))} ${number(y(value))}`);
  const lower = limits.map(([at, value]) => `${number(x(at))} ${number(y(value))}`).reverse();
  return [`<path class="band t${tone}" d="M${[...upper, ...lower].join("L")}z"/>`];
}

/** The points of a curve, each tone with a shape of its own. */
export function marks(
  { points, tone, hollowFrom = Number.POSITIVE_INFINITY }: Curve,
  frame: Frame,
): string[] {
  return points.map(([at, value]) => {
    const style = `mark t${tone}${at >= hollowFrom ? " hollow" : ""}`;
    return `<path class="${style}" transform="translate(${number(frame.x(at))} ${number(frame.y(value))})" d="${SHAPES[tone]}"/>`;
  });
}

/** Circle, square, triangle, diamond. */
const SHAPES = [
  "M-4.5 0a4.5 4.5 0 1 0 9 0a4.5 4.5 0 1 0 -9 0z",
  "M-4 -4h8v8h-8z",
  "M0 -5.2L5 3.8H-5z",
  "M0 -5.8L5.2 0L0 5.8L-5.2 0z",
] as const;
