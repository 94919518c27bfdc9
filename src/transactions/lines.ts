import type { CustomerId } from "../rows/customer-id.ts";

/**
 * Rows on their way into a log, column by column.
 *
 * While they are being read, faults stand where values should be: a code below 0, a day beyond the calendar, an amount or margin that
 * is NaN, an order below 0. `siftLines` explains and removes them.
 */
export interface Lines {
  readonly customerIds: readonly CustomerId[];
  readonly codes: Int32Array;
  readonly days: Int32Array;
  readonly amounts: Float64Array;
  readonly margins: Float64Array | null;
  readonly orders: Int32Array | null;
  /** Index of the input row of each line; `null` if line and row are the same. */
  readonly rowOf: Int32Array | null;
  /** How many input rows each line stands for; `null` if one. */
  readonly rowsPerLine: Int32Array | null;
}

/** Keeps the lines whose indices are given, and only the customers that still have one, in the order in which they appear. */
export function keepLines(lines: Lines, kept: Int32Array): Lines {
  const left = pickLines(lines, kept);
  const { codes } = left;
  const newCode = new Int32Array(lines.customerIds.length).fill(-1);
  const customerIds: CustomerId[] = [];
  for (let i = 0; i < codes.length; i++) {
    const code = codes[i] as number;
    if ((newCode[code] as number) < 0) {
      newCode[code] = customerIds.length;
      customerIds.push(lines.customerIds[code] as CustomerId);
    }
    codes[i] = newCode[code] as number;
  }
  return { ...left, customerIds };
}

/** The lines whose indices are given, as they are. */
export function pickLines(lines: Lines, kept: Int32Array): Lines {
  return {
    customerIds: lines.customerIds,
    codes: picked(lines.codes, kept),
    days: picked(lines.days, kept),
    amounts: pickedFloats(lines.amounts, kept),
    margins: lines.margins === null ? null : pickedFloats(lines.margins, kept),
    orders: lines.orders === null ? null : picked(lines.orders, kept),
    rowOf: lines.rowOf === null ? kept : picked(lines.rowOf, kept),
    rowsPerLine: lines.rowsPerLine === null ? null : picked(lines.rowsPerLine, kept),
  };
}

function picked(values: Int32Array, kept: Int32Array): Int32Array {
  const result = new Int32Array(kept.length);
  for (let i = 0; i < kept.length; i++) result[i] = values[kept[i] as number] as number;
  return result;
}

function pickedFloats(values: Float64Array, kept: Int32Array): Float64Array {
  const result = new Float64Array(kept.length);
  for (let i = 0; i < kept.length; i++) result[i] = values[kept[i] as number] as number;
  return result;
}
