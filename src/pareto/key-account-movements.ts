import { CompensatedSums } from "../math/compensated-sums.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkOption } from "../rows/options.ts";
import type { AccountWarning } from "./account-warnings.ts";
import type { KeyAccount, KeyAccounts } from "./key-account-result.ts";

/** How a key account moved: it became one, is one no more, or is one still, at a better, a worse or the same rank. */
export type KeyAccountMovement = "new" | "lost" | "risen" | "fallen" | "kept";

/** A key account of before or of now. */
export interface MovedKeyAccount {
  readonly customerId: CustomerId;
  readonly movement: KeyAccountMovement;
  /** Place among all customers before; `null` for those who were none. */
  readonly rankBefore: number | null;
  readonly rankNow: number | null;
  /** Value before; `null` for those who were no customers. */
  readonly valueBefore: number | null;
  readonly valueNow: number | null;
  /** Value now less value before; `null` for those who are missing on one side. */
  readonly change: number | null;
}

/** How many key accounts moved how: `before` = lost + risen + fallen + kept, `now` = new + risen + fallen + kept. */
export interface KeyAccountMovementCounts extends Readonly<Record<KeyAccountMovement, number>> {
  readonly before: number;
  readonly now: number;
}

/** What the movements did to the value of the key accounts: `before` − `lost` + `new` + `change` = `now`. */
export interface KeyAccountMovementValues {
  readonly before: number;
  /** Value before of those who are key accounts no more. */
  readonly lost: number;
  /** Value now of those who have become key accounts. */
  readonly new: number;
  /** By how much the value of those who are key accounts on both sides grew. */
  readonly change: number;
  readonly now: number;
}

/** What moved among the key accounts between two results. */
export interface KeyAccountMovements {
  /** Key accounts of now by rank, then those of before who are none any more. */
  readonly rows: readonly MovedKeyAccount[];
  readonly counts: KeyAccountMovementCounts;
  readonly values: KeyAccountMovementValues;
  readonly warnings: readonly AccountWarning[];
}

/**
 * Follows the key accounts from one result of `keyAccounts` to another, e.g. from one year to the next.
 *
 * Ranks are places among all customers of their result, so that a key account may fall although it sells as much as before. Who stands in one
 * result only has `null` on the other side: a new key account without `rankBefore` is a new customer, too.
 *
 * @param before - Result of the earlier period.
 * @param now - Result of the later period, best by the same rule.
 * @returns `{ rows, counts, values, warnings }`: a row for everybody who is a key account in one of them.
 * @throws {@link DataError} if one of the two is no result of `keyAccounts`.
 *
 * @example
 * import { keyAccountMovements, keyAccounts } from "clientele";
 *
 * const before = keyAccounts([{ customerId: "Ada", revenue: 90 }, { customerId: "Ben", revenue: 60 }], "revenue", { count: 1 });
 * const now = keyAccounts([{ customerId: "Ben", revenue: 70 }, { customerId: "Cem", revenue: 80 }], "revenue", { count: 1 });
 * const { rows, counts } = keyAccountMovements(before, now);
 * rows.map(({ customerId, movement }) => `${customerId}: ${movement}`); // => ["Cem: new", "Ada: lost"]
 * counts.before - counts.lost + counts.new === counts.now; // => true
 */
export function keyAccountMovements(before: KeyAccounts, now: KeyAccounts): KeyAccountMovements {
  checkResult("before", before);
  checkResult("now", now);
  const earlier = byId(before);
  const later = byId(now);
  const rows: MovedKeyAccount[] = [];
  for (const row of now.rows) {
    const then = earlier.get(row.customerId);
    if (row.keyAccount) rows.push(moved(then?.keyAccount === true ? heldBy(then, row) : "new", then, row));
  }
  for (const row of before.rows) {
    const next = later.get(row.customerId);
    if (row.keyAccount && next?.keyAccount !== true) rows.push(moved("lost", row, next));
  }
  return { rows, counts: countsOf(rows), values: valuesOf(rows), warnings: warningsOf(before, now) };
}

/** What happened to a customer who is a key account on both sides. */
function heldBy(then: KeyAccount, now: KeyAccount): KeyAccountMovement {
  if (now.rank === then.rank) return "kept";
  return now.rank < then.rank ? "risen" : "fallen";
}

function moved(
  movement: KeyAccountMovement,
  then: KeyAccount | undefined,
  now: KeyAccount | undefined,
): MovedKeyAccount {
  return {
    customerId: (now ?? then)?.customerId as CustomerId,
    movement,
    rankBefore: then?.rank ?? null,
    rankNow: now?.rank ?? null,
    valueBefore: then?.value ?? null,
    valueNow: now?.value ?? null,
    change: then === undefined || now === undefined ? null : now.value - then.value,
  };
}

function countsOf(rows: readonly MovedKeyAccount[]): KeyAccountMovementCounts {
  const counts: Record<KeyAccountMovement, number> = { new: 0, lost: 0, risen: 0, fallen: 0, kept: 0 };
  for (const { movement } of rows) counts[movement] += 1;
  return { before: rows.length - counts.new, ...counts, now: rows.length - counts.lost };
}

const BEFORE = 0;
const LOST = 1;
const NEW = 2;
const CHANGE = 3;
const NOW = 4;

function valuesOf(rows: readonly MovedKeyAccount[]): KeyAccountMovementValues {
  const sums = new CompensatedSums(5);
  for (const { movement, valueBefore, valueNow } of rows) {
    if (movement !== "new") sums.add(BEFORE, valueBefore ?? 0);
    if (movement !== "lost") sums.add(NOW, valueNow ?? 0);
    if (movement === "lost") sums.add(LOST, valueBefore ?? 0);
    else if (movement === "new") sums.add(NEW, valueNow ?? 0);
    else {
      sums.add(CHANGE, valueNow ?? 0);
      sums.add(CHANGE, -(valueBefore ?? 0));
    }
  }
  return {
    before: sums.at(BEFORE),
    lost: sums.at(LOST),
    new: sums.at(NEW),
    change: sums.at(CHANGE),
    now: sums.at(NOW),
  };
}

function warningsOf(before: KeyAccounts, now: KeyAccounts): AccountWarning[] {
  const then = before.rule;
  const { order, limit, at } = now.rule;
  if (then.order === order && then.limit === limit && then.at === at) return [];
  const message = `Key accounts were chosen by ${then.order} with ${then.limit} ${then.at} before, and by ${order} with ${limit} ${at} now: some may have moved for that reason alone.`;
  return [{ code: "different-rules", customers: now.rows.length, message }];
}

function byId({ rows }: KeyAccounts): Map<CustomerId, KeyAccount> {
  return new Map(rows.map((row) => [row.customerId, row]));
}

function checkResult(path: string, result: unknown): void {
  const record = typeof result === "object" && result !== null ? (result as Partial<KeyAccounts>) : {};
  const fits = Array.isArray(record.rows) && record.rule !== undefined && record.rows.every(isKeyAccount);
  checkOption(path, result, fits ? null : "This is no result of keyAccounts: pass what it returned.");
}

function isKeyAccount(row: unknown): boolean {
  if (typeof row !== "object" || row === null) return false;
  const { customerId, rank, value, keyAccount } = row as Partial<KeyAccount>;
  return (
    customerId !== undefined &&
    typeof rank === "number" &&
    typeof value === "number" &&
    typeof keyAccount === "boolean"
  );
}
