import { parametersFor } from "../models/customer-under-model.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import type { PurchaseCurves } from "../models/purchase-curves.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import type { PurchaseKernel } from "../models/purchase-kernel.ts";
import { kernelOf, type PurchaseParameters } from "../models/purchase-kernels.ts";
import type { DiscountStep } from "./discount-schedule.ts";
import { sharedCurves } from "./shared-curves.ts";

/**
 * What customers will do within the horizon if they are alive, each outlook worked out once: most models need frequency and age for it
 * alone, and many customers share both.
 */
export class OutlookTable {
  /** Purchases of the customer last looked up, within the time for which they are counted. */
  purchases = 0;
  /** His purchases to the end of the schedule, each counted for what it is worth now. */
  discounted = 0;

  readonly #model: Predictor<PurchaseModel>;
  readonly #kernel: PurchaseKernel<PurchaseParameters>;
  readonly #ends: readonly number[];
  readonly #factors: readonly number[];
  readonly #counted: number;
  /** For the models in which one curve serves all ages. */
  readonly #curves: PurchaseCurves | null;
  /** By place of the age, then frequency: purchases and discounted purchases side by side; NaN where not yet known. */
  #known = new Float64Array(2 * MOST_KEPT * 64).fill(Number.NaN);
  /** Whether customers of equal frequency and age share an outlook. */
  readonly #shared: boolean;

  constructor(
    model: Predictor<PurchaseModel>,
    schedule: readonly DiscountStep[],
    countedDays: number,
    daysPerUnit: number,
  ) {
    this.#model = model;
    this.#kernel = kernelOf(model);
    this.#ends = schedule.map(({ endsAfterDays }) => endsAfterDays / daysPerUnit);
    this.#factors = schedule.map(({ factor }) => factor);
    this.#counted = countedDays / daysPerUnit;
    this.#curves = sharedCurves(model);
    this.#shared = !this.#kernel.recencyMatters && model.coefficients === undefined;
  }

  /** Looks up a customer; `ageAt` numbers the distinct ages. */
  lookUp(customer: PurchaseHistory, ageAt: number): void {
    this.lookUpHistory(
      parametersFor(this.#model, customer),
      customer.frequency,
      customer.recency,
      customer.T,
      ageAt,
    );
  }

  lookUpHistory(parameters: PurchaseParameters, x: number, tx: number, T: number, ageAt: number): void {
    if (!this.#shared || x >= MOST_KEPT) {
      this.#work(parameters, x, tx, T);
      return;
    }
    const at = 2 * (ageAt * MOST_KEPT + x);
    if (at >= this.#known.length) this.#grow(at);
    const purchases = this.#known[at] as number;
    if (!Number.isNaN(purchases)) {
      this.purchases = purchases;
      this.discounted = this.#known[at + 1] as number;
      return;
    }
    this.#work(parameters, x, tx, T);
    this.#known[at] = this.purchases;
    this.#known[at + 1] = this.discounted;
  }

  #grow(at: number): void {
    const larger = new Float64Array(2 * (at + 2)).fill(Number.NaN);
    larger.set(this.#known);
    this.#known = larger;
  }

  #work(parameters: PurchaseParameters, x: number, tx: number, T: number): void {
    let before = 0;
    let discounted = 0;
    for (let step = 0; step < this.#ends.length; step++) {
      const end = this.#ends[step] as number;
      const purchases = this.#within(parameters, x, tx, T, end);
      discounted += (this.#factors[step] as number) * (purchases - before);
      before = purchases;
    }
    this.discounted = discounted;
    this.purchases =
      this.#counted === this.#ends.at(-1) ? before : this.#within(parameters, x, tx, T, this.#counted);
  }

  #within(parameters: PurchaseParameters, x: number, tx: number, T: number, t: number): number {
    return this.#curves === null
      ? this.#kernel.expectedPurchasesIfAlive(parameters, x, tx, T, t)
      : this.#curves.at(x, T, t);
  }
}

/** Rare frequencies are worked out each time, so that the table stays small enough for the cache. */
const MOST_KEPT = 32;
