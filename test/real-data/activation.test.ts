import { expect, it } from "vitest";
import { activationCandidates } from "../../src/activation/activation-candidates.ts";
import { prioritizeActivation } from "../../src/activation/prioritize-activation.ts";
import { classifyCustomers } from "../../src/classification/classify-customers.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import reference from "../reference/activation.json" with { type: "json" };
import { csvRows, describeWithData } from "../support/real-data.ts";
import { relativeError } from "../support/relative-error.ts";

const measures = {
  "second-purchase-offer": { cost: 1.5, probability: 0.04 },
  "win-back": { cost: 2, probability: 0.05 },
  "personal-contact": { cost: 20, probability: 0.15 },
};

describeWithData("activation at Online Retail", "online_retail/online_retail_invoices.csv", (path) => {
  const log = transactionLog(csvRows<"CustomerID" | "InvoiceDate" | "NetAmount">(path), {
    customer: "CustomerID",
    date: (row) => row.InvoiceDate.slice(0, 10),
    amount: (row) => Number(row.NetAmount),
  });
  const limits = {
    asOf: reference.asOf,
    activeWindow: { months: reference.activeWindowMonths },
    lostAfter: { months: reference.lostAfterMonths },
  };
  const candidates = activationCandidates(log, null, limits);
  const withLost = activationCandidates(log, null, {
    ...limits,
    kinds: ["one-and-done", "lapsed", "declining", "lost"],
  });

  it("finds the customers of an independent count, with their reasons and values", () => {
    for (const { kind, reason, customers, valueAtStake } of reference.reasons) {
      const rows = withLost.rows.filter((row) => row.kind === kind && row.reason === reason);
      expect(rows).toHaveLength(customers);
      const sum = rows.reduce((total, row) => total + row.valueAtStake, 0);
      expect(relativeError(sum, valueAtStake)).toBeLessThan(1e-12);
    }
    expect(withLost.rows).toHaveLength(
      reference.reasons.reduce((total, { customers }) => total + customers, 0),
    );
    for (const [at, expected] of reference.top.entries()) {
      const { customerId, kind, reason, valueAtStake = 0 } = withLost.rows[at] ?? {};
      expect({ customerId, kind, reason }).toEqual({
        customerId: expected.customerId,
        kind: expected.kind,
        reason: expected.reason,
      });
      expect(relativeError(valueAtStake, expected.valueAtStake)).toBeLessThan(1e-12);
    }
  });

  it("agrees with the classification", () => {
    const { classes } = classifyCustomers(log, limits);
    const inClass = (name: string) => classes.find((row) => row.class === name)?.customers;
    const ofKind = (...kinds: readonly string[]) =>
      withLost.kinds.reduce((sum, row) => sum + (kinds.includes(row.kind) ? row.customers : 0), 0);
    expect(ofKind("one-and-done", "lapsed")).toBe(inClass("dormant"));
    expect(ofKind("declining")).toBe(inClass("declining"));
    expect(ofKind("lost")).toBe(inClass("lost"));
  });

  it("spends a budget as well as dynamic programming does", () => {
    const { plan: truth } = reference;
    const options = {
      measures,
      marginRate: 0.3,
      consent: ({ customerId }: { readonly customerId: string | number }) => Number(customerId) % 3 !== 0,
    };
    const plan = prioritizeActivation(candidates, { ...options, budget: { money: truth.budget } });
    expect(plan.exact).toBe(true);
    expect(relativeError(plan.totals.expectedProfit, truth.best)).toBeLessThan(1e-12);
    expect(relativeError(plan.bound, truth.bound)).toBeLessThan(1e-12);
    expect(relativeError(plan.shadowPrice, truth.shadowPrice)).toBeLessThan(1e-12);
    expect(plan.totals.cost).toBeLessThanOrEqual(truth.budget);
    const counted = Object.fromEntries(plan.exclusions.map(({ reason, customers }) => [reason, customers]));
    expect(counted).toMatchObject({
      "no-consent": truth.noConsent,
      "cool-down": 0,
      "not-worthwhile": truth.notWorthwhile,
    });
    expect(plan.rows.length + (counted["budget"] ?? 0)).toBe(truth.eligible);
    const hundred = prioritizeActivation(candidates, { ...options, budget: { contacts: 100 } });
    expect(hundred.rows).toHaveLength(100);
    expect(relativeError(hundred.totals.expectedProfit, truth.bestOf100Contacts)).toBeLessThan(1e-12);
  });
});
