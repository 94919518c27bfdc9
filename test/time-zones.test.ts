import { expect, it } from "vitest";
import {
  activeCustomers,
  churnSignals,
  classifyCustomers,
  classMovements,
  cohortRetention,
  fitBgNbd,
  fitGammaGamma,
  predictCustomers,
  retentionLedger,
  revenueMovements,
  simulateTransactions,
  splitLog,
  subscriptionBook,
  summarizeCustomers,
  tenures,
  transactionLog,
} from "../src/index.ts";
import { inMachineZone, MACHINE_ZONES } from "./support/time-zones.ts";

/** Everything the library says of a log whose dates come in every form. */
function everything(): string {
  const rows = simulateTransactions({ customers: 150, from: "2023-01-01", until: "2025-03-31", seed: 12 });
  const mixed = rows.map((row, i) => {
    const instant = Date.parse(`${row.date}T23:30:00Z`);
    const forms = [row.date, instant, new Date(instant), `${row.date}T23:30:00Z`, `${row.date}T23:30:00`];
    return { ...row, date: forms[i % forms.length] ?? row.date };
  });
  const log = transactionLog(mixed, {}, { timeZone: "Europe/Berlin" });
  const customers = summarizeCustomers(log, { asOf: new Date("2025-03-30T22:30:00Z"), unit: "week" });
  const purchases = fitBgNbd(customers);
  const spend = fitGammaGamma(customers);
  const values = predictCustomers(customers, {
    purchases,
    spend,
    horizon: { months: 12 },
    discountRate: 0.1,
  });
  const book = subscriptionBook(
    mixed.map((row, i) => ({
      customerId: row.customerId,
      start: row.date,
      end: i % 3 === 0 ? new Date("2025-01-31T22:30:00Z") : null,
      monthlyAmount: i % 7,
    })),
    {},
    { timeZone: "Europe/Berlin", invalid: "skip" },
  );
  return JSON.stringify({
    cohorts: cohortRetention(log, { clock: "elapsed", asOf: new Date("2025-03-30T22:30:00Z") }),
    ledger: retentionLedger(log, { activeWindow: { months: 6 } }),
    signals: churnSignals(log, { model: purchases, horizon: { months: 6 } }),
    tenures: tenures(log, { lostAfter: { months: 6 }, spells: "all" }),
    revenue: revenueMovements(book, { asOf: new Date("2025-01-31T23:30:00Z") }),
    contracts: tenures(book, { unit: "month" }),
    days: [...log.days],
    split: splitLog(log, "2024-02-29").holdout.from,
    customers,
    purchases,
    values,
    classes: classifyCustomers(log),
    active: activeCustomers(log, { asOf: "2024-12-31" }),
    movements: classMovements(log, { from: "2024-02-29", to: "2025-02-28" }),
  });
}

it("results are equal whatever the zone of the machine", () => {
  const inUtc = inMachineZone("UTC", everything);
  for (const zone of MACHINE_ZONES) expect(inMachineZone(zone, everything) === inUtc, zone).toBe(true);
});
