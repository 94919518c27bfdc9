import { finiteRatio } from "../math/finite-ratio.ts";
import { fillCapacity } from "../math/knapsack.ts";
import { offersAsOf, standings } from "../offers/as-of.ts";
import type { OfferBook } from "../offers/offer-book.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { finiteTotal } from "../rows/finite-total.ts";
import { isoDate } from "../time/civil-day.ts";
import { pipelineOffers } from "./pipeline-offers.ts";
import { effortOf, priorityWarnings } from "./prioritize-offers-effort.ts";
import { costAt, marginAt, probabilitiesAt } from "./prioritize-offers-figures.ts";
import { checkedCapacity, type PrioritizeOffersOptions } from "./prioritize-offers-options.ts";
import {
  OFFER_DECISION_REASONS,
  type OfferCapacity,
  type OfferDecisionReason,
  type PrioritizedOffer,
  type PrioritizedOffers,
} from "./prioritize-offers-result.ts";

/**
 * Says which open offers to pursue and which to leave alone for now (Hitratenoptimierung): effort goes where it is expected to bring most.
 *
 * An offer is worth pursuing if probability × margin − cost is above 0, in other words if its probability exceeds cost ÷ margin. If hours or money are
 * limited, those offers are chosen that bring the highest expected profit together; the ranking is by profit per hour (or unit of money), but the best choice
 * may pass over an offer that does not fit beside better ones. For up to 20 offers, and as a rule for a hundred, the choice is the best there is; for more
 * it is within the stated `bound`; more capacity never lowers the expected profit. Open are offers without a decision by `asOf`, drafts among them.
 *
 * @param book - Offers, with margins or values; costs and hours are those still to be spent.
 * @param options - `probabilities` (from 0 to 1), and if wanted `capacity` (hours or money), `marginRate` (share of value), `costPerHour` (money) and `asOf`.
 * @returns `{ asOf, capacity, rows, pursued, byReason, bound, exact, shadowPrice, warnings }`: a flat row per open offer, ranked, with its decision and why.
 * @throws {@link DataError} for an option that cannot be used, with all faulty probabilities, or if an open offer has none.
 * @see Dantzig (1957), "Discrete-variable extremum problems", Operations Research 5: the order by profit ÷ cost, and the bound.
 *
 * @example
 * import { offerBook, prioritizeOffers } from "clientele";
 *
 * const book = offerBook(
 *   [
 *     { id: "A", status: "open", submitted: "2025-03-01", margin: 4000, hours: 10 },
 *     { id: "B", status: "open", submitted: "2025-03-05", margin: 9000, hours: 40 },
 *     { id: "C", status: "open", submitted: "2025-03-09", margin: 1000, hours: 5 },
 *   ],
 *   { id: "id", margin: "margin", hours: "hours" },
 * );
 * const probabilities = [
 *   { offerId: "A", probability: 0.5 },
 *   { offerId: "B", probability: 0.6 },
 *   { offerId: "C", probability: 0.2 },
 * ];
 * const { rows, pursued } = prioritizeOffers(book, { probabilities, costPerHour: 60, capacity: { hours: 45 } });
 * rows.map((row) => `${row.offerId}: ${row.reason}`); // => ["A: capacity", "B: pursued", "C: unprofitable"]
 * pursued.expectedProfit; // => 3000
 */
export function prioritizeOffers(book: OfferBook, options: PrioritizeOffersOptions): PrioritizedOffers {
  const asOf = offersAsOf(book, options?.asOf);
  const capacity = checkedCapacity(book, options);
  const { places } = pipelineOffers(book, asOf, standings(book, asOf), true);
  const probability = probabilitiesAt(book, places, options.probabilities);
  const count = places.length;
  const profits = new Float64Array(count);
  const costs = new Float64Array(count);
  const hours = new Float64Array(count);
  const margins = new Float64Array(count);
  let turnover = 0;
  for (let i = 0; i < count; i++) {
    const place = places[i] as number;
    margins[i] = marginAt(book, place, options);
    costs[i] = costAt(book, place, options);
    hours[i] = book.hours?.[place] ?? 0;
    profits[i] = (probability[i] as number) * (margins[i] as number) - (costs[i] as number);
    turnover += (costs[i] as number) + Math.abs(margins[i] as number);
  }
  finiteTotal(turnover, "book");
  const used = capacity !== null && "money" in capacity ? costs : hours;
  const { chosen, bound, exact, shadowPrice } = fillCapacity(profits, used, roomOf(capacity));
  const ranked = rankByDensity(profits, capacity === null && book.hours === null ? null : used);
  const rows = Array.from(ranked, (i): PrioritizedOffer => {
    const place = places[i] as number;
    const margin = margins[i] as number;
    const cost = costs[i] as number;
    const profit = profits[i] as number;
    const reason = reasonOf(chosen[i] === 1, margin, profit);
    return {
      offerId: book.ids[place] as CustomerId,
      customerId: book.customerIds[book.customers[place] as number] ?? null,
      probability: probability[i] as number,
      margin,
      cost,
      hours: book.hours === null ? null : (hours[i] as number),
      expectedProfit: profit,
      profitPerHour: (hours[i] as number) > 0 ? finiteRatio(profit, hours[i] as number) : null,
      breakEvenProbability: margin > 0 ? finiteRatio(cost, margin) : null,
      decision: reason === "pursued" ? "pursue" : "leave",
      reason,
    };
  });
  return {
    asOf: isoDate(asOf),
    capacity,
    rows,
    pursued: effortOf(
      rows.filter(({ decision }) => decision === "pursue"),
      book,
    ),
    byReason: OFFER_DECISION_REASONS.map((reason) => ({
      reason,
      ...effortOf(
        rows.filter((row) => row.reason === reason),
        book,
      ),
    })),
    bound,
    exact,
    shadowPrice,
    warnings: priorityWarnings(book, options, count),
  };
}

function roomOf(capacity: OfferCapacity | null): number {
  if (capacity === null) return Number.POSITIVE_INFINITY;
  return "money" in capacity ? capacity.money : capacity.hours;
}

function reasonOf(chosen: boolean, margin: number, profit: number): OfferDecisionReason {
  if (chosen) return "pursued";
  if (margin <= 0) return "no-margin";
  return profit > 0 ? "capacity" : "unprofitable";
}

/** Places by descending profit per unit of what is used (by profit if nothing says what that is), equal ones as they came. */
function rankByDensity(profits: Float64Array, used: Float64Array | null): Int32Array {
  const density = profits.map((profit, i) =>
    used === null || profit === 0 ? profit : profit / (used[i] as number),
  );
  return Int32Array.from(profits.keys()).sort((a, b) => {
    const [first, second] = [density[a] as number, density[b] as number];
    return first === second ? a - b : first > second ? -1 : 1;
  });
}
