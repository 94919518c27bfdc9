import { describe, expect, it } from "vitest";
import { predictColumns } from "../../src/clv/predict-columns.ts";
import { numberLiteral } from "../../src/sql/number-literal.ts";
import { purchaseCellsFromRows } from "../../src/sql/purchase-cells-from-rows.ts";
import { scoresTable } from "../../src/sql/scores-table.ts";
import { scoresTableSql } from "../../src/sql/scores-table-sql.ts";
import { TIME_UNITS } from "../../src/time/unit.ts";
import { dataErrorOf } from "../support/error-of.ts";

const asOf = "2025-06-30";
const purchases = {
  kind: "bg-nbd",
  parameters: { r: 0.243, alpha: 4.414, a: 0.793, b: 2.426 },
  unit: "week",
} as const;
const options = { purchases, horizon: { months: 12 }, discountRate: 0.1 } as const;

/** Every age of eight years, with some purchases along the way. */
const rows = Array.from({ length: 3000 }, (_, age) => ({
  frequency: age % 5,
  recency_days: age % 5 === 0 ? 0 : Math.floor(age / 2),
  age_days: age,
  customers: 1 + (age % 3),
}));

describe("a table of scores", () => {
  it.each(TIME_UNITS)("has whole days for keys, from histories in %ss", (unit) => {
    const cells = purchaseCellsFromRows(rows, { asOf, unit });
    const { size, columns } = scoresTable(cells, options);
    expect(size).toBe(rows.length);
    expect([...columns.age_days]).toEqual(rows.map((row) => row.age_days));
    expect([...columns.recency_days]).toEqual(rows.map((row) => row.recency_days));
    const predicted = predictColumns(
      {
        unit: "day",
        asOf,
        frequency: columns.frequency,
        recency: columns.recency_days,
        T: columns.age_days,
      },
      options,
    );
    const apart = predicted.lifetimeValue.map((value, i) =>
      Math.abs((columns.discounted_purchases[i] as number) / value - 1),
    );
    expect(Math.max(...apart)).toBeLessThan(1e-9);
  });

  it("has each history once", () => {
    const { rows: histories } = purchaseCellsFromRows([...rows, ...rows], { asOf, unit: "month" });
    expect(scoresTable({ unit: "month", asOf, rows: histories }, options).size).toBe(rows.length);
  });

  it("takes no time that a join would not find", () => {
    const cells = { unit: "week", asOf, rows: [{ frequency: 2, recency: 30.43, T: 38.86 }] } as const;
    const { issues } = dataErrorOf(() => scoresTable(cells, options));
    expect(issues).toMatchObject([{ code: "invalid_history", row: 0, field: "recency" }]);
  });

  it("is written in chunks that hold every row once", () => {
    const scores = scoresTable(purchaseCellsFromRows(rows, { asOf, unit: "day" }), options);
    const [create, ...inserts] = scoresTableSql(scores, {
      dialect: "duckdb",
      table: "s",
      rowsPerInsert: 700,
    });
    expect(create?.startsWith('CREATE TABLE "s" (')).toBe(true);
    expect(inserts.length).toBe(5);
    const written = inserts.flatMap((insert) => insert.split("\n").slice(1));
    expect(written.length).toBe(rows.length);
    const [frequency, recency, age, alive] = (written[1234] ?? "")
      .replace(/[()]/g, "")
      .split(", ")
      .map(Number);
    expect([frequency, recency, age]).toEqual([4, 617, 1234]);
    expect(alive).toBe(scores.columns.probability_alive[1234]);
  });

  it("of no histories is an empty table", () => {
    const scores = scoresTable({ unit: "day", asOf, rows: [] }, options);
    expect(scoresTableSql(scores, { dialect: "spark", table: "s" }).length).toBe(1);
  });
});

describe("a number as text", () => {
  it.each([0, 0.1, 1 / 3, 123.456, 5e-324, Number.MAX_VALUE, -2 / 7, 1e21])("is read as %d", (value) => {
    expect(Number(numberLiteral(value))).toBe(value);
    expect(numberLiteral(value)).toContain("e");
  });
});
