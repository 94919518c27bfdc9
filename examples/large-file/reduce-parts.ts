import type { CustomerReducer } from "clientele/customers";
import { DataError } from "clientele/rows";
import type { OrderRow } from "../demo/order-row.ts";
import { UsageError } from "../demo/usage-error.ts";
import type { CsvFile } from "./csv-file.ts";
import type { FilePart } from "./file-part.ts";
import { lineOfRow, readPart } from "./read-part.ts";

/** How the reading ended: plain data, which a worker can post. Whatever it is, the parts before have been counted. */
export type Outcome =
  | { readonly kind: "done" }
  | { readonly kind: "stopped" }
  | { readonly kind: "refused"; readonly message: string };

/** Whom the reading listens to, and whom it tells of each part. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly onPart: (bytes: number, rows: number) => void;
}

/** Reads part after part of a file into a reducer; no more than one part is in memory. */
export async function reduceParts(
  reducer: CustomerReducer<OrderRow>,
  file: CsvFile,
  parts: Iterable<FilePart> | AsyncIterable<FilePart>,
  { signal, onPart }: Watch,
): Promise<Outcome> {
  let part: FilePart | null = null;
  let before = reducer.progress.rows;
  async function* batches() {
    for await (part of parts) {
      // A row that does not fit the heading is null, for the reducer to find.
      const batch = (await readPart(file, part)) as readonly OrderRow[];
      yield { id: part.id, batch };
    }
  }
  try {
    await reducer.addAll(batches(), {
      signal,
      onProgress: ({ rows }) => {
        if (part !== null) onPart(part.end - part.start, rows - before);
        before = rows;
      },
    });
    return { kind: "done" };
  } catch (error) {
    if (signal.aborted && error === signal.reason) return { kind: "stopped" };
    if (error instanceof UsageError) return { kind: "refused", message: error.message };
    if (part === null || !(error instanceof DataError)) throw error;
    return { kind: "refused", message: await refusal(error, file, part) };
  }
}

const TOLD = 5;

/** The faults with the lines of the file, since the library counts the rows of a batch. */
async function refusal(error: DataError, file: CsvFile, part: FilePart): Promise<string> {
  const lines: string[] = [];
  for (const { row, field, message } of error.issues.slice(0, TOLD)) {
    const place = row === null ? part.id : `line ${await lineOfRow(file, part, row)}`;
    lines.push(`${place}, ${field}: ${message}`);
  }
  const rest = error.total - lines.length;
  return [...lines, ...(rest > 0 ? [`… and ${rest} more among the rows behind line ${part.line}`] : [])].join(
    "\n",
  );
}
