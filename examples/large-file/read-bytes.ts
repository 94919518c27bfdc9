import { open } from "node:fs/promises";

/** Reads a range of bytes of a file. */
export async function readBytes(path: string, start: number, end: number): Promise<Buffer> {
  const file = await open(path);
  try {
    const buffer = Buffer.allocUnsafe(end - start);
    let read = 0;
    while (read < buffer.length) {
      const { bytesRead } = await file.read(buffer, read, buffer.length - read, start + read);
      if (bytesRead === 0) throw new Error(`The file ${path} became shorter while it was read.`);
      read += bytesRead;
    }
    return buffer;
  } finally {
    await file.close();
  }
}
