import { standardErrorsOfLevel } from "../statistics/confidence.ts";
import { lastPeriodEnd } from "../time/calendar-period.ts";
import { type CivilDay, civilDayOfIso, isoDate } from "../time/civil-day.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { differencesChecks, logTotals, wholeChecks } from "./audit-checks.ts";
import { auditAssumptions, auditWarnings } from "./audit-notes.ts";
import { type AuditOptions, type AuditPlan, auditPlan } from "./audit-options.ts";
import type { CustomerBaseAudit } from "./audit-result.ts";
import type { BaseCells } from "./base-cells.ts";
import { customerBaseChange } from "./change.ts";
import { auditCohorts } from "./cohort-ages.ts";
import { chosenCohort } from "./cohort-choice.ts";
import type { CohortComparison } from "./cohort-view-result.ts";
import { decileOrder } from "./decile-order.ts";
import { customerDifferences } from "./differences.ts";
import { firstDays } from "./first-days.ts";
import { newerAgainstOlder } from "./newer-against-older.ts";
import { pairEnding } from "./pair-ending.ts";
import type { PeriodPair } from "./paired-period.ts";
import { periodFrame } from "./period-frame.ts";
import { reconciled } from "./reconcile.ts";
import { bridgeOf } from "./revenue-bridge.ts";
import { treeOf } from "./revenue-tree.ts";
import { sheetOf } from "./sheet-pair.ts";
import { shareBySource, wholeBase } from "./whole-base.ts";
import { cohortCells, wholeTally } from "./whole-tally.ts";

/**
 * Audits a customer base in five views (Kundenbestandsanalyse).
 *
 * (1) How the customers of the current period differ: orders, spend, profit, deciles, concentration. (2) What changed since the previous
 * period: revenue bridge, growth by its drivers, migration between deciles. (3) How one cohort develops. (4) How cohorts compare at the same age, and
 * whether the newer ones are worse. (5) Who makes the revenue of each period, by cohort, and by first and repeat purchases. The current period is
 * the last that is over by `asOf`. A customer is of a period if he bought in it; revenue is net of returns. Every total stands against the log in
 * `reconciliation`; what cannot be said is `null`, and `warnings` say why.
 *
 * @param log - A log from `transactionLog`.
 * @param options - `period` (or a length), `compareWith`, `cohortPeriod`, `cohort`, `marginRate` (−1 to 1), `value` (by which customers are sorted),
 *   `topShare` (0 to 1), `mostOrders`, `spendLimits` and `profitLimits` (money), `top` (customers to name), `asOf` (a day), `level` of confidence.
 * @returns `{ current, previous, totals, differences, change, cohort, cohorts, whole, reconciliation, assumptions, warnings }` and the options that
 *   were used: plain data; money in the log's currency, shares in [0, 1].
 * @throws {@link DataError} for options that are none, a `value` of margin without margins, or if the log is empty and no `asOf` is given.
 * @see Fader, Hardie & Ross (2022), The Customer-Base Audit: The First Step on the Journey to Customer Centricity.
 *
 * @example
 * import { auditCustomerBase, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-01-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-07-02", amount: 70 },
 *   { customerId: "Ben", date: "2024-08-21", amount: 20 },
 *   { customerId: "Cem", date: "2025-02-14", amount: 90 },
 * ]);
 * const audit = auditCustomerBase(log, { asOf: "2025-12-31" });
 * [audit.period, audit.previous?.period, audit.current?.period]; // => ["year", "2024", "2025"]
 * audit.change?.bridge.steps.new.change; // => 90
 * audit.whole.revenue; // => [[70, 0], [70, 90]]
 * audit.reconciliation.every(({ difference }) => Math.abs(difference) < 1e-9); // => true
 */
export function auditCustomerBase(log: TransactionLog, options: AuditOptions = {}): CustomerBaseAudit {
  checkLog(log);
  const plan = auditPlan(log, options);
  const { asOf, margin, level } = plan;
  const days = firstDays(log, asOf);
  const frame = periodFrame(log, plan.period, asOf);
  const sameFrame = JSON.stringify(plan.period) === JSON.stringify(plan.cohortPeriod);
  const cohortFrame = sameFrame ? frame : periodFrame(log, plan.cohortPeriod, asOf);
  const pass = { frame, asOf, firstDays: days, margin };
  const tally = wholeTally(log, pass, cohortFrame);
  const cells = sameFrame ? tally.cells : cohortCells(log, { ...pass, frame: cohortFrame });
  const placed = auditCohorts(cells, cohortFrame, margin.kind !== null, standardErrorsOfLevel(level));
  const pair = currentPair(log, plan);
  const { source, ...compared } = comparedPeriods(log, plan, pair, days);
  const cohort = chosenCohort(log, placed, cohortFrame, plan.cohort);
  const cohorts = cohortComparison(placed, cells, level);
  const whole = wholeBase(tally, frame, cohortFrame, source);
  const totals = logTotals(log, asOf);
  const customers = cells.sizes.reduce((sum, size) => sum + size, 0);
  return {
    asOf: isoDate(asOf),
    logFrom: log.from,
    period: plan.period,
    periodByDefault: plan.periodByDefault,
    compareWith: plan.compareWith,
    cohortPeriod: plan.cohortPeriod,
    margins: margin.kind,
    marginRate: margin.kind === "rate" ? margin.rate : null,
    current: pair?.current.period ?? null,
    previous: compared.change?.bridge.previous ?? null,
    totals: {
      customers,
      ...totals,
      margin: margin.kind === null ? null : tally.margin,
      withoutPurchase: tally.strangers,
    },
    differences: compared.differences,
    change: compared.change,
    cohort,
    cohorts,
    whole,
    reconciliation: [...wholeChecks(whole, totals), ...compared.checks],
    assumptions: auditAssumptions(log, plan, cohort),
    warnings: auditWarnings(log, plan, pair, customers, cohorts),
  };
}

/** The last complete period and the one it is compared with; `null` if the log begins after all that are over. */
function currentPair(log: TransactionLog, { period, compareWith, asOf }: AuditPlan): PeriodPair | null {
  const end: CivilDay = typeof period === "string" ? lastPeriodEnd(asOf, period) : asOf;
  if (log.from === null || civilDayOfIso(log.from) > end) return null;
  return pairEnding(log, period, end, compareWith, asOf);
}

type ComparedPeriods = Pick<CustomerBaseAudit, "differences" | "change"> & {
  readonly source: CustomerBaseAudit["whole"]["currentBySource"];
  readonly checks: CustomerBaseAudit["reconciliation"];
};

/** Views 1 and 2. */
function comparedPeriods(
  log: TransactionLog,
  plan: AuditPlan,
  pair: PeriodPair | null,
  days: Int32Array,
): ComparedPeriods {
  if (pair === null) return { differences: null, change: null, source: null, checks: [] };
  const ids = log.customerIds;
  const now = sheetOf(log, pair.current, plan.margin);
  const decilesNow = decileOrder(now, plan.value, ids);
  const differences = customerDifferences(pair.current.period, now, decilesNow, plan);
  const source = shareBySource(pair.current, now, days);
  const checks = differencesChecks(differences, source, now);
  if (log.from === null || civilDayOfIso(log.from) > pair.previous.end) {
    return { differences, change: null, source, checks };
  }
  const before = sheetOf(log, pair.previous, plan.margin);
  const sheets = { before, now };
  const bridge = bridgeOf(log, pair, sheets, days, plan.top);
  const tree = treeOf(log, pair, sheets, bridge.steps);
  const deciles = { before: decileOrder(before, plan.value, ids), now: decilesNow };
  const change = customerBaseChange(bridge, tree, sheets, deciles);
  const moved = change.migration.reduce((sum, row) => sum + row.customers - row.toNone, 0);
  const migrated = reconciled(
    "customers of the current period by migration between deciles",
    moved,
    now.buyers,
  );
  const closing = [...bridge.reconciliation, ...tree.reconciliation, migrated];
  return { differences, change, source, checks: [...checks, ...closing] };
}

function cohortComparison(
  placed: ReturnType<typeof auditCohorts>,
  cells: BaseCells,
  level: number,
): CohortComparison | null {
  if (placed.length === 0) return null;
  const rows = newerAgainstOlder(placed, cells, level);
  return { cohorts: placed.map(({ cohort }) => cohort), newerAgainstOlder: rows, level };
}
