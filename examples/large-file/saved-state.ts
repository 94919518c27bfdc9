import { readFile, rename, writeFile } from "node:fs/promises";
import { isDeepStrictEqual } from "node:util";
import { deserialize, serialize } from "node:v8";
import type { CustomerReducerSnapshot } from "clientele/customers";
import { UsageError } from "../demo/usage-error.ts";
import type { CsvFile } from "./csv-file.ts";

interface SavedState {
  readonly kind: "large-file";
  readonly file: CsvFile;
  readonly partBytes: number;
  readonly snapshot: CustomerReducerSnapshot;
}

/** Writes what has been counted; a file that is there already is replaced once the new one is whole. */
export async function saveState(
  path: string,
  file: CsvFile,
  partBytes: number,
  snapshot: CustomerReducerSnapshot,
): Promise<void> {
  const state: SavedState = { kind: "large-file", file, partBytes, snapshot };
  await writeFile(`${path}.new`, serialize(state));
  await rename(`${path}.new`, path);
}

/** Reads what was counted before; of another file, or one that was written since, the ranges of bytes would mean other rows. */
export async function loadState(
  path: string,
  file: CsvFile,
  partBytes: number,
): Promise<CustomerReducerSnapshot> {
  const bytes = await readFile(path).catch(() => null);
  if (bytes === null) throw new UsageError(`There is no file ${path} to go on from.`);
  const state = stateIn(bytes);
  if (state === null) throw new UsageError(`${path} is no file that an interrupted run has written.`);
  if (!isDeepStrictEqual(state.file, file)) {
    const { path: of } = state.file.settings;
    throw new UsageError(
      of === file.settings.path
        ? `${path} does not fit: ${of} has been written since, or is read with other columns now. Start without --resume.`
        : `${path} was written for ${of}.`,
    );
  }
  if (state.partBytes !== partBytes)
    throw new UsageError(`${path} fits --part-bytes ${state.partBytes} only.`);
  return state.snapshot;
}

function stateIn(bytes: Buffer): SavedState | null {
  try {
    const state = deserialize(bytes) as Partial<SavedState> | null;
    return state?.kind === "large-file" ? (state as SavedState) : null;
  } catch {
    return null;
  }
}
