import { type Column, checkAccessors, column } from "../rows/accessor.ts";
import { type NamedColumn, namedColumns, type RowAccessor } from "../rows/named-columns.ts";
import { checkNames } from "../rows/options.ts";

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

/** Columns as a caller without types may pass them. */
export interface LooseColumns<Row> {
  readonly customer?: RowAccessor<Row>;
  readonly start?: RowAccessor<Row>;
  readonly end?: RowAccessor<Row>;
  readonly monthlyAmount?: RowAccessor<Row>;
  readonly plan?: RowAccessor<Row>;
  readonly id?: RowAccessor<Row>;
  readonly keys?: Readonly<Record<string, RowAccessor<Row>>>;
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
    keys: namedColumns(keys, ["plan"]),
  };
}
