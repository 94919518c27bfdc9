import { type Random, seededRandom } from "../math/random.ts";
import { drawFate, drawMoney, pick, type SimulatedOffer } from "./simulated-offer.ts";
import {
  type CheckedSimulation,
  checkedSimulation,
  type OfferSimulationOptions,
} from "./simulation-options.ts";

/**
 * Invents offers of a business with sellers and products of different success.
 *
 * For tests, examples and studies. Each seller and each product has a true win rate from a beta distribution; the odds of an offer are the odds of its
 * seller times those of its product over those of the mean. Values are log-normal. The time to a decision has a gamma distribution of shape 2 that
 * does not depend on the outcome, so that the open offers are a fair sample of all; what would be decided after `until` is open.
 *
 * @param options - Number of offers, seed and, if wanted, the period, how many customers, sellers and products, and how offers fare.
 * @returns Rows `{ offerId, customerId, seller, product, status, stage, submitted, decided, value, wonValue, margin, cost, hours, winProbability }` by day
 *   of submission, as `offerBook` reads them.
 * @throws {@link DataError} for options that are none.
 *
 * @example
 * import { offerBook, simulateOffers } from "clientele";
 *
 * const rows = simulateOffers({ offers: 500, seed: 7 });
 * const book = offerBook(rows, { id: "offerId", wonValue: "wonValue", keys: { seller: "seller", product: "product" } });
 * book.ids.length; // => 500
 * book.keys.map((key) => key.name); // => ["stage", "seller", "product"]
 */
export function simulateOffers(options: OfferSimulationOptions): readonly SimulatedOffer[] {
  const plan = checkedSimulation(options);
  const random = seededRandom(plan.seed);
  const sellers = winRates(random, plan.sellers, plan);
  const products = winRates(random, plan.products, plan);
  const days = submissions(random, plan);
  return Array.from(days, (submitted, i) => {
    const seller = pick(random, plan.sellers);
    const product = pick(random, plan.products);
    const chance = crossed(sellers[seller] as number, products[product] as number, plan.winRate);
    const customerId = named("C", pick(random, plan.customers), plan.customers);
    const fate = drawFate(random, submitted, chance, plan);
    return {
      offerId: named("O", i, plan.offers),
      customerId,
      seller: named("S", seller, plan.sellers),
      product: named("P", product, plan.products),
      ...fate,
      ...drawMoney(random, fate.status, plan.medianValue),
      winProbability: chance,
    };
  });
}

const LEAST_RATE = 1e-6;

function winRates(
  random: Random,
  count: number,
  { winRate, concentration }: CheckedSimulation,
): Float64Array {
  const rates = new Float64Array(count);
  for (let i = 0; i < count; i++) {
    const rate = random.beta(winRate * concentration, (1 - winRate) * concentration);
    // A rate may round to 0 or 1, which have no odds.
    rates[i] = Math.min(Math.max(rate, LEAST_RATE), 1 - LEAST_RATE);
  }
  return rates;
}

function submissions(random: Random, { offers, from, until }: CheckedSimulation): Int32Array {
  const days = new Int32Array(offers);
  for (let i = 0; i < offers; i++)
    days[i] = Math.min(from + Math.floor(random.uniform() * (until + 1 - from)), until);
  return days.sort();
}

/** Odds of the seller × odds of the product ÷ odds of the mean, as a probability. */
function crossed(seller: number, product: number, mean: number): number {
  const odds = (rate: number): number => rate / (1 - rate);
  const together = (odds(seller) * odds(product)) / odds(mean);
  return together / (1 + together);
}

function named(letter: string, index: number, count: number): string {
  return letter + String(index + 1).padStart(String(count).length, "0");
}
