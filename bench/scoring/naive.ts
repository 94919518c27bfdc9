import type { CustomerSummaries } from "clientele";
import { discountSchedule } from "../../src/clv/discount-schedule.ts";
import { naiveBgNbd } from "./naive-bg-nbd.ts";
import { naiveParetoNbd } from "./naive-pareto-nbd.ts";
import { DISCOUNT_RATE, FAR, type Scored, type Scores, SPEND } from "./scores.ts";

/** One customer under the textbook's formulas. */
export interface NaiveCustomer {
  readonly alive: number;
  /** Expected purchases within so many days. */
  readonly expected: (days: number) => number;
}

const MODELS = { "bg-nbd": naiveBgNbd, "pareto-nbd": naiveParetoNbd };

/** Scores customer by customer: P(alive), the expectation for 90 days, and those for the ends of 12 months. */
export function scoreNaively(model: Scored, { rows, asOf }: CustomerSummaries): () => Scores {
  const score = MODELS[model];
  const months = discountSchedule(asOf, FAR, DISCOUNT_RATE);
  const { p, q, gamma } = SPEND.parameters;
  return () => {
    const probabilityAlive = new Float64Array(rows.length);
    const in90Days = new Float64Array(rows.length);
    const lifetimeValue = new Float64Array(rows.length);
    rows.forEach(({ frequency, recency, T, monetaryValue }, i) => {
      const { alive, expected } = score(frequency, recency, T);
      let before = 0;
      let discounted = 0;
      for (const { endsAfterDays, factor } of months) {
        const purchases = expected(endsAfterDays);
        discounted += factor * (purchases - before);
        before = purchases;
      }
      probabilityAlive[i] = alive;
      in90Days[i] = expected(90);
      lifetimeValue[i] = (discounted * p * (gamma + frequency * monetaryValue)) / (p * frequency + q - 1);
    });
    return { probabilityAlive, in90Days, lifetimeValue };
  };
}
