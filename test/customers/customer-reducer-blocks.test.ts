import {
  createCustomerReducer,
  resumeCustomerReducer,
  summarizeCustomers,
  transactionLogFromColumns,
} from "clientele";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const CUSTOMERS = 20_000;
const ROWS = 120_000;
const FIRST_DAY = 20_000;

describe("more customers than a block has, and more lines than wait", () => {
  it.each(["purchase-days", "purchases"] as const)("counts %s as a log of all rows does", (count) => {
    const random = uniform(7);
    const customer = Int32Array.from({ length: ROWS }, () => Math.floor(CUSTOMERS * random() ** 2));
    const epochDays = Int32Array.from({ length: ROWS }, () => FIRST_DAY + Math.floor(400 * random()));
    // Whole numbers, so that sums do not depend on the order.
    const amount = Float64Array.from({ length: ROWS }, () => Math.floor(100 * random()) - 5);
    const columns = { customer, date: { epochDays }, amount };
    const expected = summarizeCustomers(transactionLogFromColumns(columns), { count, asOf: "2025-09-01" });

    let reducer = createCustomerReducer({ count, asOf: "2025-09-01" });
    for (let start = 0; start < ROWS; start += 7000) {
      const end = start + 7000;
      reducer.add({
        customer: customer.subarray(start, end),
        date: { epochDays: epochDays.subarray(start, end) },
        amount: amount.subarray(start, end),
      });
      if (start === 70_000) reducer = resumeCustomerReducer(reducer.snapshot());
    }
    const { rows, withoutPurchase } = reducer.finish();
    expect(rows).toEqual(expected.rows);
    expect(withoutPurchase).toEqual(expected.withoutPurchase);
  });
});

describe("dictionaries", () => {
  const ids = fc.constantFrom<(string | number)[]>(
    "A",
    "B",
    "C",
    "a long customer id",
    "ÄÖ",
    "€",
    1,
    2,
    "1",
    0,
    -0,
    2.5,
  );
  const dictionary = fc.array(ids, { minLength: 1, maxLength: 12 });
  const places = fc.array(fc.nat(11), { minLength: 1, maxLength: 5 });

  it("give the customers that lists of their ids give, whatever comes after what", () => {
    const batches = fc.array(fc.tuple(fc.nat(3), places), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(dictionary, dictionary, batches, (one, other, drawn) => {
        const coded = createCustomerReducer();
        const listed = createCustomerReducer();
        for (const [kind, drawnPlaces] of drawn) {
          const list = kind === 3 ? other : one;
          const codes = Int32Array.from(drawnPlaces, (place) => place % list.length);
          const customer = Array.from(codes, (place) => list[place] as string | number);
          const rest = {
            date: { epochDays: Int32Array.from(codes, (_, i) => FIRST_DAY + i) },
            amount: Float64Array.from(codes, () => 1),
          };
          coded.add({ customer: kind === 2 ? customer : { codes, dictionary: list }, ...rest });
          listed.add({ customer, ...rest });
        }
        expect(coded.customerIds()).toEqual(listed.customerIds());
        expect(coded.finish()).toEqual(listed.finish());
      }),
    );
  });

  it("are read as they stand, even if somebody writes to a place that no row has named yet", () => {
    const list: (string | null)[] = ["A", "B", "C", null];
    const reducer = createCustomerReducer({ invalid: "skip" });
    const add = (place: number): void =>
      reducer.add({
        customer: { codes: Int32Array.of(place), dictionary: list as string[] },
        date: { epochDays: Int32Array.of(FIRST_DAY) },
        amount: Float64Array.of(1),
      });
    add(0);
    list[1] = "A";
    list[3] = "D";
    for (const place of [1, 3, 2]) add(place);
    expect(reducer.customerIds()).toEqual(["A", "D", "C"]);
    expect(reducer.progress.skipped.total).toBe(0);
  });

  it("may be far longer than the batches", () => {
    const list = Array.from({ length: 5000 }, (_, k) => `customer ${k % 4999}`);
    const reducer = createCustomerReducer();
    for (let k = 0; k < 5000; k += 100) {
      const codes = Int32Array.from({ length: 100 }, (_, i) => k + i);
      reducer.add({
        customer: { codes, dictionary: list },
        date: { epochDays: new Int32Array(100).fill(FIRST_DAY) },
        amount: new Float64Array(100).fill(1),
      });
    }
    expect(reducer.customerIds()).toEqual(list.slice(0, 4999));
    expect(reducer.finish().rows[0]?.orders).toBe(2);
  });
});

function uniform(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) | 0;
    return (state >>> 0) / 2 ** 32;
  };
}
