import { expect, it } from "vitest";
import { classifyCustomers } from "../../src/classification/classify-customers.ts";
import { summarizeCustomers } from "../../src/customers/summarize-customers.ts";
import { summarizeOpportunities } from "../../src/customers/summarize-opportunities.ts";
import { fitBgBb } from "../../src/models/fit-bg-bb.ts";
import { fitBgNbd } from "../../src/models/fit-bg-nbd.ts";
import { fitBgCnbdK, fitMbgCnbdK } from "../../src/models/fit-cnbd-k.ts";
import { fitMbgNbd } from "../../src/models/fit-mbg-nbd.ts";
import { fitParetoNbd } from "../../src/models/fit-pareto-nbd.ts";
import type { PurchaseModel } from "../../src/models/models.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { revenueOf } from "../support/log-contents.ts";
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

type Field = "InvoiceNo" | "StockCode" | "Quantity" | "InvoiceDate" | "UnitPrice" | "CustomerID";
type Line = Readonly<Record<Field, string>>;

const amountOf = (line: Line): number => Number(line.Quantity) * Number(line.UnitPrice);
const cents = (amount: number): string => amount.toFixed(2);

describeWithData("Online Retail, all line items", "online_retail/online_retail.csv.gz", (path) => {
  const lines = csvRows<Field>(path);
  const columns = {
    customer: "CustomerID",
    date: "InvoiceDate",
    amount: amountOf,
    order: "InvoiceNo",
  } as const;
  const log = transactionLog(lines, columns, { invalid: "skip" });

  it("is the data set of its README", () => {
    expect(lines).toHaveLength(541_909);
    expect(lines.reduce((total, line) => total + amountOf(line), 0).toFixed(3)).toBe("9747747.934");
  });

  it("skips the 135,080 line items without customer, and nothing else", () => {
    expect(log.rows).toBe(541_909);
    expect(log.skipped).toEqual({ total: 135_080, byCode: { missing_customer: 135_080 } });
    expect(log.customerIds).toHaveLength(4372);
  });

  it("makes one transaction of each invoice", () => {
    const invoices = new Set(lines.filter((line) => line.CustomerID !== "").map((line) => line.InvoiceNo));
    expect(invoices.size).toBe(22_190);
    expect(log.amounts).toHaveLength(22_190);
  });

  it("reconciles to the cent", () => {
    const known = lines.filter((line) => line.CustomerID !== "");
    const net = known.reduce((total, line) => total + amountOf(line), 0);
    expect(cents(revenueOf(log))).toBe(cents(net));
    const summaries = summarizeCustomers(log);
    const revenue = summaries.rows.reduce(
      (total, row) => total + row.revenue,
      summaries.withoutPurchase.revenue,
    );
    expect(cents(revenue)).toBe(cents(net));
    const { classes } = classifyCustomers(log);
    expect(cents(classes.reduce((total, row) => total + row.revenue, 0))).toBe(cents(net));
    const cancelled = known.filter((line) => line.InvoiceNo.startsWith("C"));
    const returned = cancelled.reduce((total, line) => total + amountOf(line), 0);
    expect(cents(log.returns.amount)).toBe(cents(returned));
    expect(log.returns.transactions).toBe(new Set(cancelled.map((line) => line.InvoiceNo)).size);
  });

  it("has the published purchases: 18,532 invoices of 4,338 customers, 8,911,407.904", () => {
    const purchases = lines.filter(
      (line) =>
        line.CustomerID !== "" &&
        !line.InvoiceNo.startsWith("C") &&
        Number(line.Quantity) > 0 &&
        Number(line.UnitPrice) > 0,
    );
    expect(purchases).toHaveLength(397_884);
    const bought = transactionLog(purchases, columns);
    expect(bought.amounts).toHaveLength(18_532);
    expect(bought.customerIds).toHaveLength(4338);
    expect(revenueOf(bought).toFixed(3)).toBe("8911407.904");
  });

  it.each([
    ["bg-nbd", fitBgNbd],
    ["mbg-nbd", fitMbgNbd],
    ["pareto-nbd", fitParetoNbd],
    ["mbg-cnbd-k", fitMbgCnbdK],
    ["bg-cnbd-k", fitBgCnbdK],
  ] as const)("is fitted in days and in weeks by %s, with one answer", (_, fitTo) => {
    const days: PurchaseModel = fitTo(summarizeCustomers(log, { unit: "day", intervals: true }));
    const weeks: PurchaseModel = fitTo(summarizeCustomers(log, { unit: "week", intervals: true }));
    expect(days.convergence.converged && weeks.convergence.converged).toBe(true);
    const inWeeks = new Map<string, number>(Object.entries(weeks.parameters));
    for (const [name, value] of Object.entries<number>({ ...days.parameters })) {
      const factor = name === "alpha" || name === "beta" ? 7 : 1;
      expect(relativeError(value, (inWeeks.get(name) ?? 0) * factor), name).toBeLessThan(1e-6);
    }
    expect(days.covariance === null).toBe(days.warnings.some(({ code }) => code === "not-identified"));
  });

  it("is fitted by months as opportunities", () => {
    const model = fitBgBb(summarizeOpportunities(log, { period: "month" }));
    expect(model.convergence.converged).toBe(true);
    expect(model.covariance === null).toBe(model.warnings.some(({ code }) => code === "not-identified"));
  });
});

describeWithData("Online Retail, one row per invoice", "online_retail/online_retail_invoices.csv", (path) => {
  it("gives the same net revenue as the invoices say", () => {
    const invoices = csvRows<"CustomerID" | "InvoiceDate" | "NetAmount">(path);
    const log = transactionLog(invoices, {
      customer: "CustomerID",
      date: "InvoiceDate",
      amount: (row) => Number(row.NetAmount),
    });
    expect(log.customerIds).toHaveLength(4372);
    const net = invoices.reduce((total, row) => total + Number(row.NetAmount), 0);
    expect(cents(revenueOf(log))).toBe(cents(net));
  });
});
