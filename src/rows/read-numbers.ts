import { type Accessor, checkAccessor, column, type Fields, missingFieldHint } from "./accessor.ts";
import type { IssueCollector } from "./issue-collector.ts";
import { numberFault, numberTrouble } from "./number-fault.ts";

/**
 * The finite number that each row holds, read once; what is none is noted and stands as NaN.
 *
 * @param name What issues call the column if the accessor is a function, and the path of an accessor that is none.
 */
export function readNumbers<Row>(
  rows: readonly Row[],
  accessor: Accessor<Row, number>,
  name: string,
  collector: IssueCollector,
): Float64Array {
  checkAccessor(name, accessor);
  const { field, key, read } = column<Row>(accessor, name);
  const numbers = new Float64Array(rows.length);
  for (let i = 0; i < rows.length; i++) {
    const row = rows[i] as Row;
    if (typeof row !== "object" || row === null) {
      numbers[i] = Number.NaN;
      collector.add("invalid_row", i, "row", row, () => "This is no row: pass objects with a value each.");
      continue;
    }
    const value = key === null ? read?.(row) : (row as Fields)[key];
    if (typeof value === "number" && Number.isFinite(value)) {
      // Adding 0 turns −0 into 0.
      numbers[i] = value + 0;
      continue;
    }
    numbers[i] = Number.NaN;
    const fault = numberFault(value);
    collector.add(fault === "missing" ? "missing_value" : "invalid_value", i, field, value, () =>
      fault === "missing"
        ? `The value is missing.${missingFieldHint(row, key)}`
        : numberTrouble(fault, value),
    );
  }
  return numbers;
}
