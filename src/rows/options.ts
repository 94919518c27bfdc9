import { DataError } from "./data-error.ts";
import { plainValue, quoted } from "./issue.ts";

/** Refuses an option: `path` says where, `trouble` says what is wrong and what would be right; `null` means all is well. */
export function checkOption(path: string, value: unknown, trouble: string | null): void {
  if (trouble !== null) throw invalidOption(path, value, trouble);
}

/** The error of an option that cannot be used. */
export function invalidOption(path: string, value: unknown, trouble: string): DataError {
  return new DataError([
    { code: "invalid_option", row: null, field: path, value: plainValue(value), message: trouble },
  ]);
}

/**
 * Refuses what is no record of options, and names that are no option, so that a slip of the pen does not pass in silence.
 *
 * `names` has the names as keys: `{ … } satisfies Record<keyof Options, true>` keeps it complete.
 */
export function checkNames(path: string, value: unknown, names: Readonly<Record<string, true>>): void {
  const known = Object.keys(names).join(", ");
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw invalidOption(path, value, `This is no record; it may hold ${known}.`);
  }
  for (const name of Object.keys(value)) {
    if (!Object.hasOwn(names, name))
      throw invalidOption(`${path}.${name}`, null, `There is no such name here; there are ${known}.`);
  }
}

/** Refuses an option that is none of the allowed words. */
export function checkOneOf(path: string, value: unknown, allowed: readonly string[]): void {
  const known = typeof value === "string" && allowed.includes(value);
  const words = allowed.map((word) => JSON.stringify(word)).join(", ");
  checkOption(path, value, known ? null : `${quoted(value)} is not one of ${words}.`);
}

/** The numbers an option may take. */
export interface NumberRange {
  readonly least?: number;
  /** Like `least`, but the number itself is out. */
  readonly above?: number;
  readonly most?: number;
  readonly whole?: boolean;
}

/** Refuses an option that is no finite number of a range. */
export function checkNumber(path: string, value: unknown, range: NumberRange = {}): void {
  checkOption(path, value, fits(value, range) ? null : `${quoted(value)} is not ${described(range)}.`);
}

function fits(value: unknown, { least, above, most, whole }: NumberRange): boolean {
  if (typeof value !== "number" || !Number.isFinite(value)) return false;
  if (whole === true && !Number.isInteger(value)) return false;
  return (
    (least === undefined || value >= least) &&
    (above === undefined || value > above) &&
    (most === undefined || value <= most)
  );
}

function described({ least, above, most, whole }: NumberRange): string {
  const kind = whole === true ? "a whole number" : "a finite number";
  const limits = [
    least === undefined ? "" : ` of at least ${least}`,
    above === undefined ? "" : ` above ${above}`,
    most === undefined ? "" : ` of at most ${most}`,
  ];
  return kind + limits.filter((limit) => limit !== "").join(" and");
}
