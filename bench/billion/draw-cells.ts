import { uniform } from "../tools/uniform.ts";

/** CDNOW's rates of buying and leaving (BG/NBD), times in days. */
export const DRAWN = { r: 0.243, alpha: 4.414 * 7, a: 0.793, b: 2.426 } as const;

/** Customers began on any day of two years. */
export const DAYS = 730;

/** Histories with fewer repeat purchases than this are counted in a table, the few others in a `Map`. */
const USUAL = 64;

/** Distinct histories of drawn customers. */
export interface DrawnCell {
  readonly frequency: number;
  /** Whole days. */
  readonly recency: number;
  readonly T: number;
  readonly weight: number;
}

/**
 * Draws customers one by one and counts equal histories.
 *
 * Rates come from tables of quantiles of the gamma and the beta distribution, so that a billion take minutes: for the number of cells and the
 * time of a fit that makes no difference.
 */
export function drawCells(customers: number): DrawnCell[] {
  const random = uniform(20_260_202);
  const rates = gammaQuantiles(DRAWN.r, DRAWN.alpha);
  const dropouts = betaQuantiles(DRAWN.a, DRAWN.b);
  const usual = new Uint32Array(USUAL * DAYS * DAYS);
  const others = new Map<number, number>();
  for (let c = 0; c < customers; c++) {
    const T = 1 + Math.floor(random() * (DAYS - 1));
    const rate = rates[Math.floor(random() * SIZE)] as number;
    const dropout = dropouts[Math.floor(random() * SIZE)] as number;
    let x = 0;
    let last = 0;
    const gap = (): number => -Math.log(1 - random()) / rate;
    for (let t = gap(); t < T; t += gap()) {
      x += 1;
      last = t;
      if (random() < dropout) break;
    }
    const place = (x * DAYS + Math.floor(last)) * DAYS + T;
    if (x < USUAL) usual[place] = (usual[place] as number) + 1;
    else others.set(place, (others.get(place) ?? 0) + 1);
  }
  const cells: DrawnCell[] = [];
  for (let place = 0; place < usual.length; place++) {
    const weight = usual[place] as number;
    if (weight > 0) cells.push(cellAt(place, weight));
  }
  for (const [place, weight] of others) cells.push(cellAt(place, weight));
  return cells;
}

/** The same customers with times rounded to whole weeks. */
export function inWeeks(cells: readonly DrawnCell[]): DrawnCell[] {
  const merged = new Map<number, DrawnCell>();
  for (const { frequency, recency, T, weight } of cells) {
    const [weeks, age] = [Math.round(recency / 7), Math.round(T / 7)];
    const key = (frequency * DAYS + weeks) * DAYS + age;
    merged.set(key, { frequency, recency: weeks, T: age, weight: weight + (merged.get(key)?.weight ?? 0) });
  }
  return [...merged.values()];
}

function cellAt(place: number, weight: number): DrawnCell {
  const ages = Math.floor(place / DAYS);
  return { frequency: Math.floor(ages / DAYS), recency: ages % DAYS, T: place % DAYS, weight };
}

const SIZE = 1 << 16;

/** Sums of exponential variables raise the shape by whole numbers; a shape below 1 comes by a power of a uniform one (Stuart). */
function gammaQuantiles(shape: number, scale: number): Float64Array {
  const draw = gammaDraws(7, shape);
  return Float64Array.from({ length: SIZE }, () => draw() / scale).sort();
}

function betaQuantiles(a: number, b: number): Float64Array {
  const [first, second] = [gammaDraws(11, a), gammaDraws(13, b)];
  return Float64Array.from({ length: SIZE }, () => {
    const one = first();
    return one / (one + second());
  }).sort();
}

/** Marsaglia and Tsang's method for shape + 1, and a power of a uniform variable down to the shape. */
function gammaDraws(seed: number, shape: number): () => number {
  const random = uniform(seed);
  const d = shape + 1 - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return () => {
    for (;;) {
      const z = normal();
      const v = (1 + c * z) ** 3;
      if (v > 0 && Math.log(1 - random()) < 0.5 * z * z + d - d * v + d * Math.log(v)) {
        return d * v * (1 - random()) ** (1 / shape);
      }
    }
  };
}
