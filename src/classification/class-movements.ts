import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, invalidOption } from "../rows/options.ts";
import { type CivilDay, type IsoDate, isoDate } from "../time/civil-day.ts";
import { dayOption } from "../time/day-option.ts";
import type { DateInput } from "../time/read-civil-day.ts";
import { checkLog, type TransactionLog } from "../transactions/transaction-log.ts";
import { type ClassReason, classOfReason } from "./class-reason.ts";
import { reasonFor } from "./class-rules.ts";
import { classificationLimits } from "./classification-limits.ts";
import type { CustomerClass } from "./customer-class.ts";
import { type KnownPeople, readKnownPeople } from "./known-people.ts";
import { type ClassBefore, type Movement, movementBetween } from "./movement.ts";
import { type MovementLedger, movementLedger } from "./movement-ledger.ts";
import { emptyMovementMatrix, type MovementMatrix } from "./movement-matrix.ts";
import { CLASSIFICATION_NAMES, type ClassificationOptions } from "./options.ts";
import { visitHistories } from "./person-histories.ts";
import { UsualGaps } from "./usual-gap.ts";

/** The two days that are compared, and the limits between the classes on both. */
export interface MovementOptions extends Omit<ClassificationOptions, "asOf"> {
  /** First day, judged inclusive. */
  readonly from: DateInput;
  /** Second day, judged inclusive. */
  readonly to: DateInput;
}

const { asOf: _, ...LIMIT_NAMES } = CLASSIFICATION_NAMES;
const MOVEMENT_NAMES = { ...LIMIT_NAMES, from: true, to: true } satisfies Record<keyof MovementOptions, true>;

/** Where somebody stood on the first day and stands on the second. */
export interface MovedCustomer {
  readonly customerId: CustomerId;
  /** `"unknown"` for those whom nobody knew on the first day. */
  readonly from: ClassBefore;
  readonly to: CustomerClass;
  readonly movement: Movement;
}

/** What moved in a customer base between two days. */
export interface ClassMovements {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Everybody known on the second day. */
  readonly rows: readonly MovedCustomer[];
  /** `matrix[from][to]` is the number of customers who went from class to class. */
  readonly matrix: MovementMatrix;
  readonly ledger: MovementLedger;
}

/**
 * Follows each customer from the class on one day to the class on another.
 *
 * Both days are judged by the same limits and each by what was known on it: what happened later is not looked at. New, returning and
 * reactivated customers together are the active ones of the second day; those of the first day plus new plus reactivated less dormant ones are
 * the same, customer by customer. Somebody who left by a termination and buys again is reactivated here, however short the break was.
 *
 * @param log - Transactions.
 * @param options - The days `from` and `to`, and the options of `classifyCustomers`.
 * @returns `{ from, to, rows, matrix, ledger }`: a row per person known on the second day, counts by class before and after, and the ledger
 *   of active customers.
 * @throws {@link DataError} for an option that cannot be used, if `from` is not before `to`, or with all faulty interactions and prospects.
 *
 * @example
 * import { classMovements, transactionLog } from "clientele";
 *
 * const log = transactionLog([
 *   { customerId: "Ada", date: "2024-11-10", amount: 50 },
 *   { customerId: "Ada", date: "2025-11-20", amount: 70 },
 *   { customerId: "Ben", date: "2024-08-01", amount: 20 },
 *   { customerId: "Cem", date: "2025-12-24", amount: 90 },
 * ]);
 * const { rows, ledger } = classMovements(log, { from: "2024-12-31", to: "2025-12-31" });
 * rows.map((row) => row.movement); // => ["returning", "dormant", "new"]
 * rows[2]; // => { customerId: "Cem", from: "unknown", to: "new", movement: "new" }
 * ledger.activeEnd; // => 2
 */
export function classMovements(log: TransactionLog, options: MovementOptions): ClassMovements {
  checkLog(log);
  checkNames("options", options, MOVEMENT_NAMES);
  const from = dayOption("from", options.from, log.timeZone);
  const to = dayOption("to", options.to, log.timeZone);
  if (from >= to) {
    throw invalidOption(
      "from",
      isoDate(from),
      `It is not before ${isoDate(to)}: pass the earlier day as from.`,
    );
  }
  const people = readKnownPeople(log, options);
  const before = reasonsOn(from, people, options);
  const after = reasonsOn(to, people, options);
  const rows: MovedCustomer[] = [];
  const matrix = emptyMovementMatrix();
  for (let person = 0; person < people.ids.length; person++) {
    const customerId = people.ids[person];
    const now = after[person] ?? null;
    if (customerId === undefined || now === null) continue;
    const then = before[person] ?? null;
    const start = then === null ? "unknown" : classOfReason(then);
    const end = classOfReason(now);
    matrix[start][end] += 1;
    rows.push({ customerId, from: start, to: end, movement: movementBetween(then, now) });
  }
  return { from: isoDate(from), to: isoDate(to), rows, matrix, ledger: movementLedger(rows) };
}

/** For each person the rule that decides the class on a day; `null` for those not known then. */
function reasonsOn(
  day: CivilDay,
  people: KnownPeople,
  options: ClassificationOptions,
): readonly (ClassReason | null)[] {
  const limits = classificationLimits(options, day);
  const reasons = new Array<ClassReason | null>(people.ids.length).fill(null);
  visitHistories(people, limits, new UsualGaps(people.log, day), (person, history) => {
    reasons[person] = reasonFor(history, limits);
  });
  return reasons;
}
