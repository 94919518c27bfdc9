import { LINE_WIDTH, wrapped } from "./wrapped.ts";

const MARGIN = "  ";

/** Lines of a name and what is known about it, the names in a column. */
export function facts(pairs: readonly (readonly [name: string, fact: string])[]): string[] {
  const width = Math.max(...pairs.map(([name]) => name.length));
  const hanging = " ".repeat(MARGIN.length + width + MARGIN.length);
  return pairs.flatMap(([name, fact]) => {
    const [first = "", ...more] = wrapped(fact, hanging);
    return [MARGIN + name.padEnd(width) + MARGIN + first.slice(hanging.length), ...more];
  });
}

/** Remarks below a table. */
export function remarks(texts: readonly string[]): string[] {
  return texts.flatMap((text) => wrapped(text, MARGIN, `${MARGIN}${MARGIN}`));
}

/** Makes sure that whatever a file holds can be printed: no control characters, not too long. */
export function printable(text: string, longest = LINE_WIDTH): string {
  const plain = [...text.replace(/[\p{C}\p{Zl}\p{Zp}]/gu, "�")];
  return plain.length > longest ? `${plain.slice(0, longest - 1).join("")}…` : plain.join("");
}
