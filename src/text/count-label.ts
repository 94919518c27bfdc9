import { fillTemplate, formatNumber, type TextFormat } from "./text-format.ts";

/** A count in words: the text for exactly one, and for all other numbers, with the place `{count}`. */
export interface CountLabel {
  readonly one: string;
  readonly other: string;
}

/** A count with its word; whole numbers without decimals, others with one. */
export function countText(number: number, label: CountLabel, format: TextFormat): string {
  const count = formatNumber(number, Number.isInteger(number) ? 0 : 1, format);
  return fillTemplate(number === 1 ? label.one : label.other, { count });
}
