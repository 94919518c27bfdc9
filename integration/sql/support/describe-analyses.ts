import { afterAll, beforeAll, describe, it } from "vitest";
import type { TransactionTable } from "../../../src/sql/transaction-table.ts";
import { type Base, cdnowBase, onlineRetailBase, simulatedBase } from "./analysis-bases.ts";
import { ENGINES, type Engine, type PlainRow } from "./analysis-engines.ts";

/** A base inside an engine. */
export interface LoadedBase extends Base {
  readonly source: TransactionTable;
  readonly rows: (query: string) => Promise<readonly PlainRow[]>;
}

const BASES: readonly (readonly [string, () => Base | null])[] = [
  ["simulated customers", simulatedBase],
  ["CDNOW", cdnowBase],
  ["Online Retail", onlineRetailBase],
];

/** Tests on every base that is there, in every engine that runs inside the process; the base is given by a call inside a test. */
export function describeAnalyses(tests: (base: () => LoadedBase) => void): void {
  for (const [name, make] of BASES) {
    const base = make();
    if (base === null) {
      it.skip(`${name}: the data are not there`);
      continue;
    }
    for (const [dialect, open] of ENGINES) {
      describe(`${name} in ${dialect}`, () => {
        let engine: Engine;
        beforeAll(async () => {
          engine = await open();
          await engine.load(base.types, base.csv);
        });
        afterAll(() => engine.close());
        tests(() => ({
          ...base,
          source: { dialect, table: "orders", columns: base.columns },
          rows: (query) => engine.rows(query),
        }));
      });
    }
  }
}
