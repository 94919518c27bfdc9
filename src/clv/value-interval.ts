import { type Interval, standardErrorsOfLevel } from "../statistics/confidence.ts";

/** How far a value can be trusted. */
export interface ValueInterval extends Interval {
  /** Share of such intervals that cover the true value. */
  readonly level: number;
  readonly standardError: number;
  /**
   * What the interval covers: `"survival"` (the curve was estimated from few customers) or `"parameters"` (so were the parameters of the
   * models). Neither covers chance, nor a wrong model.
   */
  readonly covers: "survival" | "parameters";
}

/**
 * The interval of a value of which a part is certain, such as a margin that is paid at once.
 *
 * It is symmetric in the logarithm of the other part, so it never reaches beyond the certain one; `null` if the error is none.
 */
export function valueInterval(
  { certain, uncertain }: { readonly certain: number; readonly uncertain: number },
  standardError: number,
  { level, covers }: Pick<ValueInterval, "level" | "covers">,
): ValueInterval | null {
  if (!Number.isFinite(standardError)) return null;
  const relative = uncertain === 0 ? 0 : standardError / Math.abs(uncertain);
  const factor = Math.exp(standardErrorsOfLevel(level) * relative);
  if (!Number.isFinite(factor)) return null;
  const ends = [certain + uncertain / factor, certain + uncertain * factor] as const;
  return { lower: Math.min(...ends), upper: Math.max(...ends), level, standardError, covers };
}
