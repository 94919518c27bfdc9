import type { CustomerReducer, CustomerReducerOptions } from "clientele/customers";
import type { OrderRow } from "../demo/order-row.ts";
import type { Command } from "./arguments.ts";
import type { CsvFile } from "./csv-file.ts";
import type { FilePart } from "./file-part.ts";
import { fileParts } from "./file-parts.ts";
import { orderReducer } from "./order-reducer.ts";
import { reduceInWorkers } from "./reduce-in-workers.ts";
import { type Outcome, reduceParts, type Watch } from "./reduce-parts.ts";
import { loadState } from "./saved-state.ts";

/** What has been counted, and how the reading ended. */
export interface ReducedFile {
  readonly reducer: CustomerReducer<OrderRow>;
  readonly outcome: Outcome;
}

/** Reduces a file to its customers, in this thread or in workers, from the start or from where an earlier run ended. */
export async function reduceFile(
  { asOf, skipInvalid, workers, partBytes, resume }: Command,
  file: CsvFile,
  watch: Watch,
): Promise<ReducedFile> {
  const options: CustomerReducerOptions = {
    unit: "week",
    invalid: skipInvalid ? "skip" : "throw",
    ...(asOf === null ? {} : { asOf }),
  };
  const reducer = orderReducer(options);
  if (resume !== null) reducer.merge(await loadState(resume, file, partBytes));
  const left = partsLeft(file, partBytes, reducer, watch);
  if (workers === 0) return { reducer, outcome: await reduceParts(reducer, file, left, watch) };
  const parts: FilePart[] = [];
  for await (const part of left) {
    if (watch.signal.aborted) return { reducer, outcome: { kind: "stopped" } };
    parts.push(part);
  }
  return { reducer, outcome: await reduceInWorkers(reducer, file, parts, workers, options, watch) };
}

/** The parts that no earlier run has counted; those that one has are only told of. */
async function* partsLeft(
  { settings, rows }: CsvFile,
  partBytes: number,
  reducer: CustomerReducer<OrderRow>,
  { onPart }: Watch,
): AsyncGenerator<FilePart> {
  for await (const part of fileParts(settings.path, partBytes, rows)) {
    if (reducer.hasBatch(part.id)) onPart(part.end - part.start, 0);
    else yield part;
  }
}
