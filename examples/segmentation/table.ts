/** A table of text, its first column to the left and the others to the right. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, at) => Math.max(title.length, ...rows.map((row) => row[at]?.length ?? 0)));
  return [head, ...rows].map((cells) =>
    cells
      .map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0)))
      .join("  ")
      .trimEnd(),
  );
}

/** A whole number with thousands apart. */
export function count(value: number): string {
  return value.toLocaleString("en-US");
}

/** An amount to the cent. */
export function money(value: number): string {
  const text = value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return text === "-0.00" ? "0.00" : text;
}

/** A share in per cent, to one decimal. */
export function percent(share: number | null): string {
  if (share === null) return "–";
  const text = (100 * share).toFixed(1);
  return `${text === "-0.0" ? "0.0" : text} %`;
}
