import type { Palette } from "./theme.ts";

/** So many colours of one hue, from many to few: the first stands out most. */
export function shades(count: number, { few, many }: Palette): readonly string[] {
  const [from, to] = [channels(many), channels(few)];
  return Array.from({ length: count }, (_, at) => {
    const share = count === 1 ? 0 : (at / (count - 1)) * PALEST;
    const mixed = from.map((channel, c) => Math.round(channel + share * ((to[c] as number) - channel)));
    return `#${mixed.map((channel) => channel.toString(16).padStart(2, "0")).join("")}`;
  });
}

/** The last shade still stands out from the ground. */
const PALEST = 0.85;

function channels(colour: string): readonly number[] {
  return [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
}
