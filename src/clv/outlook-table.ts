import { parametersFor } from "../models/customer-under-model.ts";
import type { Predictor, PurchaseModel } from "../models/models.ts";
import type { PurchaseHistory } from "../models/purchase-histories.ts";
import type { PurchaseKernel } from "../models/purchase-kernel.ts";
import { kernelOf, type PurchaseParameters } from "../models/purchase-kernels.ts";
import type { DiscountStep } from "./discount-schedule.ts";

/** What a customer will do within the horizon if he is alive. */
export interface Outlook {
  readonly purchases: number;
  /** The same purchases, each counted for what it is worth now. */
  readonly discounted: number;
}

/**
 * The outlooks of a base, each worked out once: most models need frequency and age for it alone, and many customers share both.
 */
export class OutlookTable {
  readonly #model: Predictor<PurchaseModel>;
  readonly #kernel: PurchaseKernel<PurchaseParameters>;
  readonly #ends: readonly number[];
  readonly #factors: readonly number[];
  readonly #byAge = new Map<number, Map<number, Outlook>>();
  /** Whether customers of equal frequency and age share an outlook. */
  readonly #shared: boolean;

  constructor(model: Predictor<PurchaseModel>, schedule: readonly DiscountStep[], daysPerUnit: number) {
    this.#model = model;
    this.#kernel = kernelOf(model);
    this.#ends = schedule.map(({ endsAfterDays }) => endsAfterDays / daysPerUnit);
    this.#factors = schedule.map(({ factor }) => factor);
    this.#shared = !this.#kernel.recencyMatters && model.coefficients === undefined;
  }

  of(customer: PurchaseHistory): Outlook {
    if (!this.#shared) return this.#work(customer);
    let byFrequency = this.#byAge.get(customer.T);
    if (byFrequency === undefined) {
      byFrequency = new Map();
      this.#byAge.set(customer.T, byFrequency);
    }
    let outlook = byFrequency.get(customer.frequency);
    if (outlook === undefined) {
      outlook = this.#work(customer);
      byFrequency.set(customer.frequency, outlook);
    }
    return outlook;
  }

  #work(customer: PurchaseHistory): Outlook {
    const parameters = parametersFor(this.#model, customer);
    const { frequency, recency, T } = customer;
    let before = 0;
    let discounted = 0;
    for (let step = 0; step < this.#ends.length; step++) {
      const end = this.#ends[step] as number;
      const purchases = this.#kernel.expectedPurchasesIfAlive(parameters, frequency, recency, T, end);
      discounted += (this.#factors[step] as number) * (purchases - before);
      before = purchases;
    }
    return { purchases: before, discounted };
  }
}
