/** A distribution on either side of a point; both in full relative precision, also in logs, where they cannot underflow. */
export interface TailProbabilities {
  readonly lower: number;
  readonly upper: number;
  readonly logLower: number;
  readonly logUpper: number;
}

/** Both sides from the log of the lower one, which must not be so close to 0 that it lost digits. */
export function fromLogLower(log: number): TailProbabilities {
  return { lower: Math.exp(log), upper: -Math.expm1(log), logLower: log, logUpper: logComplement(log) };
}

export function fromLogUpper(log: number): TailProbabilities {
  return { lower: -Math.expm1(log), upper: Math.exp(log), logLower: logComplement(log), logUpper: log };
}

/** log(1 − eˣ) for x ≤ 0. */
function logComplement(x: number): number {
  return x > -Math.LN2 ? Math.log(-Math.expm1(x)) : Math.log1p(-Math.exp(x));
}
