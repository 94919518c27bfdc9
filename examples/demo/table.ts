/** A column of a table; a line break in the heading makes two lines of it. */
export interface TableColumn {
  readonly head: string;
  readonly align: "left" | "right";
}

const GAP = "  ";

/** Lays cells out in aligned columns under a ruled heading; the last of `rows` is ruled off if it is a total. */
export function table(
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  total: readonly string[] | null = null,
): string[] {
  const heads = columns.map(({ head }) => head.split("\n"));
  const height = Math.max(...heads.map((lines) => lines.length));
  const headRows = Array.from({ length: height }, (_, i) =>
    heads.map((lines) => lines[i - (height - lines.length)] ?? ""),
  );
  const all = [...headRows, ...rows, ...(total === null ? [] : [total])];
  const widths = columns.map((_, c) => Math.max(...all.map((row) => width(row[c] ?? ""))));
  const line = (row: readonly string[]): string => {
    const cells = columns.map(({ align }, c) => padded(row[c] ?? "", widths[c] ?? 0, align));
    return (GAP + cells.join(GAP)).trimEnd();
  };
  const rule = GAP + "─".repeat(widths.reduce((sum, each) => sum + each, GAP.length * (widths.length - 1)));
  const body = [...headRows.map(line), rule, ...rows.map(line)];
  return total === null ? body : [...body, rule, line(total)];
}

function padded(text: string, size: number, align: "left" | "right"): string {
  const blanks = " ".repeat(Math.max(0, size - width(text)));
  return align === "left" ? text + blanks : blanks + text;
}

/** One place per character: emoji and East Asian characters take two in some terminals, which is left aside. */
function width(text: string): number {
  return [...text].length;
}
