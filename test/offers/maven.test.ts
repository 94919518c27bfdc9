import { expect, it } from "vitest";
import { DRAFT, offersAsOf, standings } from "../../src/offers/as-of.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";

type Column =
  | "opportunity_id"
  | "sales_agent"
  | "product"
  | "account"
  | "deal_stage"
  | "engage_date"
  | "close_date"
  | "close_value";

describeWithData("the pipeline of Maven's computer seller", "crm_maven/sales_pipeline.csv", (path) => {
  const rows = csvRows<Column>(path);
  const products = csvRows<"product" | "sales_price">(new URL("products.csv", path));
  const prices = new Map(products.map(({ product, sales_price }) => [product, Number(sales_price)]));
  // The two files disagree on a space.
  const productOf = (row: { product: string }) => (row.product === "GTXPro" ? "GTX Pro" : row.product);
  const book = offerBook(
    rows,
    {
      id: "opportunity_id",
      customer: "account",
      status: "deal_stage",
      submitted: "engage_date",
      decided: "close_date",
      value: (row) => prices.get(productOf(row)),
      wonValue: (row) => (row.close_value === "" ? null : Number(row.close_value)),
      keys: { seller: "sales_agent", product: productOf },
    },
    { statuses: { Prospecting: "open", Engaging: "open", Won: "won", Lost: "lost" } },
  );

  it("has 8,800 offers", () => {
    const counts = new Map<number, number>();
    for (const standing of standings(book, offersAsOf(book, undefined))) {
      counts.set(standing, (counts.get(standing) ?? 0) + 1);
    }
    expect(book.ids).toHaveLength(8_800);
    expect(Object.fromEntries(counts)).toEqual({ 0: 1_589, 1: 4_238, 2: 2_473, [DRAFT]: 500 });
    expect(book.warnings).toMatchObject([{ code: "unsubmitted_offers", count: 500 }]);
    expect([book.from, book.until]).toEqual(["2016-10-20", "2017-12-31"]);
  });

  it("has their values", () => {
    expect(book.wonValues?.reduce((sum, value) => sum + value, 0)).toBe(10_005_534);
    expect(book.values?.reduce((sum, value) => sum + value, 0)).toBe(20_936_165);
  });

  it("has 85 accounts, 30 sellers and 7 products", () => {
    expect(book.customerIds).toHaveLength(85);
    expect(book.customers.filter((code) => code === -1)).toHaveLength(1_088 + 337);
    expect(book.keys.map(({ dictionary }) => dictionary.length)).toEqual([30, 7]);
  });
});
