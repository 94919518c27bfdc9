/** What a group may be called: a text, a finite number, or a truth value. */
export type GroupValue = string | number | boolean;

/** Whether a value can be the name of a group; an empty text cannot. */
export function isGroupValue(value: unknown): value is GroupValue {
  return (
    typeof value === "boolean" ||
    (typeof value === "string" && value !== "") ||
    (typeof value === "number" && Number.isFinite(value))
  );
}
