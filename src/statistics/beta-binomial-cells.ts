/** Distinct numbers in ascending order, and how often each occurs. */
export interface CountedNumbers {
  readonly values: Float64Array;
  readonly counts: Float64Array;
}

/**
 * What the beta-binomial likelihood needs of the groups.
 *
 * It is a sum over successes, failures and trials apart, so that each is counted alone: a million groups have few distinct numbers.
 */
export interface BetaBinomialCells {
  readonly groups: number;
  readonly successes: CountedNumbers;
  readonly failures: CountedNumbers;
  readonly trials: CountedNumbers;
}

/** Counts the groups that have trials. */
export function betaBinomialCells(successes: Float64Array, trials: Float64Array): BetaBinomialCells {
  const failures = trials.map((all, i) => all - (successes[i] as number));
  return {
    groups: trials.reduce((groups, all) => groups + (all > 0 ? 1 : 0), 0),
    successes: counted(successes),
    failures: counted(failures),
    trials: counted(trials),
  };
}

/** Σ value · count */
export function totalOf({ values, counts }: CountedNumbers): number {
  return values.reduce((sum, value, i) => sum + value * (counts[i] as number), 0);
}

/** Zeros add nothing to the likelihood and are left out. */
function counted(numbers: Float64Array): CountedNumbers {
  const sorted = numbers.filter((value) => value > 0).sort();
  const values = new Float64Array(sorted.length);
  const counts = new Float64Array(sorted.length);
  let size = 0;
  for (let i = 0; i < sorted.length; i++) {
    if (i === 0 || sorted[i] !== sorted[i - 1]) values[size++] = sorted[i] as number;
    counts[size - 1] = (counts[size - 1] as number) + 1;
  }
  return { values: values.slice(0, size), counts: counts.slice(0, size) };
}
