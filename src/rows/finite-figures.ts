import { invalidOption } from "./options.ts";

/** Refuses results that no number can hold, which only absurd input leads to; `path` names the input to look at, `null` is no figure. */
export function checkFigures(path: string, ...figures: readonly (number | null | undefined)[]): void {
  for (const figure of figures) {
    if (figure === null || figure === undefined || Number.isFinite(figure)) continue;
    throw invalidOption(path, figure, TOO_LARGE);
  }
}

const TOO_LARGE =
  "What follows from it is larger than a number can hold: look for a mistaken figure, or use a larger unit of money.";
