import { quoted } from "./issue.ts";

/** Why a value is no finite number. */
export type NumberFault = "missing" | "text" | "nan" | "infinite" | "invalid";

/** Why a value that is no finite number is none. */
export function numberFault(value: unknown): NumberFault {
  if (value === null || value === undefined || value === "") return "missing";
  if (typeof value === "string") return "text";
  if (typeof value !== "number") return "invalid";
  return Number.isNaN(value) ? "nan" : "infinite";
}

const TROUBLE: Readonly<Record<NumberFault, string>> = {
  missing: "is missing.",
  text: "is text: convert it to a number first, with the decimal mark that your data uses.",
  nan: "is not a number: a calculation or a conversion before this step failed.",
  infinite: "is not finite: a calculation before this step overflowed or divided by 0.",
  invalid: "is no number.",
};

/** Says what is wrong with the value and what to do. */
export function numberTrouble(fault: NumberFault, value: unknown): string {
  return `${quoted(value)} ${TROUBLE[fault]}`;
}
