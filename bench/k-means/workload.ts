import { seededRandom } from "../../src/math/random.ts";

/** Rows of groups that overlap, feature after feature. */
export function drawnColumns(rows: number, features: number, groups: number): Record<string, Float64Array> {
  const random = seededRandom(3);
  const centres = Array.from({ length: groups * features }, () => 2 * random.normal());
  const columns = Array.from({ length: features }, () => new Float64Array(rows));
  for (let i = 0; i < rows; i++) {
    const group = Math.floor(random.uniform() * groups);
    columns.forEach((column, j) => {
      column[i] = (centres[group * features + j] ?? 0) + random.normal();
    });
  }
  return Object.fromEntries(columns.map((column, j): [string, Float64Array] => [`feature ${j + 1}`, column]));
}

/** The same, row after row. */
export function flatRows(columns: readonly Float64Array[]): Float64Array {
  const rows = columns[0]?.length ?? 0;
  const flat = new Float64Array(rows * columns.length);
  columns.forEach((column, j) => {
    column.forEach((value, i) => {
      flat[i * columns.length + j] = value;
    });
  });
  return flat;
}

/** Rows as first centres, far apart in the list and drawn by no method that one side would have to pay for. */
export function firstRows(flat: Float64Array, features: number, clusters: number): Float64Array {
  const every = Math.floor(flat.length / features / clusters);
  const centres = new Float64Array(clusters * features);
  for (let c = 0; c < clusters; c++) {
    centres.set(flat.subarray(c * every * features, (c * every + 1) * features), c * features);
  }
  return centres;
}
