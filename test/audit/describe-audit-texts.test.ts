import { describe, expect, it } from "vitest";
import type { CustomerBaseAudit } from "../../src/audit/audit-result.ts";
import type { NewerAgainstOlder } from "../../src/audit/cohort-view-result.ts";
import { describeAudit } from "../../src/audit/describe-audit.ts";
import { KINDS } from "../../src/audit/describe-kinds.ts";
import type { FindingCode } from "../../src/audit/finding.ts";
import { auditFindings } from "../../src/audit/finding-list.ts";
import { RULES } from "../../src/audit/finding-rules.ts";
import type { AuditLabels } from "../../src/audit/labels.ts";
import { deAudit } from "../../src/locales/de-audit.ts";
import { enAudit } from "../../src/locales/en-audit.ts";
import { readText } from "../support/project.ts";
import { audited, buyersOf, english, german, smallAudit, smallRows } from "./audit-cases.ts";

const side = { cohorts: 1, customers: 50, active: 20, activeShare: 0.4, cumulativeRevenuePerCustomer: 90 };

function compared(lower: number | null, upper: number | null, cohorts: number): CustomerBaseAudit {
  const row: NewerAgainstOlder = {
    age: cohorts,
    older: { ...side, cohorts, first: "2021", last: cohorts > 1 ? "2022" : "2021" },
    newer: { ...side, cohorts, first: "2023", last: cohorts > 1 ? "2024" : "2023" },
    activeShare: { difference: 0.1, lower: lower ?? 0, upper: upper ?? 0 },
    cumulativeRevenuePerCustomer: { difference: 3, lower, upper },
  };
  const comparison = smallAudit.cohorts;
  return { ...smallAudit, cohorts: comparison && { ...comparison, newerAgainstOlder: [row] } };
}

/** Audits in which every finding occurs, with one of everything and with several. */
const cases: readonly CustomerBaseAudit[] = [
  smallAudit,
  audited(smallRows, { asOf: "2025-12-31", marginRate: 0.4 }),
  audited(smallRows, { asOf: "2027-12-31" }),
  audited(smallRows, {
    asOf: "2024-02-01",
    period: { months: 12 },
    cohort: "2022-05-01",
    cohortPeriod: "year",
  }),
  audited(smallRows, { asOf: "2024-12-31", period: "month", cohortPeriod: "week", cohort: "largest" }),
  audited(smallRows, { asOf: "2022-08-01", period: "day", cohort: "2022-05-01" }),
  audited([["a", "2024-01-01", 5, -1]], { asOf: "2024-01-31", period: "month" }),
  audited([["a", "2024-02-10", 5]], { asOf: "2024-02-20", period: "month" }),
  audited([["a", "2024-02-10", 5]], { asOf: "2024-02-29", period: "month" }),
  audited([...buyersOf([5], 2023), ["0", "2024-01-01", 5]], { asOf: "2024-12-31", period: "year" }),
  audited([...buyersOf([9], 2023), ["0", "2024-01-01", 5], ["0", "2024-01-02", -5]], {
    asOf: "2024-12-31",
    period: "year",
  }),
  audited(buyersOf([0, 5], 2023, "x").concat(buyersOf([1, 2, 3, 4, 5, 6, 7, 8, 9, 9, 9])), {
    asOf: "2024-12-31",
    period: "year",
  }),
  audited([], { asOf: "2024-01-01" }),
  ...[1, 2].flatMap((cohorts) => [
    compared(-5, 5, cohorts),
    compared(0.5, 5, cohorts),
    compared(-5, -0.5, cohorts),
    compared(null, null, cohorts),
  ]),
  { ...smallAudit, reconciliation: [{ name: "own", parts: 3, total: 2, difference: 1 }] },
];

const languages: readonly (readonly [string, typeof english])[] = [
  ["English", english],
  ["German", german],
];

describe.each(languages)("every finding in %s", (_name, locale) => {
  const described = cases.flatMap((audit) => describeAudit(audit, { locale }).findings);

  it("has a text", () => {
    const codes = new Set(described.map(({ code }) => code));
    expect(Object.keys(RULES).filter((code) => !codes.has(code as FindingCode))).toEqual([]);
    expect(Object.keys(locale.audit.texts)).toEqual(Object.keys(RULES));
  });

  it("has no place unfilled, and nothing that is no word or number", () => {
    for (const { text } of described) {
      expect(text).not.toMatch(/[{}!]|NaN|undefined|Infinity|null|\[object/);
      expect(text).toMatch(/^\S.*\.$/);
    }
  });

  it("has a text whose places all have a figure", () => {
    const figures = new Set(Object.keys(KINDS));
    for (const [code, text] of Object.entries(locale.audit.texts)) {
      const variants = typeof text === "string" ? [text] : [text.one, text.other];
      if (typeof text !== "string") expect(figures, code).toContain(text.by);
      for (const [, place = ""] of variants.join(" ").matchAll(/\{(\w+)\}/g)) {
        expect(figures, code).toContain(place.replace(/(Dative|Number)$/, ""));
      }
    }
  });

  it("has words for one and for several of everything", () => {
    for (const text of Object.values(locale.audit.texts)) {
      if (typeof text !== "string") expect(text.one).not.toBe(text.other);
    }
  });
});

it("the words of English and German fit each other", () => {
  const shape = (labels: AuditLabels): unknown =>
    JSON.parse(
      JSON.stringify({ ...labels, texts: 0, checks: 0 }, (_, value) =>
        typeof value === "string" ? "" : value,
      ),
    );
  expect(shape(deAudit)).toEqual(shape(enAudit));
});

it("every total of an audit has a German name", () => {
  const names = cases.slice(0, -1).flatMap(({ reconciliation }) => reconciliation.map(({ name }) => name));
  expect(names.filter((name) => !Object.hasOwn(deAudit.checks, name))).toEqual([]);
  expect(Object.keys(deAudit.checks).filter((name) => !names.includes(name))).toEqual([]);
});

it("the table of findings in the docs is that of the rules", () => {
  const rows = [
    ...readText("docs/audit-findings.md").matchAll(/^\| `([a-z-]+)` \| (\w+) \| (\w+) \| (.*) \|$/gm),
  ];
  expect(rows.map(([, code, view, tone, rule]) => ({ code, view, tone, rule }))).toEqual(
    Object.entries(RULES).map(([code, { view, tone, rule }]) => ({ code, view: String(view), tone, rule })),
  );
});

it("figures of every finding are plain", () => {
  for (const audit of cases) {
    const found = auditFindings(audit);
    expect(JSON.parse(JSON.stringify(found))).toEqual(found);
  }
});
