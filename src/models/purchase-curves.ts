import { type ChebyshevSeries, chebyshevSeries, chebyshevValue } from "../math/chebyshev.ts";
import { purchasesWithin } from "./beta-geometric-outlook.ts";

/**
 * Expected purchases of many living customers under BG/NBD or MBG/NBD.
 *
 * Given x they depend on t and T through ρ = t ÷ (α+T) alone: one curve for all ages and horizons. Where it is asked for often, a
 * Chebyshev series in ρ ÷ (1+ρ) stands for purchases ÷ ρ, to about 1e-14; elsewhere the formula itself answers.
 */
export class PurchaseCurves {
  readonly #r: number;
  readonly #alpha: number;
  readonly #a: number;
  readonly #b: number;
  readonly #pieces: (Piece | undefined)[][] = [];

  /** `early` is the number of chances to leave before the first repeat purchase: 0 for BG/NBD, 1 for MBG/NBD. */
  constructor(
    {
      r,
      alpha,
      a,
      b,
    }: { readonly r: number; readonly alpha: number; readonly a: number; readonly b: number },
    early: 0 | 1,
  ) {
    this.#r = r;
    this.#alpha = alpha;
    this.#a = a;
    this.#b = b + early;
  }

  /** Expected purchases in t units from age T of a living customer with x purchases. */
  at(x: number, T: number, t: number): number {
    const rate = this.#alpha + T;
    const z = t / (rate + t);
    if (t === 0 || z > LAST_EDGE) return this.#exact(x, rate, t);
    let pieces = this.#pieces[x];
    if (pieces === undefined) {
      pieces = [];
      this.#pieces[x] = pieces;
    }
    const place = Math.floor(z * PIECES_PER_UNIT);
    let piece = pieces[place];
    if (piece === undefined) {
      piece = { asked: 0, series: null };
      pieces[place] = piece;
    }
    if (piece.series !== null) return (chebyshevValue(piece.series, z) * t) / rate;
    piece.asked += 1;
    if (piece.asked === ASKED_OFTEN) piece.series = this.#series(x, place);
    return this.#exact(x, rate, t);
  }

  #exact(x: number, rate: number, t: number): number {
    return purchasesWithin({ shape: this.#r + x, rate, a: this.#a, b: this.#b + x }, t);
  }

  #series(x: number, place: number): ChebyshevSeries | null {
    const perRatio = (z: number): number => {
      const ratio = z / (1 - z);
      return this.#exact(x, 1, ratio) / ratio;
    };
    return chebyshevSeries(perRatio, place / PIECES_PER_UNIT, (place + 1) / PIECES_PER_UNIT);
  }
}

interface Piece {
  asked: number;
  series: ChebyshevSeries | null;
}

const PIECES_PER_UNIT = 8;
/** Beyond it the curve's branch point at z = 1 is too near for a series. */
const LAST_EDGE = 0.874;
/** About what a series costs to make. */
const ASKED_OFTEN = 40;
