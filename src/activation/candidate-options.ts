import { CLASSIFICATION_NAMES, type ClassificationOptions } from "../classification/options.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkNumber, checkOneOf, checkOption } from "../rows/options.ts";
import {
  ACTIVATION_KINDS,
  type ActivationKind,
  type ActivationMeasures,
  SUGGESTED_MEASURES,
} from "./activation-kind.ts";

/** What a customer is worth to the caller, e.g. the residual lifetime value of `predictCustomers`. */
export interface CustomerValue {
  readonly customerId: CustomerId;
  /** Money; may be below 0. */
  readonly value: number;
}

/** Day, windows and limits of the classification, and how candidates are valued. */
export interface CandidateOptions extends Omit<ClassificationOptions, "interactions"> {
  /** Whom to look for. Default: all kinds but `"lost"`. */
  readonly kinds?: readonly ActivationKind[];
  /** The value at stake by customer; whoever has no row here is valued as without this option. Default: none. */
  readonly value?: Iterable<CustomerValue>;
  /** What a prospect who is won brings, in money, 0 or more. Default: the mean revenue of the first purchase day of all who have bought. */
  readonly prospectValue?: number;
  /** Measures that differ from the suggested ones, by kind. */
  readonly measures?: Partial<ActivationMeasures>;
}

const { interactions: _, ...LIMIT_NAMES } = CLASSIFICATION_NAMES;
const NAMES = {
  ...LIMIT_NAMES,
  kinds: true,
  value: true,
  prospectValue: true,
  measures: true,
} satisfies Record<keyof CandidateOptions, true>;
const KIND_NAMES: Readonly<Record<ActivationKind, true>> = {
  "one-and-done": true,
  lapsed: true,
  declining: true,
  "never-converted": true,
  lost: true,
};

/** The options that are not of the classification, checked; and those that are. */
export interface CheckedCandidateOptions {
  readonly kinds: readonly ActivationKind[];
  readonly measures: ActivationMeasures;
  readonly value: Iterable<CustomerValue> | null;
  readonly prospectValue: number | null;
  readonly classification: Omit<ClassificationOptions, "interactions">;
}

export function checkedCandidateOptions(options: CandidateOptions): CheckedCandidateOptions {
  checkNames("options", options, NAMES);
  const { kinds, value, prospectValue, measures = {}, ...classification } = options;
  if (kinds !== undefined) checkKinds(kinds);
  if (prospectValue !== undefined) checkNumber("prospectValue", prospectValue, { least: 0 });
  checkNames("measures", measures, KIND_NAMES);
  for (const [kind, measure] of Object.entries(measures)) {
    if (measure !== undefined) checkMeasure(`measures.${kind}`, measure);
  }
  return {
    kinds: ACTIVATION_KINDS.filter((kind) => (kinds === undefined ? kind !== "lost" : kinds.includes(kind))),
    measures: { ...SUGGESTED_MEASURES, ...withoutUndefined(measures) },
    value: value ?? null,
    prospectValue: prospectValue ?? null,
    classification,
  };
}

function checkKinds(kinds: readonly ActivationKind[]): void {
  const listed = Array.isArray(kinds) && kinds.length > 0;
  const hint = `name some of ${ACTIVATION_KINDS.map((kind) => JSON.stringify(kind)).join(", ")}`;
  checkOption("kinds", kinds, listed ? null : `There is no kind in it: ${hint}.`);
  for (const [i, kind] of kinds.entries()) checkOneOf(`kinds[${i}]`, kind, ACTIVATION_KINDS);
}

export function checkMeasure(path: string, measure: unknown): void {
  const isName = typeof measure === "string" && measure !== "";
  checkOption(path, measure, isName ? null : 'This is no name of a measure: pass a text, e.g. "win-back".');
}

function withoutUndefined(measures: Partial<ActivationMeasures>): Partial<ActivationMeasures> {
  return Object.fromEntries(Object.entries(measures).filter(([, measure]) => measure !== undefined));
}
