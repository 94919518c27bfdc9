import { type DuckDBConnection, DuckDBInstance } from "@duckdb/node-api";
import {
  isDuckDbChunk,
  type TransactionColumnArrays,
  transactionColumnsFromDuckDb,
  transactionLog,
  transactionLogFromColumns,
} from "clientele";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { dataErrorOf } from "../../test/support/error-of.ts";

let connection: DuckDBConnection;
let instance: DuckDBInstance;

beforeAll(async () => {
  instance = await DuckDBInstance.create(":memory:");
  connection = await instance.connect();
});

afterAll(() => {
  connection.closeSync();
  instance.closeSync();
});

/** A query with one column of a type, in rows enough for three chunks, every seventh of them null. */
async function columnsOf(
  column: "customer" | "date" | "amount",
  expression: string,
): Promise<TransactionColumnArrays> {
  const others = { customer: "i AS customer", date: "DATE '2024-01-01' AS date", amount: "1 AS amount" };
  const list = Object.entries(others).map(([name, other]) =>
    name === column ? `CASE WHEN i % 7 = 3 THEN NULL ELSE ${expression} END AS ${name}` : other,
  );
  const result = await connection.run(`SELECT ${list.join(", ")} FROM range(5000) t(i) ORDER BY i`);
  expect(result.chunkCount).toBe(3);
  return transactionColumnsFromDuckDb(result, { customer: "customer", date: "date", amount: "amount" });
}

const expected = <Value>(value: (i: number) => Value): (Value | null)[] =>
  Array.from({ length: 5000 }, (_, i) => (i % 7 === 3 ? null : value(i)));

function listOf(column: TransactionColumnArrays["customer"]): unknown[] {
  if ("codes" in column)
    return Array.from(column.codes, (code) => (code < 0 ? null : column.dictionary[code]));
  return Array.from(column);
}

describe("ids of DuckDB", () => {
  const ids: readonly (readonly [string, (i: number) => unknown])[] = [
    ["('K' || (i % 50))", (i) => `K${i % 50}`],
    ["('a longer id than twelve bytes ' || (i % 50))", (i) => `a longer id than twelve bytes ${i % 50}`],
    ["repeat('ß', i % 12 + 1)", (i) => "ß".repeat((i % 12) + 1)],
    ["(i % 100)::TINYINT", (i) => i % 100],
    ["(i % 100)::UTINYINT", (i) => i % 100],
    ["(-(i % 100))::SMALLINT", (i) => 0 - (i % 100)],
    ["i::USMALLINT", (i) => i],
    ["(i * 1000 - 5)::INTEGER", (i) => i * 1000 - 5],
    [
      "(i + 4000000000)::UINTEGER",
      (i) => i + 4_000_000_000 - (i + 4_000_000_000 > 4_294_967_295 ? Number.NaN : 0),
    ],
    ["i::BIGINT", (i) => i],
    ["(9007199254740991 - i)::BIGINT", (i) => 9_007_199_254_740_991 - i],
    ["(i::BIGINT - 9007199254740991)", (i) => i - 9_007_199_254_740_991],
    ["i::UBIGINT", (i) => i],
    ["(i / 4)::DOUBLE", (i) => i / 4],
    [
      "(CASE WHEN i % 2 = 0 THEN 'even' ELSE 'odd' END)::ENUM('odd', 'even', 'never')",
      (i) => (i % 2 === 0 ? "even" : "odd"),
    ],
    [
      "('00000000-0000-0000-0000-' || lpad((i % 9)::VARCHAR, 12, '0'))::UUID",
      (i) => `00000000-0000-0000-0000-${String(i % 9).padStart(12, "0")}`,
    ],
  ];
  for (const [expression, value] of ids) {
    it(`are read from ${expression}, over chunks and nulls`, async () => {
      const { customer } = await columnsOf("customer", expression);
      expect(listOf(customer)).toEqual(expected((i) => (Object.is(value(i), -0) ? 0 : value(i))));
    });
  }

  it("beyond 2^53 are refused with their rows", async () => {
    await expect(columnsOf("customer", "(9007199254740991 + i // 4999)::BIGINT")).rejects.toThrow(
      /row 4999, customer: 9007199254740992 lies beyond 2\^53/,
    );
    await expect(columnsOf("customer", "(18446744073709551615 - i)::UBIGINT")).rejects.toThrow(/4286 issues/);
  });
});

describe("dates of DuckDB", () => {
  const iso = (i: number): string => new Date(Date.UTC(2020, 0, 1 + i - 4000)).toISOString().slice(0, 10);
  const day = "(DATE '2020-01-01' + (i - 4000)::INTEGER)";
  const dates = [
    day,
    `(${day} + to_microseconds(86399999999))`,
    `(${day} + INTERVAL 86399 SECOND)::TIMESTAMP_S`,
    `(${day} + INTERVAL 86399999 MILLISECOND)::TIMESTAMP_MS`,
    `make_timestamp_ns(epoch_ns(${day}::TIMESTAMP_NS) + 86399999999999)`,
    `${day}::TIMESTAMP`,
    `strftime(${day}, '%Y-%m-%d')`,
  ];
  for (const expression of dates) {
    it(`are the days they name in ${expression}`, async () => {
      const columns = await columnsOf("date", expression);
      expect(Array.from(columns.date as (string | null)[])).toEqual(expected(iso));
      const log = transactionLogFromColumns(columns, { invalid: "skip", timeZone: "America/New_York" });
      const rows = expected(iso).map((date, customerId) => ({ customerId, date: date ?? "", amount: 1 }));
      expect(log).toEqual(transactionLog(rows, {}, { invalid: "skip", timeZone: "America/New_York" }));
    });
  }

  it("without nulls are epoch days, and instants follow the log's zone", async () => {
    const result = await connection.run(
      "SELECT i AS customer, make_date(2024, 1, 1 + i::INTEGER) AS d, make_timestamptz(2024, 1, 1 + i::INTEGER, 23, 59, 59.999999, 'UTC') AS t, 1 AS amount FROM range(31) t(i)",
    );
    const names = { customer: "customer", amount: "amount" } as const;
    const days = transactionColumnsFromDuckDb(result, { ...names, date: "d" });
    expect(days.date).toEqual({ epochDays: Int32Array.from({ length: 31 }, (_, i) => 19_723 + i) });
    const instants = transactionColumnsFromDuckDb(result, { ...names, date: "t" });
    const plain = transactionLogFromColumns(days);
    expect(transactionLogFromColumns(instants).days).toEqual(plain.days);
    const berlin = transactionLogFromColumns(instants, { timeZone: "Europe/Berlin" });
    expect(berlin.days).toEqual(plain.days.map((d) => d + 1));
  });

  it("that are infinite are no days", async () => {
    const result = await connection.run(
      "SELECT 1 AS c, unnest(['infinity'::DATE, '-infinity'::DATE]) AS d, unnest(['infinity'::TIMESTAMP, '-infinity'::TIMESTAMP]) AS t, unnest(['infinity'::TIMESTAMPTZ, '-infinity'::TIMESTAMPTZ]) AS z, 1 AS a",
    );
    for (const date of ["d", "t", "z"]) {
      const columns = transactionColumnsFromDuckDb(result, { customer: "c", date, amount: "a" });
      expect(dataErrorOf(() => transactionLogFromColumns(columns)).byCode).toEqual({ impossible_date: 2 });
    }
  });
});

describe("amounts of DuckDB", () => {
  const amounts: readonly (readonly [string, (i: number) => number])[] = [
    ["(i / 7)::DOUBLE", (i) => i / 7],
    ["(i / 7)::FLOAT", (i) => Math.fround(i / 7)],
    ["(i % 100)::TINYINT", (i) => i % 100],
    ["i::INTEGER", (i) => i],
    ["(i * 10000000000)::BIGINT", (i) => i * 1e10],
    ["(i * 10000000000)::HUGEINT", (i) => i * 1e10],
    ["((i % 100) / 100)::DECIMAL(4, 2)", (i) => (i % 100) / 100],
    ["(i::DECIMAL(9, 2) - 2500.25)::DECIMAL(9, 2)", (i) => i - 2500.25],
    ["(i::DECIMAL(18, 4) * 0.0001 - 0.25)::DECIMAL(18, 4)", (i) => (i - 2500) / 10_000],
    [
      "(i::DECIMAL(38, 10) - 12345678901234567.5)::DECIMAL(38, 10)",
      (i) => Number(`${BigInt(i) - 12_345_678_901_234_567n}.5`),
    ],
    ["(i::DECIMAL(38, 2) * 0.01)::DECIMAL(38, 2)", (i) => i / 100],
  ];
  for (const [expression, value] of amounts) {
    it(`are the nearest numbers in ${expression}`, async () => {
      const { amount } = await columnsOf("amount", expression);
      expect(Array.from(amount)).toEqual(expected(value));
    });
  }

  it("of sums and of line items are read, with margins and orders", async () => {
    const sql = `SELECT * FROM (VALUES (7, DATE '2025-03-01', 120.00, 'R-1', 30.5), (7, DATE '2025-03-01', 30.00, 'R-1', 9.5), (8, DATE '2025-04-12', 80.00, 'R-2', 20.0)) t(kundennr, datum, netto, belegnr, rohertrag)`;
    const rows = [
      { kundennr: 7, datum: "2025-03-01", netto: 120, belegnr: "R-1", rohertrag: 30.5 },
      { kundennr: 7, datum: "2025-03-01", netto: 30, belegnr: "R-1", rohertrag: 9.5 },
      { kundennr: 8, datum: "2025-04-12", netto: 80, belegnr: "R-2", rohertrag: 20 },
    ];
    const names = {
      customer: "kundennr",
      date: "datum",
      amount: "netto",
      order: "belegnr",
      margin: "rohertrag",
    } as const;
    const log = transactionLogFromColumns(transactionColumnsFromDuckDb(await connection.run(sql), names));
    expect(log).toEqual(transactionLog(rows, names));
    const sums = await connection.run(
      `SELECT kundennr, min(datum) AS datum, sum(netto) AS netto, sum(100) AS whole FROM (${sql}) GROUP BY kundennr ORDER BY kundennr`,
    );
    const total = transactionColumnsFromDuckDb(sums, {
      customer: "kundennr",
      date: "datum",
      amount: "netto",
      margin: "whole",
    });
    expect([Array.from(total.amount), Array.from(total.margin ?? [])]).toEqual([
      [150, 80],
      [200, 100],
    ]);
  });
});

describe("chunks of DuckDB", () => {
  const sql =
    "SELECT i % 97 AS customer, DATE '2024-01-01' + (i % 300)::INTEGER AS date, (i % 1000) / 4 AS amount FROM range(100000) t(i) ORDER BY i";
  const names = { customer: "customer", date: "date", amount: "amount" } as const;

  it("are the same from a result, as a list, and one after the other by place or by name", async () => {
    const expectedLog = transactionLogFromColumns(
      transactionColumnsFromDuckDb(await connection.run(sql), names),
    );
    expect(expectedLog.rows).toBe(100_000);
    const streamed = await connection.stream(sql);
    const columnNames = streamed.columnNames();
    const chunks = await streamed.fetchAllChunks();
    const list = transactionColumnsFromDuckDb(chunks, { ...names, columnNames });
    expect(transactionLogFromColumns(list)).toEqual(expectedLog);
    const customer: unknown[] = [];
    const epochDays: number[] = [];
    const amount: number[] = [];
    for await (const chunk of await connection.stream(sql)) {
      expect(isDuckDbChunk(chunk)).toBe(true);
      const columns = transactionColumnsFromDuckDb(chunk, { customer: 0, date: 1, amount: 2 });
      customer.push(...listOf(columns.customer));
      if ("epochDays" in columns.date) epochDays.push(...columns.date.epochDays);
      amount.push(...Array.from(columns.amount, Number));
    }
    const joined = {
      customer: customer as number[],
      date: { epochDays: Int32Array.from(epochDays) },
      amount,
    };
    expect(transactionLogFromColumns(joined)).toEqual(expectedLog);
  });

  it("may be none", async () => {
    const empty = await connection.run(`${sql} LIMIT 0`);
    const columns = transactionColumnsFromDuckDb(empty, names);
    expect(transactionLogFromColumns(columns).rows).toBe(0);
    expect(
      transactionLogFromColumns(transactionColumnsFromDuckDb([], { customer: 0, date: 1, amount: 2 })).rows,
    ).toBe(0);
  });

  it("are refused with the columns and types they have", async () => {
    const result = await connection.run(sql);
    const wrong = dataErrorOf(() => transactionColumnsFromDuckDb(result, { ...names, amount: "netto" }));
    expect(wrong.message).toContain('no column "netto"; there are "customer", "date", "amount"');
    const type = dataErrorOf(() => transactionColumnsFromDuckDb(result, { ...names, amount: "date" }));
    expect(type.message).toContain('"date" holds DATE');
    const dates = dataErrorOf(() => transactionColumnsFromDuckDb(result, { ...names, date: "customer" }));
    expect(dates.message).toContain('"customer" holds BIGINT');
    const chunk = result.getChunk(0);
    expect(dataErrorOf(() => transactionColumnsFromDuckDb(chunk, names)).message).toContain(
      "result.columnNames()",
    );
    const place = dataErrorOf(() => transactionColumnsFromDuckDb(chunk, { customer: 3, date: 1, amount: 2 }));
    expect(place.message).toContain("has 3 columns");
    const streaming = await connection.stream(sql);
    // @ts-expect-error: a result that is not fetched yet has no chunks
    const early = dataErrorOf(() => transactionColumnsFromDuckDb(streaming, names));
    expect(early.message).toContain("fetchAllChunks");
  });
});
