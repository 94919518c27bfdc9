import { expect, it } from "vitest";
import { segmentMigration } from "../../src/segmentation/segment-migration.ts";
import { summarizeBy } from "../../src/segmentation/summarize-by.ts";
import type { ValueTiers } from "../../src/segmentation/value-tier-result.ts";
import { valueTiers } from "../../src/segmentation/value-tiers.ts";
import reference from "../reference/segmentation.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

interface Customer {
  readonly customerId: string;
  readonly value: number;
}

/** Adds up by customer in whole parts, so that what comes to nothing is 0. */
function customersOf<Row>(
  rows: readonly Row[],
  id: (row: Row) => string,
  amount: (row: Row) => string,
  parts: number,
): readonly Customer[] {
  const sums = new Map<string, number>();
  for (const row of rows) {
    sums.set(id(row), (sums.get(id(row)) ?? 0) + Math.round(Number(amount(row)) * parts));
  }
  return Array.from(sums, ([customerId, sum]) => ({ customerId, value: sum / parts }));
}

interface Counted {
  readonly customers: number;
  readonly value: number;
  readonly zeros: number;
  readonly negatives: number;
  readonly negativeValue: number;
}

interface CountedTier {
  readonly tier: string | number;
  readonly customers: number;
  readonly value: number;
  readonly shareOfValue: number;
  readonly lowest: number | null;
  readonly highest: number | null;
}

function expectTiers(result: ValueTiers, counted: Counted, tiers: readonly CountedTier[]): void {
  expect(result.customers).toBe(counted.customers);
  expect(relativeError(result.value, counted.value)).toBeLessThan(1e-14);
  expect(result.zeros).toEqual({ customers: counted.zeros });
  expect(result.negatives.customers).toBe(counted.negatives);
  expect(result.negatives.value).toBeCloseTo(counted.negativeValue, 9);
  expect(
    result.tiers.map(({ tier, customers, lowest, highest }) => ({ tier, customers, lowest, highest })),
  ).toEqual(tiers.map(({ tier, customers, lowest, highest }) => ({ tier, customers, lowest, highest })));
  for (const [at, { value, shareOfValue }] of tiers.entries()) {
    expect(result.tiers[at]?.value).toBeCloseTo(value, 7);
    expect(result.tiers[at]?.shareOfValue).toBeCloseTo(shareOfValue, 13);
  }
}

type Invoice = Readonly<Record<"CustomerID" | "InvoiceDate" | "NetAmount", string>>;

describeWithData("Online Retail", "online_retail/online_retail_invoices.csv", (path) => {
  const invoices: readonly Invoice[] = csvRows(path);
  const net = (rows: readonly Invoice[]) =>
    customersOf(
      rows,
      ({ CustomerID }) => CustomerID,
      ({ NetAmount }) => NetAmount,
      1000,
    );

  it("has the tiers that were counted in exact fractions, returns deducted", () => {
    const counted = reference.online_retail;
    expectTiers(valueTiers(net(invoices), "value"), counted, counted.heavyMediumLight);
    expectTiers(valueTiers(net(invoices), "value", { tiers: "deciles" }), counted, counted.deciles);
  });

  it("has the migration between its two half-years", () => {
    const counted = reference.migration;
    const tiersOf = (rows: readonly Invoice[]) => valueTiers(net(rows), "value").rows;
    const migration = segmentMigration(
      tiersOf(invoices.filter(({ InvoiceDate }) => InvoiceDate < "2011-06-01")),
      tiersOf(invoices.filter(({ InvoiceDate }) => InvoiceDate >= "2011-06-01")),
      { order: ["heavy", "medium", "light", "none"] },
    );
    expect(migration.counts).toEqual(counted.counts);
    const { before, after, stayed, up, down, left, entered } = counted;
    expect(migration.total).toMatchObject({ before, after, stayed, up, down, left, entered });
    expect(migration.total.lower).toBeCloseTo(counted.lower, 12);
    expect(migration.total.upper).toBeCloseTo(counted.upper, 12);
  });
});

type Purchase = Readonly<Record<"customer_id" | "dollars", string>>;

describeWithData("CDNOW", "cdnow/cdnow_master.csv", (path) => {
  const purchases: readonly Purchase[] = csvRows(path);
  const id = ({ customer_id }: Purchase): string => customer_id;

  it("has the tiers of revenue that were counted in exact fractions", () => {
    const rows = customersOf(purchases, id, ({ dollars }) => dollars, 100);
    expectTiers(valueTiers(rows, "value"), reference.cdnow, reference.cdnow.heavyMediumLight);
    expectTiers(valueTiers(rows, "value", { tiers: "deciles" }), reference.cdnow, reference.cdnow.deciles);
  });

  it("keeps half its customers, who bought once, in one tier of purchases", () => {
    const counted = reference.cdnow_orders;
    const rows = customersOf(purchases, id, () => "1", 1);
    const halves = valueTiers(rows, "value");
    expectTiers(halves, counted, counted.heavyMediumLight);
    expect(halves.warnings).toEqual([]);
    const deciles = valueTiers(rows, "value", { tiers: "deciles" });
    expectTiers(deciles, counted, counted.deciles);
    expect(deciles.warnings.map(({ code, count }) => [code, count])).toEqual([["empty-tiers", 5]]);
  });
});

describeWithData("Northwind", "northwind/orders.csv", (path) => {
  const orders = csvRows<"orderID" | "customerID">(path);
  const lines = csvRows<"orderID" | "unitPrice" | "quantity" | "discount">(
    new URL("order-details.csv", path),
  );
  const customerOf = new Map(orders.map(({ orderID, customerID }) => [orderID, customerID]));
  const bought = customersOf(
    lines,
    ({ orderID }) => customerOf.get(orderID) ?? "",
    ({ unitPrice, quantity, discount }) =>
      String(Number(unitPrice) * Number(quantity) * (1 - Number(discount))),
    10_000,
  );
  const revenueOf = new Map(bought.map(({ customerId, value }) => [customerId, value]));
  const customers = csvRows<"customerID" | "country">(new URL("customers.csv", path)).map(
    ({ customerID, country }) => ({
      customerId: customerID,
      country,
      value: revenueOf.get(customerID) ?? 0,
      orders: orders.filter((order) => order.customerID === customerID).length,
    }),
  );

  it("has the tiers that were counted in exact fractions, two customers without an order apart", () => {
    expectTiers(valueTiers(customers, "value"), reference.northwind, reference.northwind.heavyMediumLight);
  });

  it("has the revenue, medians and shares of regular customers by country of numpy and scipy", () => {
    const { rows, total } = summarizeBy(customers, "country", {
      values: { value: "value" },
      rates: { regular: ({ orders: count }) => count >= 10 },
    });
    expect(rows.map(({ group, customers: size }) => [group, size])).toEqual(
      reference.northwind.countries.map(({ group, customers: size }) => [group, size]),
    );
    for (const [at, { sum, share, mean, median, ...regular }] of reference.northwind.countries.entries()) {
      const { values, rates } = rows[at] ?? expect.fail();
      expect(values.value.sum).toBeCloseTo(sum, 9);
      expect(values.value.share).toBeCloseTo(share, 14);
      expect(values.value.mean).toBeCloseTo(mean, 9);
      expect(values.value.median).toBeCloseTo(median, 9);
      expect([rates.regular.count, rates.regular.rate]).toEqual([regular.regular, regular.rate]);
      expect(rates.regular.lower).toBeCloseTo(regular.lower, 12);
      expect(rates.regular.upper).toBeCloseTo(regular.upper, 12);
    }
    expect(total.customers).toBe(91);
    expect(total.values.value.sum).toBeCloseTo(1_265_793.0395, 9);
  });
});
