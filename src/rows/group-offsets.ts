/** Where the members of each group start when they are laid one group after the other. */
export function groupOffsets(groupOf: Int32Array, groups: number): Int32Array {
  const offsets = new Int32Array(groups + 1);
  for (let i = 0; i < groupOf.length; i++) {
    const next = (groupOf[i] as number) + 1;
    offsets[next] = (offsets[next] as number) + 1;
  }
  for (let g = 0; g < groups; g++) offsets[g + 1] = (offsets[g + 1] as number) + (offsets[g] as number);
  return offsets;
}
