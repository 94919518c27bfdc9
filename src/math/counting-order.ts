/** The places of whole numbers from 0 in ascending order of the numbers, equal ones as they came (counting sort). */
export function countingOrder(values: Int32Array): Int32Array {
  let most = 0;
  for (let i = 0; i < values.length; i++) most = Math.max(most, values[i] as number);
  const next = new Int32Array(most + 2);
  for (let i = 0; i < values.length; i++) {
    const after = (values[i] as number) + 1;
    next[after] = (next[after] as number) + 1;
  }
  for (let value = 0; value <= most; value++) {
    next[value + 1] = (next[value + 1] as number) + (next[value] as number);
  }
  const order = new Int32Array(values.length);
  for (let i = 0; i < values.length; i++) {
    const value = values[i] as number;
    const place = next[value] as number;
    next[value] = place + 1;
    order[place] = i;
  }
  return order;
}
