import { DataError } from "../rows/data-error.ts";
import { quoted } from "../rows/issue.ts";
import type { IssueCollector } from "../rows/issue-collector.ts";
import { invalidOption } from "../rows/options.ts";
import type { CoxCovariate } from "./cox-covariates.ts";

/** One column of the design: a covariate, or the indicator of one of its levels. */
export interface DesignColumn {
  readonly name: string;
  /** For each row of the input. */
  readonly values: Float64Array;
}

/** A covariate as it was read, row by row. */
export interface ReadCovariate {
  readonly name: string;
  readonly reference: string | null;
  /** NaN where there is none; of a category, the place of its level in `levels`. */
  readonly values: Float64Array;
  /** The texts that were met; `null` for numbers. */
  readonly levels: readonly string[] | null;
}

/** More levels than this are names of rows rather than categories. */
const MOST_LEVELS = 100;

/** Reads a covariate: numbers and booleans, or texts, but not both. */
export function readCovariate(
  name: string,
  reference: string | null,
  raw: ArrayLike<unknown>,
  rows: number,
  collector: IssueCollector,
): ReadCovariate {
  const values = new Float64Array(rows);
  const codes = new Map<string, number>();
  let kind: "number" | "text" | null = null;
  for (let i = 0; i < rows; i++) {
    const value = raw[i];
    if (value === undefined || value === null || value === "") {
      values[i] = Number.NaN;
      collector.add("missing_covariate", i, name, value, () => MISSING);
    } else if (typeof value === "string" && kind !== "number") {
      kind = "text";
      let code = codes.get(value);
      if (code === undefined) {
        code = codes.size;
        codes.set(value, code);
      }
      values[i] = code;
    } else if (kind !== "text" && (typeof value === "boolean" || Number.isFinite(value))) {
      kind = "number";
      values[i] = Number(value);
    } else {
      values[i] = Number.NaN;
      collector.add("invalid_covariate", i, name, value, () => `${quoted(value)} ${trouble(value, kind)}`);
    }
  }
  return { name, reference, values, levels: kind === "text" ? [...codes.keys()] : null };
}

const MISSING = 'The covariate is missing: fill it in, or leave such rows out with invalid: "skip".';

function trouble(value: unknown, kind: "number" | "text" | null): string {
  if (typeof value === "number" && !Number.isFinite(value)) return "is no finite number.";
  if (kind === "number") return "stands among numbers: a covariate holds numbers or texts, not both.";
  if (kind === "text") return "stands among texts: a covariate holds texts or numbers, not both.";
  return "is no covariate: it must be a number, a boolean or a text.";
}

/** What the model will know of a covariate, and its columns; levels that no kept row has are left out. */
export function designColumns(
  { name, reference, values, levels }: ReadCovariate,
  kept: Int32Array,
): { readonly covariate: CoxCovariate; readonly columns: readonly DesignColumn[] } {
  if (levels === null) {
    if (reference !== null) throw invalidOption(`covariates.${name}.reference`, reference, NO_LEVELS);
    return { covariate: { kind: "number", name }, columns: [{ name, values }] };
  }
  const used = new Set<number>();
  for (const row of kept) used.add(values[row] as number);
  const present = levels.filter((_, code) => used.has(code)).sort();
  if (present.length > MOST_LEVELS) {
    const many = `The covariate has ${present.length} different texts, more than ${MOST_LEVELS}: group them (a Cox model can also take it as strata).`;
    throw invalidOption(`covariates.${name}`, name, many);
  }
  if (present.length === 1) throw sameInAllRows(name);
  const base = reference ?? (present[0] as string);
  if (!present.includes(base)) {
    const known = `No row has this level; there are ${present.map((level) => JSON.stringify(level)).join(", ")}.`;
    throw invalidOption(`covariates.${name}.reference`, base, known);
  }
  const others = present.filter((level) => level !== base);
  const columns = others.map((level): DesignColumn => {
    const code = levels.indexOf(level);
    return { name: `${name}=${level}`, values: values.map((value) => (value === code ? 1 : 0)) };
  });
  return { covariate: { kind: "category", name, reference: base, levels: others }, columns };
}

/** The error of a covariate without an effect that could be told. */
export function sameInAllRows(name: string): DataError {
  const message = `${JSON.stringify(name)} is the same in all rows, so its effect cannot be told: leave it out.`;
  return indistinct([name], message);
}

/** The error of covariates whose effects cannot be told. */
export function indistinct(names: readonly string[], message: string): DataError {
  return new DataError([
    { code: "invalid_covariate", row: null, field: "covariates", value: names.join(", "), message },
  ]);
}

const NO_LEVELS = "The covariate holds numbers, so it has no level to compare with: leave the reference out.";
