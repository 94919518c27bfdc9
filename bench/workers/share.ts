import { type CustomerReducer, createCustomerReducer } from "clientele/customers";
import type { CsvFile } from "../../examples/large-file/csv-file.ts";
import type { FilePart } from "../../examples/large-file/file-part.ts";
import { orderReducer } from "../../examples/large-file/order-reducer.ts";
import { reduceParts } from "../../examples/large-file/reduce-parts.ts";
import { DAYS, FIRST_DAY } from "../reduction/workload.ts";
import { BATCH_ROWS } from "../streams/workload.ts";
import type { SharedPurchases } from "./workload.ts";

/** What one thread is to reduce. */
export type Share =
  | { readonly kind: "parts"; readonly file: CsvFile; readonly parts: readonly FilePart[] }
  | {
      readonly kind: "rows";
      readonly purchases: SharedPurchases;
      readonly start: number;
      readonly end: number;
      /** `null`: the numbers are the ids. */
      readonly dictionary: readonly string[] | null;
    };

const AS_OF = new Date((FIRST_DAY + DAYS - 1) * 86_400_000).toISOString().slice(0, 10);
const OPTIONS = { asOf: AS_OF, unit: "week" } as const;

/** Reduces a share, in whatever thread. */
export async function reduceShare(share: Share): Promise<CustomerReducer<never>> {
  if (share.kind === "parts") {
    const reducer = orderReducer(OPTIONS);
    const { signal } = new AbortController();
    const outcome = await reduceParts(reducer, share.file, share.parts, { signal, onPart: () => {} });
    if (outcome.kind !== "done") throw new Error(JSON.stringify(outcome));
    return reducer as CustomerReducer<never>;
  }
  const reducer = createCustomerReducer<never>({ ...OPTIONS, columns: NO_ROWS });
  const { purchases, start, end, dictionary } = share;
  for (let at = start; at < end; at += BATCH_ROWS) {
    const to = Math.min(at + BATCH_ROWS, end);
    const codes = purchases.customer.subarray(at, to);
    reducer.add(
      {
        customer: dictionary === null ? codes : { codes, dictionary },
        date: { epochDays: purchases.day.subarray(at, to) },
        amount: purchases.amount.subarray(at, to),
      },
      { id: `rows ${at}-${to}` },
    );
  }
  return reducer;
}

/** An empty reducer, into which those of the workers are merged. */
export function emptyReducer(): CustomerReducer<never> {
  return createCustomerReducer<never>({ ...OPTIONS, columns: NO_ROWS });
}

const NO_ROWS = { customer: () => "", date: () => "", amount: () => 0 };

/** Equal shares of a whole, one behind the other. */
export function shareOut(share: Share, workers: number): Share[] {
  const length = share.kind === "parts" ? share.parts.length : share.end - share.start;
  const border = (k: number): number => Math.round((k * length) / workers);
  return Array.from({ length: workers }, (_, k) =>
    share.kind === "parts"
      ? { ...share, parts: share.parts.slice(border(k), border(k + 1)) }
      : { ...share, start: border(k), end: border(k + 1) },
  );
}
