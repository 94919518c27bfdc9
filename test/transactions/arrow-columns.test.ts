import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createCustomerReducer } from "../../src/customers/create-customer-reducer.ts";
import { transactionColumnsFromArrow } from "../../src/transactions/arrow-columns.ts";
import { type ArrowTable, isArrowTable } from "../../src/transactions/arrow-table.ts";
import type { DictionaryColumn } from "../../src/transactions/columns.ts";
import { transactionColumnsFromDuckDb } from "../../src/transactions/duckdb-columns.ts";
import { transactionLogFromColumns } from "../../src/transactions/transaction-log-from-columns.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { arrowColumn, arrowTable, duckDbChunk, duckDbVector } from "../support/fake-stores.ts";

const INT32 = { typeId: 2, bitWidth: 32, isSigned: true, toString: () => "Int32" };
const FLOAT64 = { typeId: 3, precision: 2, toString: () => "Float64" };
const DATE32 = { typeId: 8, unit: 0 };
const UTF8 = { typeId: 5 };

const ids = arrowColumn(INT32, [
  { length: 2, offset: 0, values: Int32Array.of(7, 8) },
  { length: 1, offset: 0, values: Int32Array.of(7) },
]);
const days = arrowColumn(DATE32, [{ length: 3, offset: 0, values: Int32Array.of(20_148, 20_190, 20_200) }]);
const amounts = arrowColumn(FLOAT64, [{ length: 3, offset: 0, values: Float64Array.of(120, 80, 30) }]);
const table = arrowTable({ customerId: ids, date: days, amount: amounts });

describe("transactionColumnsFromArrow", () => {
  it("joins chunks, and shares the arrays of a column with one", () => {
    const columns = transactionColumnsFromArrow(table);
    expect(columns).toEqual({
      customer: Int32Array.of(7, 8, 7),
      date: { epochDays: Int32Array.of(20_148, 20_190, 20_200) },
      amount: Float64Array.of(120, 80, 30),
    });
    const values = amounts.data[0]?.values as Float64Array;
    expect((columns.amount as Float64Array).buffer).toBe(values.buffer);
  });

  it("finds nulls by the bits of a chunk, from its offset on", () => {
    const bits = Uint8Array.of(0b1111_1101, 0b0000_0010);
    const part = { length: 9, values: Int32Array.from({ length: 9 }, (_, i) => i), nullBitmap: bits };
    const column = arrowColumn(INT32, [{ ...part, offset: 1 }]);
    const { customer } = transactionColumnsFromArrow(
      arrowTable({ customerId: column, date: days, amount: amounts }),
    );
    expect(customer).toEqual([null, 1, 2, 3, 4, 5, 6, null, 8]);
    const said = arrowColumn(INT32, [{ ...part, offset: 1, nullCount: 0 }]);
    const known = transactionColumnsFromArrow(arrowTable({ customerId: said, date: days, amount: amounts }));
    expect(known.customer).toEqual(part.values);
  });

  it("decodes a text once, whatever texts there are", () => {
    const words = fc.array(
      fc.constantFrom("", "a", "b", "ab", "ba", "Müller", "Möller", "aaaaaaaaaaaaaaaaa"),
    );
    const many = fc.array(fc.string({ unit: "grapheme", maxLength: 6 }), { maxLength: 400 });
    fc.assert(
      fc.property(fc.oneof(words, many), (texts) => {
        const encoded = texts.map((text) => new TextEncoder().encode(text));
        const offsets = Int32Array.from({ length: texts.length + 1 }, (_, i) =>
          encoded.slice(0, i).reduce((sum, { length }) => sum + length, 0),
        );
        const values = Uint8Array.from(encoded.flatMap((bytes) => [...bytes]));
        let decoded = 0;
        const column = arrowColumn(
          UTF8,
          [{ length: texts.length, offset: 0, values, valueOffsets: offsets }],
          (row) => {
            decoded += 1;
            return new TextDecoder("utf-8", { ignoreBOM: true }).decode(encoded[row]);
          },
        );
        const { customer } = transactionColumnsFromArrow(
          arrowTable({ customerId: column, date: days, amount: amounts }),
        );
        const read = "codes" in customer && Array.from(customer.codes, (code) => customer.dictionary[code]);
        expect(read).toEqual(
          texts.map((text) =>
            new TextDecoder("utf-8", { ignoreBOM: true }).decode(new TextEncoder().encode(text)),
          ),
        );
        expect(decoded).toBe(new Set(texts.map((text) => String(new TextEncoder().encode(text)))).size);
      }),
      { numRuns: 200 },
    );
  });

  it("decodes a dictionary once, though a hundred batches bring it", () => {
    const entries = 100_000;
    let decoded = 0;
    const list = arrowColumn(UTF8, [], (place) => {
      decoded += 1;
      return `K${place}`;
    });
    const dictionary = { ...list, length: entries };
    const type = { typeId: -1, dictionary: UTF8 };
    const places = Int32Array.from({ length: entries }, (_, i) => i);
    const batchOf = (codes: Int32Array, chunks = 1): ArrowTable =>
      arrowTable({
        customerId: arrowColumn(
          type,
          Array.from({ length: chunks }, () => ({
            length: codes.length,
            offset: 0,
            values: codes,
            dictionary,
          })),
        ),
        date: arrowColumn(DATE32, [
          { length: chunks * codes.length, offset: 0, values: new Int32Array(chunks * codes.length) },
        ]),
        amount: arrowColumn(FLOAT64, [
          { length: chunks * codes.length, offset: 0, values: new Float64Array(chunks * codes.length) },
        ]),
      });
    const reducer = createCustomerReducer();
    reducer.add(batchOf(places.subarray(0, 1000)));
    expect(decoded).toBe(1000);
    reducer.add(batchOf(places));
    expect(decoded).toBeLessThan(entries + 100);
    for (let batch = 0; batch < 98; batch++) reducer.add(batchOf(places.subarray(batch, batch + 10), 2));
    // A few are looked at again in each batch, to see whether the dictionary still is the same.
    expect(decoded).toBeLessThan(entries + 100 * 64);
    expect(reducer.progress.customers).toBe(entries);
    const dictionaryOf = (part: number): unknown => {
      const { customer } = transactionColumnsFromArrow(batchOf(places.subarray(part)));
      return (customer as DictionaryColumn).dictionary;
    };
    expect(dictionaryOf(1)).toBe(dictionaryOf(2));
  });

  it("sees that a dictionary was filled anew, or that it grew", () => {
    const texts = ["a", "b"];
    const dictionary = {
      ...arrowColumn(UTF8, [], (place) => texts[place]),
      get length() {
        return texts.length;
      },
    };
    const read = (...codes: number[]): unknown => {
      const customerId = arrowColumn({ typeId: -1, dictionary: UTF8 } as never, [
        { length: codes.length, offset: 0, values: Int32Array.from(codes), dictionary },
      ]);
      const { customer } = transactionColumnsFromArrow(
        arrowTable({ customerId, date: days, amount: amounts }),
      );
      return "codes" in customer && Array.from(customer.codes, (code) => customer.dictionary[code]);
    };
    expect(read(1, 0, 1)).toEqual(["b", "a", "b"]);
    texts[1] = "c";
    expect(read(1, 0)).toEqual(["c", "a"]);
    texts.push("d");
    expect(read(2, 1)).toEqual(["d", "c"]);
  });

  it("finds the day of any time that 64 bits hold, in any unit", () => {
    const units = [1n, 1000n, 1_000_000n, 1_000_000_000n];
    const far = fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n });
    const near = fc
      .tuple(fc.integer({ min: -800_000, max: 3_000_000 }), fc.constantFrom(-1n, 0n, 1n), fc.nat(3))
      .map(([day, step, unit]) => BigInt(day) * 86_400n * (units[unit] ?? 1n) + step)
      .filter((value) => BigInt.asIntN(64, value) === value);
    fc.assert(
      fc.property(fc.array(fc.oneof(far, near), { minLength: 1 }), fc.nat(3), (values, unit) => {
        const perDay = 86_400n * (units[unit] ?? 1n);
        const expected = values.map((value) => {
          const day = value / perDay - (value % perDay < 0n ? 1n : 0n);
          return Math.max(-(2 ** 31) + 1, Math.min(2 ** 31 - 1, Number(day)));
        });
        const chunk = { length: values.length, offset: 0, values: BigInt64Array.from(values) };
        const read = (timezone: string | null): unknown =>
          transactionColumnsFromArrow(
            arrowTable({
              customerId: ids,
              date: arrowColumn({ typeId: 10, unit, timezone } as never, [chunk]),
              amount: amounts,
            }),
          ).date;
        expect(read(null)).toEqual({ epochDays: Int32Array.from(expected) });
        const instants = Array.from(read("UTC") as Float64Array, (ms) => Math.floor(ms / 86_400_000));
        // Where a number has whole milliseconds.
        const exact = values.map((value) => (value < 0n ? -value : value) / perDay < 100_000_000n);
        expect(instants.filter((_, i) => exact[i])).toEqual(expected.filter((_, i) => exact[i]));
      }),
      { numRuns: 500 },
    );
  });

  it("takes a decimal for the nearest number, as text is", () => {
    const integers = fc.oneof(
      fc.bigInt({ min: -(2n ** 127n), max: 2n ** 127n - 1n }),
      fc.bigInt({ min: -(2n ** 53n) - 2n, max: 2n ** 53n + 2n }),
      fc.bigInt({ min: -10_000n, max: 10_000n }),
    );
    fc.assert(
      fc.property(fc.array(integers, { minLength: 1 }), fc.integer({ min: -3, max: 38 }), (values, scale) => {
        const words = Uint32Array.from(
          values.flatMap((value) => [0n, 32n, 64n, 96n].map((k) => Number((value >> k) & 0xffff_ffffn))),
        );
        const column = arrowColumn({ typeId: 7, bitWidth: 128, scale } as never, [
          { length: values.length, offset: 0, values: words },
        ]);
        const { amount } = transactionColumnsFromArrow(
          arrowTable({ customerId: ids, date: days, amount: column }),
        );
        expect(Array.from(amount)).toEqual(values.map((value) => Number(`${value}e${-scale}`)));
      }),
      { numRuns: 500 },
    );
  });

  it("refuses columns of wrong types in a table without rows too, and reads right ones", () => {
    const none = (type: object & { readonly typeId: number }) => arrowColumn(type, []);
    const sound = { customerId: none(INT32), date: none(DATE32), amount: none(FLOAT64) };
    const dictionary = none({ typeId: -1, dictionary: UTF8 } as never);
    const types = [INT32, UTF8, { typeId: 20 }, { typeId: 24 }, { typeId: 2, bitWidth: 64 }, FLOAT64];
    for (const customerId of [dictionary, none({ typeId: 1 }), ...types.map(none)]) {
      const log = transactionLogFromColumns(
        transactionColumnsFromArrow(arrowTable({ ...sound, customerId })),
      );
      expect(log.customerIds).toEqual([]);
    }
    for (const date of [
      none({ typeId: 8, unit: 1 } as never),
      none(UTF8),
      none({ typeId: 10 }),
      dictionary,
    ]) {
      expect(
        transactionLogFromColumns(transactionColumnsFromArrow(arrowTable({ ...sound, date }))).from,
      ).toBe(null);
    }
    for (const amount of [none({ typeId: 7 }), none({ typeId: 3, precision: 0 } as never)]) {
      expect(transactionColumnsFromArrow(arrowTable({ ...sound, amount })).amount.length).toBe(0);
    }
    const bool = none({ typeId: 6, toString: () => "Bool" } as never);
    for (const column of ["customerId", "date", "amount"]) {
      const wrong = arrowTable({ ...sound, [column]: bool });
      expect(dataErrorOf(() => transactionColumnsFromArrow(wrong)).message).toContain("holds Bool");
    }
    const texts = arrowTable({ ...sound, amount: none({ ...UTF8, toString: () => "Utf8" } as never) });
    expect(dataErrorOf(() => transactionColumnsFromArrow(texts)).message).toContain("holds Utf8");
    const numbers = arrowTable({ ...sound, date: none(FLOAT64) });
    expect(dataErrorOf(() => transactionColumnsFromArrow(numbers)).message).toContain("holds Float64");
  });

  it("refuses what it cannot read", () => {
    for (const wrong of [
      null,
      undefined,
      [],
      "table",
      { numRows: 1 },
      { customer: [], date: [], amount: [] },
    ]) {
      expect(isArrowTable(wrong)).toBe(false);
      const error = dataErrorOf(() => transactionColumnsFromArrow(wrong as never));
      expect(error.issues[0]?.field).toBe("table");
    }
    expect(dataErrorOf(() => transactionColumnsFromArrow(table, { kunde: "x" } as never)).message).toContain(
      "columns.kunde",
    );
    expect(dataErrorOf(() => transactionColumnsFromArrow(table, { customer: 3 } as never)).message).toContain(
      "no name of a column",
    );
    expect(dataErrorOf(() => transactionColumnsFromArrow(table, { margin: "m" })).message).toContain(
      'no column "m"',
    );
    expect(dataErrorOf(() => transactionColumnsFromArrow(arrowTable({}))).message).toContain(
      "there is none at all",
    );
    const coded = arrowColumn(
      { typeId: -1, dictionary: FLOAT64, toString: () => "Dictionary<Int8, Float64>" } as never,
      [{ length: 1, offset: 0, values: Int8Array.of(0), dictionary: amounts }],
    );
    for (const column of ["customerId", "date", "amount"]) {
      const wrong = arrowTable({ customerId: ids, date: days, amount: amounts, [column]: coded });
      expect(dataErrorOf(() => transactionColumnsFromArrow(wrong)).message).toContain(
        "Dictionary<Int8, Float64>",
      );
    }
    const twice = { ...table, schema: { fields: [...table.schema.fields, { name: "amount" }] } };
    expect(dataErrorOf(() => transactionColumnsFromArrow(twice)).message).toContain('2 columns "amount"');
    for (const child of [null, undefined, { type: DATE32, length: 3, get: () => 1 }]) {
      const hollow = { ...table, getChild: () => child as never };
      expect(dataErrorOf(() => transactionColumnsFromArrow(hollow)).message).toContain("tableFromIPC");
    }
    expect(isArrowTable({ ...table, schema: { fields: [null] } })).toBe(false);
    for (const [name, type] of Object.entries({ customerId: INT32, date: DATE32, amount: FLOAT64 })) {
      const hollow = arrowTable({
        customerId: ids,
        date: days,
        amount: amounts,
        [name]: arrowColumn(type, [{ length: 3, offset: 0 }]),
      });
      expect(dataErrorOf(() => transactionColumnsFromArrow(hollow)).message).toContain(
        "without an array of values",
      );
    }
    const shorter = arrowColumn(FLOAT64, [{ length: 2, offset: 0, values: Float64Array.of(1, 2) }]);
    const unequal = transactionColumnsFromArrow(arrowTable({ customerId: ids, date: days, amount: shorter }));
    expect(dataErrorOf(() => transactionLogFromColumns(unequal)).byCode).toEqual({ unequal_columns: 1 });
  });
});

describe("transactionColumnsFromDuckDb", () => {
  const INTEGER = { typeId: 4 };
  const vectors = [
    duckDbVector(INTEGER, Int32Array.of(7, 8, 7)),
    duckDbVector({ typeId: 13 }, Int32Array.of(20_148, 20_190, 20_200)),
    duckDbVector({ typeId: 11 }, Float64Array.of(120, 80, 30), {
      data: BigUint64Array.of(0b1011_0000n),
      offset: 4,
    }),
  ] as const;
  const chunk = duckDbChunk(vectors);
  const places = { customer: 0, date: 1, amount: 2 } as const;

  it("copies what belongs to the chunk, and keeps nulls", () => {
    const columns = transactionColumnsFromDuckDb(chunk, places);
    expect(columns).toEqual({
      customer: Int32Array.of(7, 8, 7),
      date: { epochDays: Int32Array.of(20_148, 20_190, 20_200) },
      amount: [120, 80, null],
    });
    const items = (vectors[1] as unknown as { readonly items: Int32Array }).items;
    expect("epochDays" in columns.date && columns.date.epochDays.buffer).not.toBe(items.buffer);
  });

  it("asks for each item where the package does not say which are null", () => {
    const items = [120, null, 30];
    for (const validity of [
      undefined,
      null,
      {},
      { data: undefined, offset: 0 },
      { data: Uint8Array.of(7), offset: 0 },
    ]) {
      const amount = {
        type: { typeId: 11 },
        itemCount: 3,
        items: Float64Array.of(120, 99, 30),
        validity,
        getItem: (row: number) => items[row],
      };
      const columns = transactionColumnsFromDuckDb(duckDbChunk([vectors[0], vectors[1], amount]), places);
      expect(columns.amount).toEqual([120, null, 30]);
    }
  });

  it("says so where the package keeps values in a way it does not know", () => {
    for (const [column, typeId] of [
      ["customer", 4],
      ["date", 13],
      ["amount", 19],
    ] as const) {
      const unknown = { type: { typeId, toString: () => "INTEGER" }, itemCount: 3, getItem: () => 1 };
      const chunk = duckDbChunk(
        vectors.map((vector, place) => (place === places[column] ? unknown : vector)),
      );
      const { message } = dataErrorOf(() => transactionColumnsFromDuckDb(chunk, places));
      expect(message).toContain("INTEGER in vectors unlike those of @duckdb/node-api");
    }
  });

  it("refuses what it cannot read", () => {
    for (const wrong of [null, undefined, "x", {}, [1], [chunk, null]]) {
      expect(dataErrorOf(() => transactionColumnsFromDuckDb(wrong as never, places)).message).toContain(
        "no chunks of DuckDB",
      );
    }
    expect(dataErrorOf(() => transactionColumnsFromDuckDb(chunk, undefined as never)).message).toContain(
      "no record",
    );
    for (const customer of [3, -1, 0.5]) {
      const error = dataErrorOf(() => transactionColumnsFromDuckDb(chunk, { ...places, customer }));
      expect(error.message).toContain("has 3 columns");
    }
    const names = { columnNames: ["a", "b", "c"], customer: "a", date: "b", amount: "d" };
    expect(dataErrorOf(() => transactionColumnsFromDuckDb(chunk, names)).message).toContain(
      'there are "a", "b", "c"',
    );
    const wrong = { ...places, columnNames: "a, b, c" as never };
    expect(dataErrorOf(() => transactionColumnsFromDuckDb(chunk, wrong)).message).toContain(
      "result.columnNames()",
    );
    for (const columnNames of [
      ["a", "b"],
      ["x", "a", "b", "c"],
    ]) {
      const mismatch = { ...places, columnNames };
      expect(dataErrorOf(() => transactionColumnsFromDuckDb(chunk, mismatch)).message).toContain(
        `${columnNames.length} names for 3 columns`,
      );
    }
    const twice = { ...names, columnNames: ["a", "b", "a"], amount: "a" };
    expect(dataErrorOf(() => transactionColumnsFromDuckDb(chunk, twice)).message).toContain('2 columns "a"');
    const others = [chunk, duckDbChunk(vectors.slice(0, 2))];
    expect(dataErrorOf(() => transactionColumnsFromDuckDb(others, places)).message).toContain(
      "different columns",
    );
    const list = duckDbVector({ typeId: 24, toString: () => "INTEGER[]" } as never, [[1], [2], [3]]);
    expect(
      dataErrorOf(() => transactionColumnsFromDuckDb(duckDbChunk([list, vectors[1], vectors[2]]), places))
        .message,
    ).toContain("INTEGER[]");
  });
});
