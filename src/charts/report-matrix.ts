import type { FigureTable } from "./report-table.ts";

/** A figure of a matrix. */
export interface MatrixCell {
  readonly row: string;
  readonly column: string;
  readonly text: string;
}

/**
 * Sets figures out by rows and columns; where there is none, the cell says so.
 *
 * @param corner - What the rows are.
 * @param columns - In their order; rows stand as they come.
 * @param empty - Stands in cells without a figure.
 */
export function matrixTable(
  corner: string,
  columns: readonly string[],
  cells: readonly MatrixCell[],
  empty: string,
): Omit<FigureTable, "caption"> {
  const rows = new Map<string, Map<string, string>>();
  for (const { row, column, text } of cells) {
    const line = rows.get(row) ?? new Map<string, string>();
    rows.set(row, line.set(column, text));
  }
  return {
    headings: [corner, ...columns],
    rows: [...rows].map(([row, line]) => [row, ...columns.map((column) => line.get(column) ?? empty)]),
  };
}
