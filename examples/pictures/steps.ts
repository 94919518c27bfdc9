import type { Axis, Point, Tick } from "./chart.ts";

/** Ticks at equal steps, written as they are. */
export function ticks(from: number, to: number, step: number): Tick[] {
  return upTo(from, to, step).map((at) => ({ at, text: String(at) }));
}

/** An axis of shares, written in percent. */
export function percentAxis(name: string, from: number, to: number, step: number): Axis {
  const percents = upTo(from * 100, to * 100, step * 100);
  return { name, from, to, ticks: percents.map((at) => ({ at: at / 100, text: `${at} %` })) };
}

/** A function at equal steps. */
export function sampled(from: number, to: number, step: number, f: (x: number) => number): Point[] {
  return upTo(from, to, step).map((x) => [x, f(x)] as const);
}

function upTo(from: number, to: number, step: number): number[] {
  return Array.from({ length: Math.round((to - from) / step) + 1 }, (_, i) => from + i * step);
}
