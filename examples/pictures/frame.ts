import type { Axis } from "./chart.ts";

export const SIZE = { width: 680, height: 400 } as const;

/** The edges of the plot within the picture. */
export const PLOT = { left: 64, right: 656, top: 72, bottom: 338 } as const;

/** From the values of the axes to places in the picture. */
export interface Frame {
  readonly x: (value: number) => number;
  readonly y: (value: number) => number;
}

export function frameOf(x: Axis, y: Axis): Frame {
  return {
    x: (value) => PLOT.left + ((value - x.from) / (x.to - x.from)) * (PLOT.right - PLOT.left),
    y: (value) => PLOT.bottom - ((value - y.from) / (y.to - y.from)) * (PLOT.bottom - PLOT.top),
  };
}

/** A tenth of a pixel is finer than the eye, and the same on every machine. */
export function number(value: number): string {
  return value.toFixed(1);
}
