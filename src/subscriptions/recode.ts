import type { CustomerId } from "../rows/customer-id.ts";
import type { CodedColumn } from "./subscription-lines.ts";

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
