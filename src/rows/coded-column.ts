import { type Column, readValue } from "./accessor.ts";
import type { CustomerId } from "./customer-id.ts";
import { encodeList } from "./encode-list.ts";

/** Ids of a column as running numbers in the order in which they first appear, below 0 where there is none. */
export interface CodedColumn {
  readonly codes: Int32Array;
  readonly ids: readonly CustomerId[];
}

/** Reads the ids of a column; a row that is none has none. */
export function codedColumn<Row>(rows: readonly Row[], column: Column<Row>): CodedColumn {
  const values = new Array<unknown>(rows.length);
  for (let i = 0; i < rows.length; i++) values[i] = readValue(rows[i], column);
  const codes = new Int32Array(rows.length);
  return { ids: encodeList(values, codes), codes };
}

/** The codes of the kept rows, in their order, and only the ids that still occur, in the order in which they first do. */
export function recode({ codes, ids }: CodedColumn, kept: Int32Array): CodedColumn {
  const newCode = new Int32Array(ids.length).fill(NONE);
  const left: CustomerId[] = [];
  const result = new Int32Array(kept.length);
  for (let i = 0; i < kept.length; i++) {
    const code = codes[kept[i] as number] as number;
    if (code < 0) {
      result[i] = NONE;
      continue;
    }
    if (newCode[code] === NONE) newCode[code] = left.push(ids[code] as CustomerId) - 1;
    result[i] = newCode[code] as number;
  }
  return { codes: result, ids: left };
}

const NONE = -1;
