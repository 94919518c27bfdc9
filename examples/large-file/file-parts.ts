import { open } from "node:fs/promises";
import { UsageError } from "../demo/usage-error.ts";
import type { FilePart } from "./file-part.ts";

const QUOTE = 0x22;
const LINE_END = 0x0a;

/** What is read at a time, and the longest row. */
const BLOCK = 1 << 20;
const LONGEST_ROW = 1 << 24;

/**
 * Divides a CSV file into parts of at least so many bytes, at line ends outside of quotes.
 *
 * Quotes have to be counted from the start of the file: of a line end alone nobody can say whether it lies within a cell. A pass over the
 * bytes takes a small part of the time that parsing takes.
 */
export async function* fileParts(
  path: string,
  partBytes: number,
  from: { readonly byte: number; readonly line: number } = { byte: 0, line: 1 },
): AsyncGenerator<FilePart> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(BLOCK);
    let [start, line] = [from.byte, from.line];
    let [position, lines, quotedFrom] = [start, line, 0];
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, BLOCK, position);
      if (bytesRead === 0) break;
      for (let i = 0; i < bytesRead; i++) {
        const byte = buffer[i];
        if (byte === QUOTE) quotedFrom = quotedFrom === 0 ? lines : 0;
        if (byte !== LINE_END) continue;
        lines += 1;
        const end = position + i + 1;
        if (quotedFrom > 0 || end - start < partBytes) continue;
        yield { id: `bytes ${start}-${end}`, start, end, line };
        [start, line] = [end, lines];
      }
      position += bytesRead;
      if (position - start > partBytes + LONGEST_ROW) throw new UsageError(endless(quotedFrom, line));
    }
    if (position > start) yield { id: `bytes ${start}-${position}`, start, end: position, line };
  } finally {
    await file.close();
  }
}

function endless(quotedFrom: number, line: number): string {
  return quotedFrom > 0
    ? `The quotation mark on line ${quotedFrom} is not closed for ${LONGEST_ROW} bytes.`
    : `The row that begins on line ${line} does not end for ${LONGEST_ROW} bytes: is this a CSV file?`;
}
