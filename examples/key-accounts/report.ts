import {
  concentrationRisk,
  customerPortfolio,
  type KeyAccounts,
  keyAccountMovements,
  keyAccounts,
} from "clientele";
import type { Customer } from "./customers.ts";

const SHOWN = 10;

/** Who the key accounts are, what they are worth, how they moved, and what depends on them. */
export function keyAccountReport(name: string, customers: readonly Customer[]): string {
  const byValue = keyAccounts(customers, "revenue");
  const scored = keyAccounts(customers, "revenue", {
    criteria: [
      { name: "revenue", value: "revenue", weight: 3 },
      { name: "growth", value: "growth", weight: 1 },
      { name: "purchases", value: "purchases", weight: 2, normalise: "rank" },
    ],
    count: SHOWN,
  });
  return [
    `${name}: revenue ${money(byValue.summary.value)} of ${count(customers.length)} customers who bought`,
    "",
    ...keyAccountLines(byValue, scored),
    "",
    ...movementLines(customers),
    "",
    ...riskLines(customers),
    "",
    ...portfolioLines(customers),
    "",
  ].join("\n");
}

function keyAccountLines(byValue: KeyAccounts, scored: KeyAccounts): string[] {
  const { summary, warnings } = byValue;
  const scoreOf = new Map(scored.rows.map((row) => [row.customerId, row]));
  return [
    `Key accounts bring half of it: ${count(summary.keyAccounts)} customers, ${percent(summary.shareOfValue)}`,
    ...warnings.map(({ message }) => message),
    line("rank", "customer", "revenue", "share", "together", "score", "by score"),
    ...byValue.rows.slice(0, SHOWN).map(({ rank, customerId, value, share, cumulativeShare }) => {
      const byScore = scoreOf.get(customerId);
      const score = (byScore?.score ?? 0).toFixed(3);
      return line(
        rank,
        customerId,
        money(value),
        percent(share),
        percent(cumulativeShare),
        score,
        byScore?.rank ?? "",
      );
    }),
  ];
}

function movementLines(customers: readonly Customer[]): string[] {
  const before = keyAccounts(
    customers.filter((customer) => customer.before !== 0),
    "before",
  );
  const now = keyAccounts(
    customers.filter((customer) => customer.now !== 0),
    "now",
  );
  const { counts, values } = keyAccountMovements(before, now);
  return [
    `Movements: ${counts.before} before − ${counts.lost} lost + ${counts.new} new = ${counts.now} now (${counts.risen} risen, ${counts.fallen} fallen, ${counts.kept} at the same rank)`,
    `Their revenue: ${money(values.before)} − ${money(values.lost)} + ${money(values.new)} + ${money(values.change)} = ${money(values.now)}`,
  ];
}

function riskLines(customers: readonly Customer[]): string[] {
  const { concentration, disclosure, top, atRisk } = concentrationRisk(customers, "revenue", {
    churnProbability: "churn",
  });
  return [
    `Concentration: HHI ${concentration.hhi?.toFixed(4)} (${concentration.band}), like ${concentration.numbersEquivalent?.toFixed(1)} equal customers; ${disclosure.customers.length} with 10 % or more`,
    ...top.map(({ customers: n, remaining, change }) => {
      return `without the largest ${n}: ${money(remaining)} (${percent(change)})`;
    }),
    `revenue × probability of half a year's silence: ${money(atRisk?.value ?? 0)} (${percent(atRisk?.share ?? null)})`,
  ];
}

function portfolioLines(customers: readonly Customer[]): string[] {
  const { fields } = customerPortfolio(customers, {
    attractiveness: [
      { name: "revenue", value: "now", normalise: "rank" },
      { name: "growth", value: "growth", normalise: "rank" },
    ],
    position: [
      { name: "purchases", value: "purchases", normalise: "rank" },
      { name: "churn", value: "churn", direction: "lower", normalise: "rank" },
    ],
    value: "revenue",
    // The middle of ranks. Medians would call more than half attractive where many are equally unattractive.
    limits: { attractiveness: 0.5, position: 0.5 },
  });
  return [
    line("field", "customers", "revenue", "share"),
    ...fields.map(({ field, customers: n, value, shareOfValue }) =>
      line(field, count(n), money(value ?? 0), percent(shareOfValue)),
    ),
  ];
}

function line(first: string | number, ...cells: readonly (string | number)[]): string {
  return String(first).padEnd(14) + cells.map((cell) => String(cell).padStart(14)).join("");
}

function percent(rate: number | null): string {
  return rate === null ? "–" : `${(100 * rate).toFixed(1)} %`;
}

function money(value: number): string {
  return value.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
}

function count(value: number): string {
  return value.toLocaleString("en-US");
}
