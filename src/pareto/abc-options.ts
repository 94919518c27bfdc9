import type { Accessor } from "../rows/accessor.ts";
import type { CustomerId } from "../rows/customer-id.ts";
import { checkNames, checkNumber, checkOneOf, checkOption } from "../rows/options.ts";

/** The three classes, best first. */
export type AbcClass = "A" | "B" | "C";

/** Whether the limits between the classes are set, or worked out from the values. */
export type AbcMethod = "limits" | "computed";

/** What limits are shares of: the value that customers bring, or the customers themselves. */
export type AbcBy = "value" | "customers";

/** Where classes end. */
export interface AbcLimitOptions {
  /** `"limits"` (default): shares that are set. `"computed"`: limits from the shape of the curve, after Ultsch & Lötsch. */
  readonly method?: AbcMethod;
  /** What the limits are shares of. Default `"value"`. Not with `"computed"`. */
  readonly by?: AbcBy;
  /** Cumulative shares at which A and B end, above 0 and at most 1. Default `[0.8, 0.95]` by value, `[0.2, 0.5]` by customers. */
  readonly limits?: readonly [number, number];
}

/** How customers are put into classes. */
export interface AbcOptions<Row> extends AbcLimitOptions {
  /** The customer's id: a field or a function of the row. Default the field `customerId`, if rows have it. */
  readonly id?: Accessor<Row, CustomerId>;
}

/** The options of either call, not yet checked. */
export interface AnyAbcOptions extends AbcLimitOptions {
  readonly id?: unknown;
}

const NAMES = { method: true, by: true, limits: true, id: true } satisfies Record<
  keyof AbcOptions<unknown>,
  true
>;

/** How classes are to be made: shares that are set, or `null` for limits that must be worked out. */
export type AbcPlan = { readonly by: AbcBy; readonly limits: readonly [number, number] } | null;

const DEFAULT_LIMITS: Readonly<Record<AbcBy, readonly [number, number]>> = {
  value: [0.8, 0.95],
  customers: [0.2, 0.5],
};

/** The plan that options stand for. */
export function abcPlan(options: AnyAbcOptions, hasRows: boolean): AbcPlan {
  checkNames("options", options, NAMES);
  const { method = "limits", by = "value", limits = DEFAULT_LIMITS[by], id } = options;
  checkOption("id", id, id === undefined || hasRows ? null : "Plain numbers have no ids: pass rows.");
  checkOneOf("method", method, ["limits", "computed"]);
  if (method === "computed") {
    const set = options.by === undefined ? "limits" : "by";
    const trouble = `Computed limits come from the values: leave ${set} out, or set method to "limits".`;
    checkOption(set, options[set], options[set] === undefined ? null : trouble);
    return null;
  }
  checkOneOf("by", by, ["value", "customers"]);
  const isPair = Array.isArray(limits) && limits.length === 2;
  checkOption("limits", limits, isPair ? null : "Pass two shares, where A ends and where B ends.");
  const [a, b] = limits;
  checkNumber("limits[0]", a, { above: 0, most: 1 });
  checkNumber("limits[1]", b, { least: a, most: 1 });
  return { by, limits: [a, b] };
}
