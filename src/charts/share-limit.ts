/** Where an axis of shares ends: the next tenth above all of them, at most 1. */
export function shareLimit(shares: readonly (number | null)[]): number {
  const most = shares.reduce<number>((limit, share) => Math.max(limit, share ?? 0), 0);
  return Math.min(1, Math.max(1, Math.ceil(most * 10 - 1e-9)) / 10);
}
