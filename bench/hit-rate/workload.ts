import { FIRST_DAY, isoDateWriter } from "../reduction/workload.ts";

/** An offer as an object, as most programs hold it. */
export interface OfferRow {
  readonly status: "open" | "won" | "lost";
  readonly submitted: string;
  readonly decided: string | null;
  readonly value: number;
  readonly seller: string;
  readonly product: string;
  readonly region: string;
}

const SELLERS = 50;
const PRODUCTS = 20;
const REGIONS = 10;
const DAYS_OF_SUBMISSION = 600;
const DAYS_TO_DECISION = 100;

/** Random offers, the same for the same number on every machine; each text is a new one, as a driver delivers it. */
export function randomOffers(offers: number): OfferRow[] {
  const random = linearCongruential(20_250_101);
  const below = (limit: number): number => Math.floor(random() * limit);
  const date = isoDateWriter();
  return Array.from({ length: offers }, (): OfferRow => {
    const day = FIRST_DAY + below(DAYS_OF_SUBMISSION);
    const seller = below(SELLERS);
    const open = random() < 0.1;
    const won = random() < 0.2 + seller / 200;
    return {
      status: open ? "open" : won ? "won" : "lost",
      submitted: date(day),
      decided: open ? null : date(day + below(DAYS_TO_DECISION)),
      value: 100 + below(1_000_000) / 100,
      seller: named("seller", seller),
      product: named("product", below(PRODUCTS)),
      region: named("region", below(REGIONS)),
    };
  });
}

function named(kind: string, number: number): string {
  return Buffer.from(`${kind} ${number}`, "latin1").toString("latin1");
}

function linearCongruential(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
