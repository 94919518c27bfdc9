import { expect, it } from "vitest";
import type { CustomerSummary } from "../../src/customers/customer-summaries.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { abcClasses } from "../../src/pareto/abc-classes.ts";
import { paretoShare } from "../../src/pareto/pareto-share.ts";
import { concentration } from "../../src/statistics/concentration.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import facts from "../reference/concentration-real-data.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";

type Line = Readonly<Record<"InvoiceNo" | "Quantity" | "InvoiceDate" | "UnitPrice" | "CustomerID", string>>;
type Purchase = Readonly<Record<"customer_id" | "date" | "dollars", string>>;

function onlineRetail(path: URL): readonly CustomerSummary[] {
  const columns = {
    customer: "CustomerID",
    date: "InvoiceDate",
    amount: (line: Line) => Number(line.Quantity) * Number(line.UnitPrice),
    order: "InvoiceNo",
  } as const;
  return summarizeCustomers(transactionLog(csvRows<keyof Line>(path), columns, { invalid: "skip" })).rows;
}

function cdnow(path: URL): readonly CustomerSummary[] {
  const columns = {
    customer: "customer_id",
    date: "date",
    amount: (row: Purchase) => Number(row.dollars),
  } as const;
  return summarizeCustomers(transactionLog(csvRows<keyof Purchase>(path), columns)).rows;
}

const bases = [
  ["Online Retail", "online_retail/online_retail.csv.gz", onlineRetail, facts.onlineRetail],
  ["CDNOW", "cdnow/cdnow_master.csv", cdnow, facts.cdnow],
] as const;

/** Sums of amounts are rounded in their last bit: equal ones are equal again in tenths of a cent. */
const revenueOf = ({ revenue }: CustomerSummary): number => Math.round(revenue * 1000) / 1000;

for (const [name, file, read, known] of bases) {
  describeWithData(`the customers of ${name}`, file, (path) => {
    const customers = read(path);

    it("are as concentrated as NumPy finds them", () => {
      const spread = concentration(customers, revenueOf, { top: [10], negative: "zero" });
      expect(spread.n).toBe(known.customers);
      expect(spread.raisedToZero.n).toBe(known.negatives);
      expect(spread.raisedToZero.value).toBeCloseTo(known.negativeValue, 6);
      expect(spread.zeros).toBe(known.zeros + known.negatives);
      expect(spread.total).toBeCloseTo(known.total - known.negativeValue, 6);
      for (const measure of ["gini", "theil", "hoover", "coefficientOfVariation", "atkinsonHalf"] as const) {
        expect(Number(spread[measure]?.toFixed(7))).toBe(known[measure]);
      }
      expect(Number(spread.hhi?.toFixed(9))).toBe(known.hhi);
      expect(Number(spread.topShares[0]?.share?.toFixed(7))).toBe(known.topTen);
    });

    it("have the Pareto shares that NumPy interpolates", () => {
      const fifth = paretoShare(customers, revenueOf, { customers: 0.2, negative: "zero" });
      expect(Number(fifth.value?.toFixed(7))).toBe(known.topFifth);
      const eighty = paretoShare(customers, revenueOf, { value: 0.8, negative: "zero" });
      expect(Number(eighty.customers?.toFixed(7))).toBe(known.customersForEighty);
      expect(eighty.wholeCustomers).toBe(known.wholeCustomersForEighty);
    });

    it.each([
      ["value", known.byValue],
      ["customers", known.byCustomers],
    ] as const)("fall into classes by %s that reconcile to the cent", (by, classes) => {
      const result = abcClasses(customers, revenueOf, { by });
      const held = result.classes.map((each) => [each.customers, Number(each.value.toFixed(2))]);
      expect(held).toEqual(classes);
      expect(result.total).toBeCloseTo(known.total, 6);
      expect(result.nonPositive.customers).toBe(known.zeros + known.negatives);
      expect(result.nonPositive.value).toBeCloseTo(known.negativeValue, 6);
    });

    it("fall into the computed classes", () => {
      const { computed, classes } = abcClasses(customers, revenueOf, { method: "computed" });
      expect(classes.map((each) => each.customers)).toEqual(known.computed.sizes);
      expect(computed?.aAbove).toBeCloseTo(known.computed.aAbove, 6);
      expect(computed?.bFrom).toBeCloseTo(known.computed.bFrom, 6);
      for (const point of ["paretoPoint", "breakEvenPoint", "submarginalPoint"] as const) {
        const [share, value = Number.NaN] = known.computed[point];
        expect(computed?.[point].customers).toBe(share);
        expect(computed?.[point].value).toBeCloseTo(value, 7);
      }
    });
  });
}
