import { type Column, checkAccessors, column } from "../rows/accessor.ts";
import { checkNames, checkOption } from "../rows/options.ts";

/** The columns of a subscription, whatever the rows call them. */
export interface ResolvedColumns<Row> {
  readonly customer: Column<Row>;
  readonly start: Column<Row>;
  readonly end: Column<Row>;
  readonly amount: Column<Row>;
  readonly id: Column<Row> | null;
  readonly plan: Column<Row>;
  /** Whether the plan was named, and not only looked for under its default name. */
  readonly planNamed: boolean;
  readonly keys: readonly NamedColumn<Row>[];
}

/** A column to group by. */
export interface NamedColumn<Row> {
  readonly name: string;
  readonly column: Column<Row>;
}

type LooseAccessor<Row> = string | ((row: Row) => unknown);

/** Columns as a caller without types may pass them. */
export interface LooseColumns<Row> {
  readonly customer?: LooseAccessor<Row>;
  readonly start?: LooseAccessor<Row>;
  readonly end?: LooseAccessor<Row>;
  readonly monthlyAmount?: LooseAccessor<Row>;
  readonly plan?: LooseAccessor<Row>;
  readonly id?: LooseAccessor<Row>;
  readonly keys?: Readonly<Record<string, LooseAccessor<Row>>>;
}

const NAMES = {
  customer: true,
  start: true,
  end: true,
  monthlyAmount: true,
  plan: true,
  id: true,
  keys: true,
} satisfies Record<keyof LooseColumns<unknown>, true>;

/** Checks the columns that were named and fills in the fields of the default names. */
export function resolveColumns<Row>(columns: LooseColumns<Row> = {}): ResolvedColumns<Row> {
  checkNames("columns", columns, NAMES);
  const { keys = {}, ...single } = columns;
  checkAccessors("columns", single, NAMES);
  return {
    customer: column(single.customer ?? "customerId", "customer"),
    start: column(single.start ?? "start", "start"),
    end: column(single.end ?? "end", "end"),
    amount: column(single.monthlyAmount ?? "monthlyAmount", "monthlyAmount"),
    id: single.id === undefined ? null : column(single.id, "id"),
    plan: column(single.plan ?? "plan", "plan"),
    planNamed: single.plan !== undefined,
    keys: namedColumns(keys),
  };
}

function namedColumns<Row>(keys: Readonly<Record<string, LooseAccessor<Row>>>): readonly NamedColumn<Row>[] {
  const isRecord = typeof keys === "object" && keys !== null && !Array.isArray(keys);
  checkOption("columns.keys", keys, isRecord ? null : 'This is no record: pass { industry: "industry" }.');
  const given = Object.entries(keys).filter(([, accessor]) => accessor !== undefined);
  checkAccessors("columns.keys", keys, Object.fromEntries(given.map(([name]) => [name, true] as const)));
  return given.map(([name, accessor]) => {
    checkOption("columns.keys.plan", name, name === "plan" ? "The plan is a column of its own." : null);
    return { name, column: column(accessor, name) };
  });
}
