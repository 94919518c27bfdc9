import { checkOption } from "./options.ts";

/**
 * Refuses what passed a door once and has lost its typed arrays since.
 *
 * JSON makes records without a length of them, and every count would be 0.
 */
export function checkColumnar(path: string, value: unknown, columns: readonly unknown[], door: string): void {
  const trouble = `This has lost its typed arrays, as it does in JSON: store the rows and call ${door} again; structuredClone and workers keep them.`;
  checkOption(path, value, columns.every(ArrayBuffer.isView) ? null : trouble);
}
