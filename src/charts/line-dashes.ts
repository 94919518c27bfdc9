/** Dashes for lines that colours tell apart, so that colour is not alone; as many as there are colours. */
export const LINE_DASHES: readonly (readonly number[])[] = [
  [1, 0],
  [7, 3],
  [2, 2],
  [9, 3, 2, 3],
  [4, 2],
  [12, 4],
  [2, 4],
  [6, 2, 2, 2, 2, 2],
];
