/** Moves labels at these heights apart until they keep the gap, as little as possible, within the limits if there is room. */
export function spreadLabels(
  heights: readonly number[],
  gap: number,
  least: number,
  most: number,
): readonly number[] {
  const order = heights.map((_, at) => at).sort((a, b) => (heights[a] as number) - (heights[b] as number));
  const placed = new Array<number>(heights.length).fill(0);
  let floor = least;
  for (const at of order) {
    const height = Math.max(heights[at] as number, floor);
    placed[at] = height;
    floor = height + gap;
  }
  let ceiling = most;
  for (const at of order.reverse()) {
    const height = Math.min(placed[at] as number, ceiling);
    placed[at] = height;
    ceiling = height - gap;
  }
  return placed;
}
