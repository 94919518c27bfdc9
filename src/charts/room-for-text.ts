/** A domain of bars from 0, with room for text behind the longest one; `room` is a share of the axis. */
export function domainWithRoom(shares: readonly number[], room: number): readonly [number, number] {
  const least = shares.reduce((lowest, share) => Math.min(lowest, share), 0);
  const most = shares.reduce((highest, share) => Math.max(highest, share), 0);
  const end = most + ((most - least) * room) / (1 - room);
  return [least, end > 0 ? end : 1];
}
