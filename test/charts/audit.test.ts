import { describe, expect, it } from "vitest";
import type { ChartPart } from "../../src/charts/chart.ts";
import { auditChart, cohortRevenueChart, decileChart, revenueBridgeChart } from "../../src/charts/index.ts";
import {
  auditCustomerBase,
  type CustomerBaseAudit,
  type CustomerDifferences,
  type RevenueBridge,
  simulateTransactions,
  transactionLog,
} from "../../src/index.ts";
import { rowsOf } from "../support/chart-parts.ts";
import { describeCharts } from "../support/describe-charts.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { svgOf } from "../support/render-chart.ts";

const log = transactionLog(
  simulateTransactions({
    customers: 400,
    seed: 5,
    from: "2022-01-01",
    until: "2025-12-31",
    joinUntil: "2025-12-20",
  }),
);
const audit = auditCustomerBase(log, { asOf: "2025-12-31" });
/** Fewer rows for the page, which holds all plots. */
const page = auditCustomerBase(
  transactionLog(
    simulateTransactions({
      customers: 200,
      seed: 5,
      from: "2023-01-01",
      until: "2025-12-31",
      joinUntil: "2025-12-20",
    }),
  ),
  { asOf: "2025-12-31", mostOrders: 4 },
);
const quarterly = auditCustomerBase(log, { period: "quarter", asOf: "2025-11-30" });
const differences = audit.differences as CustomerDifferences;
const bridge = audit.change?.bridge as RevenueBridge;

describeCharts([
  ["revenue-bridge", (options) => revenueBridgeChart(bridge, options), "Umsatzbrücke", "customer"],
  ["cohort-revenue", (options) => cohortRevenueChart(audit.whole, options), "Umsatz nach Kohorten", "cohort"],
  ["deciles", (options) => decileChart(differences, options), "Zehntel der Kunden", "share"],
  ["audit", (options) => auditChart(page, options), "Kundenbestandsanalyse", "customer"],
]);

describe("revenueBridgeChart", () => {
  it("goes step by step from the one revenue to the other", () => {
    const rows = rowsOf(revenueBridgeChart(bridge));
    const steps = rows.slice(1, -1);
    expect(rows[0]).toMatchObject({ from: 0, to: bridge.revenueBefore, customers: bridge.customersBefore });
    expect(rows.at(-1)).toMatchObject({ from: 0, to: bridge.revenueNow, customers: bridge.customersNow });
    expect(steps[0]?.["from"]).toBe(bridge.revenueBefore);
    expect(Number(steps.at(-1)?.["to"])).toBeCloseTo(bridge.revenueNow, 6);
    const changes = Object.values(bridge.steps).filter(({ change }) => change !== 0);
    expect(steps).toHaveLength(changes.length);
    expect(steps.find(({ name }) => name === "new")?.["change"]).toBeCloseTo(bridge.steps.new.change, 6);
  });
});

describe("cohortRevenueChart", () => {
  it("holds the matrix", () => {
    const rows = rowsOf(cohortRevenueChart(audit.whole));
    const cells = audit.whole.revenue.flat().filter((amount) => amount !== 0);
    expect(rows.map(({ revenue }) => revenue)).toEqual(cells);
    const wonBefore =
      audit.whole.revenue
        .at(-1)
        ?.slice(0, -1)
        .reduce((sum, amount) => sum + amount, 0) ?? 0;
    const share = Math.round(
      (100 * wonBefore) / (audit.whole.revenue.at(-1)?.reduce((sum, amount) => sum + amount, 0) ?? 1),
    );
    expect(cohortRevenueChart(audit.whole).title.text).toContain(`${share}% of 2025`);
  });

  it("joins the oldest of many cohorts without losing revenue, and names what is not over", () => {
    const { whole } = quarterly;
    const rows = rowsOf(cohortRevenueChart(whole));
    const names = [...new Set(rows.map(({ cohort }) => String(cohort)))];
    expect(whole.cohorts.length).toBeGreaterThan(10);
    expect(names).toHaveLength(10);
    expect(names.some((name) => name.startsWith("up to "))).toBe(true);
    const sum = rows.reduce((all, { revenue }) => all + Number(revenue), 0);
    expect(sum).toBeCloseTo(
      whole.revenue.flat().reduce((all, amount) => all + amount, 0),
      6,
    );
    expect(rows.at(-1)?.["period"]).toBe("2025-Q4 (to date)");
  });
});

describe("decileChart", () => {
  it("holds the shares", () => {
    const rows = rowsOf(decileChart(differences));
    expect(rows.map(({ share, cumulative }) => [share, cumulative])).toEqual(
      differences.deciles.map(({ shareOfValue, cumulativeShare }) => [shareOfValue, cumulativeShare]),
    );
  });

  it("refuses tenths without shares", () => {
    const returned = transactionLog([
      { customerId: "A", date: "2025-01-02", amount: 10 },
      { customerId: "A", date: "2025-02-02", amount: -20 },
    ]);
    const { differences: none } = auditCustomerBase(returned, { asOf: "2025-12-31" });
    expect(dataErrorOf(() => decileChart(none as CustomerDifferences)).message).toContain("not above 0");
  });
});

describe("auditChart", () => {
  const viewsOf = (of: CustomerBaseAudit): readonly string[] =>
    (auditChart(of)["vconcat"] as readonly ChartPart[]).map(({ title }) =>
      String((title as ChartPart)["text"]),
    );

  it("has a line for each of the five views", () => {
    expect(viewsOf(audit)).toEqual([
      "How customers differ",
      "What changed",
      "How one cohort develops",
      "How cohorts compare",
      "The whole base",
    ]);
  });

  it("leaves out views that there are not", async () => {
    const short = auditCustomerBase(transactionLog([{ customerId: "A", date: "2025-03-01", amount: 5 }]), {
      period: "month",
      asOf: "2025-03-31",
    });
    expect(viewsOf(short)).not.toContain("What changed");
    await svgOf(auditChart(short));
  });
});

describe("wrong calls", () => {
  it.each([
    ["revenueBridgeChart", () => revenueBridgeChart(audit as never), "revenueBridge"],
    ["cohortRevenueChart", () => cohortRevenueChart(audit as never), "whole"],
    ["decileChart", () => decileChart(null as never), "differences"],
    ["auditChart", () => auditChart(log as never), "auditCustomerBase"],
  ])("of %s are told what to pass", (_name, call, maker) => {
    expect(dataErrorOf(call).message).toContain(maker);
  });
});
