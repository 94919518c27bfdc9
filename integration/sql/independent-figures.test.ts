import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { customerSummariesSql } from "../../src/sql/customer-summaries-sql.ts";
import { purchaseCellsSql } from "../../src/sql/purchase-cells-sql.ts";
import { quotedText } from "../../src/sql/quoting.ts";
import type { TransactionTable } from "../../src/sql/transaction-table.ts";
import { withoutPurchaseSql } from "../../src/sql/without-purchase-sql.ts";
import { RAW_ENGINES, type RawEngine } from "./support/raw-engines.ts";

interface Customer {
  readonly customer_id: string;
  readonly frequency: number;
  readonly recency_days: number;
  readonly age_days: number;
  readonly monetary_value: number;
  readonly orders: number;
  readonly revenue: number;
  readonly margin: number;
}

interface Reference {
  readonly asOf: string;
  readonly rows: readonly (readonly (string | null)[])[];
  readonly cases: readonly {
    readonly order: boolean;
    readonly returns: "net" | "ignore";
    readonly count: "purchase-days" | "purchases";
    readonly customers: readonly Customer[];
    readonly withoutPurchase: { readonly customers: number; readonly revenue: number };
  }[];
}

const reference = JSON.parse(
  readFileSync(new URL("../../test/reference/sql-customer-summaries.json", import.meta.url), "utf8"),
) as Reference;
const { asOf } = reference;
const NUMBERS = [
  "frequency",
  "recency_days",
  "age_days",
  "monetary_value",
  "orders",
  "revenue",
  "margin",
] as const;

describe.each(RAW_ENGINES)("figures that were computed elsewhere, in %s", (_name, open) => {
  let engine: RawEngine;
  beforeAll(async () => {
    engine = await open();
    const text = (value: string | null): string =>
      value === null ? "NULL" : quotedText(engine.dialect, value);
    const rows = reference.rows.map((row) => `(${row.map(text).join(", ")})`);
    await engine.run(
      "CREATE TABLE sales (customer TEXT, sold_at TIMESTAMP, amount DECIMAL(18, 3), margin DECIMAL(18, 3), receipt TEXT)",
    );
    await engine.run(`INSERT INTO sales VALUES ${rows.join(", ")}`);
  });
  afterAll(() => engine.close());

  it.each(reference.cases)("$count, returns $returns, orders: $order", async (wanted) => {
    const { count, customers, withoutPurchase } = wanted;
    const source: TransactionTable = {
      dialect: engine.dialect,
      table: "sales",
      columns: {
        customer: "customer",
        date: "sold_at",
        amount: "amount",
        margin: "margin",
        ...(wanted.order ? { order: "receipt" } : {}),
      },
      returns: wanted.returns,
    };
    const found = await engine.run(customerSummariesSql(source, { asOf, count }));
    const byId = new Map(found.map((row) => [row["customer_id"], row]));
    expect([...byId.keys()].toSorted()).toEqual(customers.map((row) => row.customer_id).toSorted());
    for (const customer of customers) {
      const row = byId.get(customer.customer_id);
      for (const name of NUMBERS) expect(Number(row?.[name]), name).toBeCloseTo(customer[name], 10);
    }

    const cells = await engine.run(purchaseCellsSql(source, { asOf, count }));
    const histories = customers.map((row) => [row.frequency, row.recency_days, row.age_days].join());
    const counted = cells.flatMap((row) =>
      Array.from({ length: Number(row["customers"]) }, () =>
        [row["frequency"], row["recency_days"], row["age_days"]].map(Number).join(),
      ),
    );
    expect(counted.toSorted()).toEqual(histories.toSorted());

    const [others] = await engine.run(withoutPurchaseSql(source, { asOf }));
    expect(Number(others?.["customers"])).toBe(withoutPurchase.customers);
    expect(Number(others?.["revenue"])).toBeCloseTo(withoutPurchase.revenue, 10);
  });
});
