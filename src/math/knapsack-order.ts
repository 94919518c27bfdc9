/** The items that bring a profit, by descending profit ÷ cost; those that cost nothing come first, equal ones as they came. */
export function densityOrder(profits: Float64Array, costs: Float64Array): Int32Array<ArrayBuffer> {
  const items = new Int32Array(profits.length);
  const density = new Float64Array(profits.length);
  let count = 0;
  for (let i = 0; i < profits.length; i++) {
    const profit = profits[i] as number;
    if (profit <= 0) continue;
    density[i] = profit / (costs[i] as number);
    items[count++] = i;
  }
  return items.subarray(0, count).sort((a, b) => {
    const [first, second] = [density[a] as number, density[b] as number];
    return first === second ? a - b : first > second ? -1 : 1;
  });
}
