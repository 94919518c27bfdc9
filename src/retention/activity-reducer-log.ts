import type { CustomerId } from "../rows/customer-id.ts";
import { type ReducedFacts, reducedLog } from "../transactions/reduced-log.ts";
import type { TransactionLog } from "../transactions/transaction-log.ts";
import type { ActivityCells } from "./activity-reducer-cells.ts";

/**
 * Which lines stand for a cell in the log that a result is finished on.
 *
 * `"presence"`: one line. `"count"`: one line whose amount is the number of purchases. `"money"`: one line with the sum. `"margin"`: one line
 * with what stands above 0 and, if there is any, one with what stands below, since what cancels must be told from rounding. `"repeat"`: as money,
 * and from two purchases on a second line of 0 on the last day, which tells who bought again.
 */
export type CellLines = "presence" | "count" | "money" | "margin" | "repeat";

/** The log of lines that stand for cells. */
export function logOfCells(
  cells: ActivityCells,
  customerIds: readonly CustomerId[],
  kind: CellLines,
  facts: ReducedFacts,
): TransactionLog {
  const { customers, firstDays, lastDays, slots, counts } = cells;
  const most = customers.length * (kind === "margin" || kind === "repeat" ? 2 : 1);
  const codes = new Int32Array(most);
  const days = new Int32Array(most);
  const amounts = new Float64Array(most);
  const margins = kind === "margin" ? new Float64Array(most) : null;
  let lines = 0;
  const write = (cell: number, day: number, amount: number, margin: number): void => {
    codes[lines] = customers[cell] as number;
    days[lines] = day;
    amounts[lines] = amount;
    if (margins !== null) margins[lines] = margin;
    lines += 1;
  };
  for (let cell = 0; cell < customers.length; cell++) {
    const first = firstDays[cell] as number;
    const isReturn = ((slots[cell] as number) & 1) === 1;
    if (kind === "presence") write(cell, first, 1, 0);
    else if (kind === "count") write(cell, first, counts[cell] as number, 0);
    else if (kind === "margin") {
      const sign = isReturn ? -1 : 1;
      const below = sumAt(cells, 2 * cell + 1);
      write(cell, first, sign, sumAt(cells, 2 * cell));
      if (below !== 0) write(cell, first, sign, below);
    } else {
      write(cell, first, sumAt(cells, cell), 0);
      const boughtAgain = kind === "repeat" && !isReturn && (counts[cell] as number) > 1;
      if (boughtAgain) write(cell, lastDays[cell] as number, 0, 0);
    }
  }
  return reducedLog(
    {
      customerIds,
      codes: codes.subarray(0, lines),
      days: days.subarray(0, lines),
      amounts: amounts.subarray(0, lines),
      margins: margins === null ? null : margins.subarray(0, lines),
      orders: null,
      rowOf: null,
      rowsPerLine: null,
    },
    facts,
  );
}

function sumAt({ sums, lost }: ActivityCells, place: number): number {
  return (sums[place] as number) + (lost[place] as number);
}
