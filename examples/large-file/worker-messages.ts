import type { CustomerReducerOptions, CustomerReducerSnapshot } from "clientele/customers";
import type { CsvFile } from "./csv-file.ts";
import type { FilePart } from "./file-part.ts";
import type { Outcome } from "./reduce-parts.ts";

/** What a worker is to do. */
export interface WorkerTask {
  readonly file: CsvFile;
  readonly parts: readonly FilePart[];
  readonly options: CustomerReducerOptions;
}

/** What a worker tells: each part as it is counted, and at last all that it has counted. */
export type WorkerMessage =
  | { readonly kind: "part"; readonly bytes: number; readonly rows: number }
  | { readonly kind: "end"; readonly outcome: Outcome; readonly snapshot: CustomerReducerSnapshot };
