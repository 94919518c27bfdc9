import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { auditCustomerBase } from "../../src/audit/audit-customer-base.ts";
import type { AuditOptions } from "../../src/audit/audit-options.ts";
import type { CustomerBaseAudit } from "../../src/audit/audit-result.ts";
import { moneyText, shareText } from "../../src/audit/describe-amounts.ts";
import { describeAudit } from "../../src/audit/describe-audit.ts";
import { auditFindings } from "../../src/audit/finding-list.ts";
import { RULES } from "../../src/audit/finding-rules.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { simulateTransactions } from "../../src/transactions/simulate-transactions.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { arbitraryDay, arbitraryRows } from "../support/arbitrary-rows.ts";
import { english, german } from "./audit-cases.ts";

const arbitraryPeriod = fc.constantFrom(
  "week" as const,
  "month" as const,
  "quarter" as const,
  "year" as const,
  { months: 5 },
);

const arbitraryOptions: fc.Arbitrary<AuditOptions> = fc.record(
  {
    period: arbitraryPeriod,
    cohortPeriod: arbitraryPeriod,
    cohort: fc.constantFrom("oldest" as const, "largest" as const),
    compareWith: fc.constant("period-before" as const),
    marginRate: fc.constantFrom(0.25, -0.5),
    topShare: fc.constantFrom(0.01, 0.5, 1),
    top: fc.constantFrom(0, 1, 5),
  },
  { requiredKeys: [] },
);

const randomAudit: fc.Arbitrary<CustomerBaseAudit> = fc
  .tuple(arbitraryRows, arbitraryOptions, arbitraryDay)
  .map(([rows, options, asOf]) =>
    auditCustomerBase(transactionLog(rows), { ...options, asOf: isoDate(asOf) }),
  );

const simulatedAudit: fc.Arbitrary<CustomerBaseAudit> = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 1000 }), arbitraryOptions)
  .map(([customers, seed, options]) => {
    const rows = simulateTransactions({ customers, from: "2024-01-01", until: "2025-12-31", seed });
    return auditCustomerBase(transactionLog(rows), options);
  });

const anyAudit = fc.oneof(randomAudit, simulatedAudit);

/** All numbers of a value, however deep. */
function numbersOf(value: unknown): number[] {
  if (typeof value === "number") return [value];
  if (typeof value !== "object" || value === null) return [];
  return Object.values(value).flatMap(numbersOf);
}

describe("the findings of any audit", () => {
  it("are sentences with numbers, in both languages", () => {
    const codes = new Set<string>();
    fc.assert(
      fc.property(anyAudit, (audit) => {
        for (const locale of [english, german]) {
          for (const { code, text } of describeAudit(audit, { locale, currency: "€" }).findings) {
            codes.add(code);
            expect(text).not.toMatch(/[{}!]|NaN|undefined|Infinity|null|\[object/);
            expect(text).toMatch(/^\S.*\.$/);
          }
        }
      }),
      { numRuns: 200, seed: 11 },
    );
    // The search means something only if most findings have been made.
    expect(codes.size).toBeGreaterThan(40);
  });

  it("hold only finite numbers, in the order of the rules", () => {
    const order = Object.keys(RULES);
    fc.assert(
      fc.property(anyAudit, (audit) => {
        const found = auditFindings(audit);
        const places = found.map(({ code }) => order.indexOf(code));
        expect(places).toEqual([...places].sort((a, b) => a - b));
        for (const number of numbersOf(found)) expect(Number.isFinite(number)).toBe(true);
        expect(found.filter(({ code }) => code === "total-differs")).toEqual([]);
      }),
      { numRuns: 80, seed: 12 },
    );
  });

  it("say the figures that stand beside them", () => {
    fc.assert(
      fc.property(anyAudit, (audit) => {
        for (const [locale, words] of [
          [english, { locale: english, currency: null }],
          [german, { locale: german, currency: null }],
        ] as const) {
          for (const { code, figures, text } of describeAudit(audit, { locale }).findings) {
            if (code === "size") expect(text).toContain(moneyText(figures.revenue, words));
            if (code === "top-share") expect(text).toContain(shareText(figures.share, words));
            if (code === "revenue-fell") expect(text).toContain(moneyText(figures.change, words));
            if (code === "total-differs") expect(text).toContain(figures.name);
            if (code === "largest-losses") {
              for (const { customerId } of figures.contributors) expect(text).toContain(String(customerId));
            }
          }
        }
      }),
      { numRuns: 50, seed: 13 },
    );
  });

  it("agree with the audit: customers won and lost, steps and sources add up", () => {
    fc.assert(
      fc.property(anyAudit, (audit) => {
        for (const { code, figures } of auditFindings(audit)) {
          if (code === "customers-moved") {
            const { customersBefore, customersNow, won, returned, lost, kept } = figures;
            expect(customersBefore + won + returned - lost).toBe(customersNow);
            expect(kept + won + returned).toBe(customersNow);
          }
          if (code === "revenue-steps") {
            const changes = figures.steps.reduce((sum, { change }) => sum + change, 0);
            // Steps below half a cent are left out.
            expect(Math.abs(figures.revenueBefore + changes - figures.revenueNow)).toBeLessThan(0.02);
          }
          if (code === "gains-outweigh") expect(figures.gains).toBeGreaterThan(figures.losses);
          if (code === "losses-outweigh") expect(figures.losses).toBeGreaterThan(figures.gains);
          if (code === "revenue-source") {
            const { wonInPeriodShare, wonInYearBeforeShare, wonEarlierShare } = figures;
            expect(wonInPeriodShare + wonInYearBeforeShare + wonEarlierShare).toBeCloseTo(1, 6);
          }
        }
      }),
      { numRuns: 50, seed: 14 },
    );
  });
});
