import { COVARIATES, type Tenures } from "./customers.ts";

/** A customer as a textbook's program holds one. */
interface Subject {
  readonly time: number;
  readonly event: boolean;
  readonly x: readonly number[];
}

interface Slopes {
  readonly gradient: number[];
  readonly information: number[][];
}

const SIZE = COVARIATES.length;
const STEPS = 5;

/** Newton's method as textbooks write it, in plain arrays: sorted once, sums over the risk sets carried along; untied times only. */
export function cumulativeCox(tenures: Tenures): number[] {
  const subjects = subjectsOf(tenures).sort((a, b) => b.time - a.time);
  return newton((beta) => {
    const { gradient, information } = noSlopes();
    let s0 = 0;
    const s1 = zeros();
    const s2 = COVARIATES.map(zeros);
    for (const { event, x } of subjects) {
      const risk = Math.exp(dot(beta, x));
      s0 += risk;
      x.forEach((a, i) => {
        s1[i] = at(s1, i) + risk * a;
        const row = s2[i] as number[];
        x.forEach((b, j) => {
          row[j] = at(row, j) + risk * a * b;
        });
      });
      if (event) addEvent({ gradient, information }, x, s0, s1, s2);
    }
    return { gradient, information };
  });
}

/** The same from the definition: for each event the risk set is looked up among all. */
export function quadraticCox(tenures: Tenures): number[] {
  const subjects = subjectsOf(tenures);
  return newton((beta) => {
    const slopes = noSlopes();
    for (const { time, event, x } of subjects) {
      if (!event) continue;
      let s0 = 0;
      const s1 = zeros();
      const s2 = COVARIATES.map(zeros);
      for (const other of subjects) {
        if (other.time < time) continue;
        const risk = Math.exp(dot(beta, other.x));
        s0 += risk;
        other.x.forEach((a, i) => {
          s1[i] = at(s1, i) + risk * a;
          const row = s2[i] as number[];
          other.x.forEach((b, j) => {
            row[j] = at(row, j) + risk * a * b;
          });
        });
      }
      addEvent(slopes, x, s0, s1, s2);
    }
    return slopes;
  });
}

function subjectsOf(tenures: Tenures): Subject[] {
  return Array.from(tenures.duration, (time, i) => ({
    time,
    event: tenures.event[i] === 1,
    x: COVARIATES.map((name) => tenures[name][i] ?? 0),
  }));
}

function newton(slopes: (beta: readonly number[]) => Slopes): number[] {
  let beta = zeros();
  for (let step = 0; step < STEPS; step++) {
    const { gradient, information } = slopes(beta);
    const move = solve(information, gradient);
    beta = beta.map((value, i) => value + at(move, i));
  }
  return beta;
}

function addEvent(
  { gradient, information }: Slopes,
  x: readonly number[],
  s0: number,
  s1: readonly number[],
  s2: readonly (readonly number[])[],
): void {
  x.forEach((a, i) => {
    gradient[i] = at(gradient, i) + a - at(s1, i) / s0;
    const row = information[i] as number[];
    x.forEach((_, j) => {
      row[j] = at(row, j) + at(s2[i] as number[], j) / s0 - (at(s1, i) * at(s1, j)) / s0 ** 2;
    });
  });
}

/** Gauss with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const rows = matrix.map((row, i) => [...row, at(right, i)]);
  for (let k = 0; k < SIZE; k++) {
    const pivot = rows.slice(k).reduce((best, row, i) => {
      return Math.abs(at(row, k)) > Math.abs(at(rows[best] as number[], k)) ? k + i : best;
    }, k);
    [rows[k], rows[pivot]] = [rows[pivot] as number[], rows[k] as number[]];
    const top = rows[k] as number[];
    rows.forEach((row, i) => {
      if (i === k) return;
      const factor = at(row, k) / at(top, k);
      rows[i] = row.map((value, j) => value - factor * at(top, j));
    });
  }
  return rows.map((row, i) => at(row, SIZE) / at(row, i));
}

function noSlopes(): Slopes {
  return { gradient: zeros(), information: COVARIATES.map(zeros) };
}

function zeros(): number[] {
  return COVARIATES.map(() => 0);
}

function dot(left: readonly number[], right: readonly number[]): number {
  return left.reduce((sum, value, i) => sum + value * at(right, i), 0);
}

function at(values: readonly number[], i: number): number {
  return values[i] as number;
}
