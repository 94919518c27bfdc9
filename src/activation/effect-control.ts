import type { CustomerId } from "../rows/customer-id.ts";
import { listOfRows } from "../rows/list-of-rows.ts";
import { invalidOption } from "../rows/options.ts";
import { isoDate } from "../time/civil-day.ts";
import type { ControlCustomer } from "./activation-effect-options.ts";
import { type EffectContext, type EffectSubject, effectSubjects } from "./effect-subjects.ts";

/** The customers who were left alone; `null` if there are none to compare with. */
export function controlSubjects(
  control: Iterable<ControlCustomer | CustomerId> | undefined,
  contacted: readonly EffectSubject[],
  context: EffectContext,
): readonly EffectSubject[] | null {
  if (control === undefined) return null;
  const rows = controlRows(control, contacted);
  const { subjects } = effectSubjects(rows, "control", { ...context, perContact: 0 });
  return subjects.length === 0 ? null : subjects;
}

/** The control as rows: bare ids get the one day on which all contacts were made. */
function controlRows(
  control: Iterable<ControlCustomer | CustomerId>,
  contacted: readonly EffectSubject[],
): readonly ControlCustomer[] {
  const list = listOfRows(control, "control");
  const isId = (entry: unknown): entry is CustomerId =>
    typeof entry === "string" || typeof entry === "number";
  if (!list.some(isId)) return list as readonly ControlCustomer[];
  const days = new Set(contacted.map(({ first }) => first));
  const [day, ...more] = days;
  if (day === undefined || more.length > 0) {
    throw invalidOption(
      "control",
      null,
      "The contacts were not made on one day, so bare ids do not say when the window of the control begins: pass rows { customerId, date }.",
    );
  }
  const date = isoDate(day);
  return list.map((entry) => (isId(entry) ? { customerId: entry, date } : entry));
}
