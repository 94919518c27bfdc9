import { existsSync, readFileSync } from "node:fs";
import { parse } from "csv-parse/sync";
import { inventedRows } from "./invented-rows.ts";
import type { SubscriptionRow } from "./subscription-row.ts";

/** The rows of a CSV file, or invented ones if it is not there; and where they are from, in words. */
export function loadRows(path: string): {
  readonly source: string;
  readonly rows: readonly SubscriptionRow[];
} {
  if (!existsSync(path))
    return { source: `${path} is not there: these are invented subscriptions.`, rows: inventedRows };
  const rows = parse(readFileSync(path), { columns: true, bom: true }) as readonly SubscriptionRow[];
  return { source: `The subscriptions of ${path}.`, rows };
}
