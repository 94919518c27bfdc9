import { RisingSlopes } from "./rising-slopes.ts";

/** What the cells of a base under the BG/BB model share at one point: slopes of the terms and their ratios. */
export class OpportunitySlopes {
  beta = 0;
  gamma = 0;
  readonly ofAlpha: RisingSlopes;
  readonly ofBeta: RisingSlopes;
  readonly ofAlphaBeta: RisingSlopes;
  readonly ofDelta: RisingSlopes;
  readonly ofGammaDelta: RisingSlopes;
  /** w_{j+1} ÷ w_j ÷ (β+j−x), and the same for the customer alive at j + 1 in place of w_{j+1}. */
  readonly next: Float64Array;
  readonly alive: Float64Array;

  constructor(longest: number) {
    this.ofAlpha = new RisingSlopes(longest);
    this.ofBeta = new RisingSlopes(longest);
    this.ofAlphaBeta = new RisingSlopes(longest);
    this.ofDelta = new RisingSlopes(longest);
    this.ofGammaDelta = new RisingSlopes(longest);
    this.next = new Float64Array(longest);
    this.alive = new Float64Array(longest);
  }

  fill(alpha: number, beta: number, gamma: number, delta: number): void {
    this.beta = beta;
    this.gamma = gamma;
    this.ofAlpha.fill(alpha);
    this.ofBeta.fill(beta);
    this.ofAlphaBeta.fill(alpha + beta);
    this.ofDelta.fill(delta);
    this.ofGammaDelta.fill(gamma + delta);
    for (let j = 0; j < this.next.length; j++) {
      const share = (delta + j) / (alpha + beta + j);
      this.next[j] = share / (gamma + delta + (j + 1));
      this.alive[j] = share / gamma;
    }
  }
}
