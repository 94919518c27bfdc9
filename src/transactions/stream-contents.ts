import { idFault } from "../rows/id-index.ts";

/** What is said of snapshots that cannot be merged. */
export const OLD_SNAPSHOT = "Another version of the library wrote this snapshot.";
export const NOT_WHOLE = "The snapshot is not whole: it lacks a part, or its arrays do not fit each other.";
export const NO_ARRAYS =
  "The snapshot has lost its typed arrays, as it does in JSON: send it by postMessage, or store it by structuredClone or v8.serialize, which keep them.";

/** Whether a value is the record of a stream, whole: what a snapshot carries may have lost its way, or half of itself. */
export function isStreamContents(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { batches, rows, turnover, marginTurnover, batchIds, returns, skipped, margins } = value;
  return (
    [batches, rows, turnover, marginTurnover].every(isSum) &&
    isIds(batchIds) &&
    isRecord(returns) &&
    isSum(returns.transactions) &&
    Number.isFinite(returns.amount) &&
    isRecord(skipped) &&
    isSum(skipped.total) &&
    isRecord(skipped.byCode) &&
    Object.values(skipped.byCode).every(isSum) &&
    (margins === null || typeof margins === "boolean")
  );
}

/** Whether a value is a list of names of batches, or of ids of customers. */
export function isIds(value: unknown): boolean {
  return Array.isArray(value) && value.every((id) => idFault(id) === 0);
}

function isSum(value: unknown): boolean {
  return typeof value === "number" && value >= 0 && Number.isFinite(value);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
