import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { resolve } from "node:path";
import type { Readable } from "node:stream";
import type { ErrorTexts } from "./texts.ts";
import { UsageError } from "./usage-error.ts";

/** Bytes to read. */
export interface Source {
  readonly stream: Readable;
  readonly gzipped: boolean;
  /** `null` if nobody knows how long it is. */
  readonly bytes: number | null;
  readonly bytesRead: () => number;
}

/** Opens a file, or standard input for `-`. */
export async function openSource(path: string, errors: ErrorTexts): Promise<Source> {
  if (path === "-") return { stream: process.stdin, gzipped: false, bytes: null, bytesRead: () => 0 };
  const { place, bytes } = await findFile(path, errors);
  const stream = createReadStream(place, { highWaterMark: 1 << 18 });
  return { stream, gzipped: place.toLowerCase().endsWith(".gz"), bytes, bytesRead: () => stream.bytesRead };
}

/** npm runs scripts in the folder of the package; a path may be meant from where npm was called. */
async function findFile(path: string, errors: ErrorTexts): Promise<{ place: string; bytes: number }> {
  const folders = [process.cwd(), process.env["INIT_CWD"] ?? process.cwd()];
  for (const folder of folders) {
    const place = resolve(folder, path);
    const found = await stat(place).catch(() => null);
    if (found?.isDirectory()) throw new UsageError(errors.isFolder(path));
    if (found !== null) return { place, bytes: found.size };
  }
  throw new UsageError(errors.noSuchFile(path));
}
