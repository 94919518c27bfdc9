import {
  Bool,
  type DataType,
  DateDay,
  DateMillisecond,
  Decimal,
  Dictionary,
  Float16,
  Float32,
  Float64,
  Int8,
  Int16,
  Int32,
  Int64,
  LargeUtf8,
  makeData,
  makeVector,
  Null,
  type RecordBatch,
  Table,
  TimestampMicrosecond,
  TimestampMillisecond,
  TimestampNanosecond,
  TimestampSecond,
  tableFromIPC,
  tableToIPC,
  Uint8,
  Uint16,
  Uint32,
  Uint64,
  Utf8,
  Utf8View,
  Vector,
  vectorFromArray,
} from "apache-arrow";
import {
  isArrowTable,
  type TransactionColumnArrays,
  transactionColumnsFromArrow,
  transactionLog,
  transactionLogFromColumns,
} from "clientele";
import { describe, expect, it } from "vitest";
import { dataErrorOf } from "../../test/support/error-of.ts";

const DAYS = ["2024-02-29", "1969-12-31", "2025-03-01", "2024-02-29", "1970-01-01"];
const DAY_NUMBERS = DAYS.map((day) => Date.parse(day) / 86_400_000);

/** A table of five rows, one column of which is given. */
function tableWith(column: string, vector: Vector): Table {
  return new Table({
    customerId: vectorFromArray(["a", "b", "a", "c", "b"], new Utf8()),
    date: vectorFromArray(
      DAY_NUMBERS.map((day) => new Date(day * 86_400_000)),
      new DateDay(),
    ),
    amount: vectorFromArray([1, 2, 3, 4, 5], new Float64()),
    [column]: vector,
  });
}

/** The table as it is, sent through a file, in three chunks, and as a slice of a longer one: all must read the same. */
function shapesOf(table: Table): readonly (readonly [string, Table | RecordBatch])[] {
  const chunks = [table.slice(0, 2), table.slice(2, 2), table.slice(2, 3), table.slice(3, 5)];
  const joined = chunks.reduce((all, part) => all.concat(part));
  const doubled = table.concat(table);
  const [batch] = table.batches;
  return [
    ["as it is", table],
    ["from a file", tableFromIPC(tableToIPC(table, "file"))],
    // Whole batches: what apache-arrow 21 writes of slices it cannot always read again itself.
    ["from a stream of two batches", tableFromIPC(tableToIPC(doubled, "stream")).slice(5, 10)],
    ["in chunks", joined],
    ["the second half of a longer table", doubled.slice(5, 10)],
    ["rows 5 to 10 of a longer table in odd chunks", table.slice(2).concat(table, table).slice(3, 8)],
    ["a batch", batch as RecordBatch],
  ];
}

function listOf(column: TransactionColumnArrays["customer"]): unknown[] {
  if ("codes" in column)
    return Array.from(column.codes, (code) => (code < 0 ? null : column.dictionary[code]));
  return Array.from(column);
}

describe("ids of Arrow", () => {
  const numbers = [7, 8, 7, 0, 127];
  const texts = ["Ada", "Grüße-Müller-Lüdenscheidt", "Ada", "x", "0123456789abc"];
  const negative = [-7, 8, -7, 0, -128];
  const columns: readonly (readonly [string, Vector, readonly unknown[]])[] = [
    ["Utf8", vectorFromArray(texts, new Utf8()), texts],
    ["LargeUtf8", vectorFromArray(texts, new LargeUtf8()), texts],
    ["Utf8View", vectorFromArray(texts, new Utf8View()), texts],
    ["Dictionary<Utf8>", vectorFromArray(texts, new Dictionary(new Utf8(), new Int32())), texts],
    ["Dictionary<Utf8, Int8>", vectorFromArray(texts, new Dictionary(new Utf8(), new Int8())), texts],
    ["Int8", vectorFromArray(negative, new Int8()), negative],
    ["Int16", vectorFromArray(negative, new Int16()), negative],
    ["Int32", vectorFromArray(negative, new Int32()), negative],
    ["Uint8", vectorFromArray(numbers, new Uint8()), numbers],
    ["Uint16", vectorFromArray(numbers, new Uint16()), numbers],
    ["Uint32", vectorFromArray([...numbers.slice(1), 4e9], new Uint32()), [...numbers.slice(1), 4e9]],
    ["Int64", vectorFromArray(negative.map(BigInt), new Int64()), negative],
    [
      "Int64 beyond 32 bits",
      vectorFromArray([-5n, 2n ** 53n - 1n, -(2n ** 53n) + 1n, 2n ** 32n, -5n], new Int64()),
      [-5, 2 ** 53 - 1, -(2 ** 53) + 1, 2 ** 32, -5],
    ],
    ["Uint64", vectorFromArray(numbers.map(BigInt), new Uint64()), numbers],
    ["Float64", vectorFromArray([17_850, 2.5, 17_850, 0, -1], new Float64()), [17_850, 2.5, 17_850, 0, -1]],
  ];
  for (const [name, vector, expected] of columns) {
    it(`are read from ${name}, in every shape of a table`, () => {
      for (const [shape, table] of shapesOf(tableWith("customerId", vector))) {
        const { customer } = transactionColumnsFromArrow(table);
        expect(listOf(customer), shape).toEqual(expected);
      }
    });
  }

  it("may be missing, in every form", () => {
    const holes = [...texts];
    const withHoles = holes.map((text, i) => (i % 2 === 0 ? null : text));
    for (const type of [
      new Utf8(),
      new LargeUtf8(),
      new Utf8View(),
      new Dictionary(new Utf8(), new Int32()),
    ]) {
      for (const [shape, table] of shapesOf(
        tableWith("customerId", vectorFromArray(withHoles, type as Utf8)),
      )) {
        expect(listOf(transactionColumnsFromArrow(table).customer), `${type} ${shape}`).toEqual(withHoles);
      }
    }
    const numbers = [null, 8, null, 0, 3];
    for (const [shape, table] of shapesOf(tableWith("customerId", vectorFromArray(numbers, new Int32())))) {
      expect(listOf(transactionColumnsFromArrow(table).customer), shape).toEqual(numbers);
    }
    const bigints = [null, 2n ** 40n, null, 0n, 3n];
    for (const [shape, table] of shapesOf(tableWith("customerId", vectorFromArray(bigints, new Int64())))) {
      expect(listOf(transactionColumnsFromArrow(table).customer), shape).toEqual([null, 2 ** 40, null, 0, 3]);
    }
  });

  it("are refused beyond 2^53, each by its row, unless the row is null", () => {
    const ids = [1n, 2n ** 53n, null, -(2n ** 60n), 5n];
    const table = tableWith("customerId", vectorFromArray(ids, new Int64()));
    for (const [, shape] of shapesOf(table)) {
      const error = dataErrorOf(() => transactionColumnsFromArrow(shape));
      expect(error.issues.map(({ code, row, value }) => [code, row, value])).toEqual([
        ["invalid_customer", 1, "9007199254740992n"],
        ["invalid_customer", 3, "-1152921504606846976n"],
      ]);
      expect(error.message).toContain("convert the column to text");
    }
    const largest = tableWith("customerId", vectorFromArray([1n, 2n ** 64n - 1n, 3n, 4n, 5n], new Uint64()));
    expect(dataErrorOf(() => transactionColumnsFromArrow(largest)).issues[0]?.value).toBe(
      "18446744073709551615n",
    );
    const coded = tableWith(
      "customerId",
      vectorFromArray([1n, 2n ** 53n, 1n, 4n, 2n ** 53n], new Dictionary(new Int64(), new Int32())),
    );
    expect(dataErrorOf(() => transactionColumnsFromArrow(coded)).issues.map(({ row }) => row)).toEqual([
      1, 4,
    ]);
  });

  it("of a dictionary are decoded only where they occur, and dictionaries of several chunks are told apart", () => {
    const type = new Dictionary(new Utf8(), new Int32());
    const first = makeVector({
      data: Int32Array.of(1, 1, 0),
      dictionary: vectorFromArray(["x", "y", "unused"], new Utf8()),
      type,
      nullCount: 0,
    } as never) as Vector;
    const second = makeVector({
      data: Int32Array.of(0, 1),
      dictionary: vectorFromArray(["z", "x"], new Utf8()),
      type,
      nullCount: 0,
    } as never) as Vector;
    const { customer } = transactionColumnsFromArrow(tableWith("customerId", new Vector([first, second])));
    expect(listOf(customer)).toEqual(["y", "y", "x", "z", "x"]);
    expect("dictionary" in customer && customer.dictionary).toEqual(["y", "x", "z"]);
  });
});

describe("dates of Arrow", () => {
  const midnight = DAY_NUMBERS.map((day) => BigInt(day) * 86_400n);
  const lastSecond = midnight.map((second) => second + 86_399n);
  const times = (
    type: DataType,
    units: bigint,
    plus: bigint,
    seconds: readonly bigint[] = lastSecond,
  ): Vector => {
    const values = BigInt64Array.from(seconds, (second) => second * units + plus);
    return new Vector([makeData({ type, length: 5, nullCount: 0, data: values } as never)]);
  };
  const columns: readonly (readonly [string, Vector])[] = [
    [
      "Date32",
      vectorFromArray(
        DAY_NUMBERS.map((day) => new Date(day * 86_400_000)),
        new DateDay(),
      ),
    ],
    ["Date64", times(new DateMillisecond(), 1000n, 999n)],
    ["Timestamp(s)", times(new TimestampSecond(), 1n, 0n)],
    ["Timestamp(s) at midnight", times(new TimestampSecond(), 1n, 0n, midnight)],
    ["Timestamp(ms)", times(new TimestampMillisecond(), 1000n, 999n)],
    ["Timestamp(µs)", times(new TimestampMicrosecond(), 1_000_000n, 999_999n)],
    ["Timestamp(µs) at midnight", times(new TimestampMicrosecond(), 1_000_000n, 0n, midnight)],
    ["Timestamp(ns), to the last nanosecond", times(new TimestampNanosecond(), 1_000_000_000n, 999_999_999n)],
    ["Timestamp(ns) at midnight", times(new TimestampNanosecond(), 1_000_000_000n, 0n, midnight)],
  ];
  for (const [name, vector] of columns) {
    it(`are the days they name in ${name}, whatever the time zone`, () => {
      for (const [shape, table] of shapesOf(tableWith("date", vector))) {
        const columns = transactionColumnsFromArrow(table);
        expect(columns.date, shape).toEqual({ epochDays: Int32Array.from(DAY_NUMBERS) });
        const log = transactionLogFromColumns(columns, { timeZone: "Pacific/Kiritimati" });
        expect([log.from, log.until], shape).toEqual(["1969-12-31", "2025-03-01"]);
      }
    });
  }

  it("of one chunk of Date32 are not copied", () => {
    const vector = vectorFromArray(
      DAY_NUMBERS.map((day) => new Date(day * 86_400_000)),
      new DateDay(),
    );
    const { date } = transactionColumnsFromArrow(tableWith("date", vector));
    expect("epochDays" in date && date.epochDays.buffer).toBe(vector.data[0]?.values.buffer);
  });

  it("with a zone are instants, and the log's zone says the day", () => {
    const units = [
      [new TimestampSecond("Europe/Berlin"), 1n, 0n],
      [new TimestampMillisecond("UTC"), 1000n, 999n],
      [new TimestampMicrosecond("Europe/Berlin"), 1_000_000n, 999_999n],
      [new TimestampNanosecond("Europe/Berlin"), 1_000_000_000n, 999_999_999n],
    ] as const;
    for (const [type, perSecond, plus] of units) {
      const table = tableWith("date", times(type, perSecond, plus));
      for (const [shape, part] of shapesOf(table)) {
        const columns = transactionColumnsFromArrow(part);
        const daysIn = (timeZone: string): unknown => {
          const { customerIds, days, offsets } = transactionLogFromColumns(
            { ...columns, customer: [0, 1, 2, 3, 4] },
            { timeZone },
          );
          return customerIds.map((_, c) => days[offsets[c] ?? 0]);
        };
        expect(daysIn("UTC"), `${type} ${shape}`).toEqual(DAY_NUMBERS);
        expect(daysIn("Europe/Berlin"), `${type} ${shape}`).toEqual(DAY_NUMBERS.map((day) => day + 1));
        expect(daysIn("America/New_York"), `${type} ${shape}`).toEqual(DAY_NUMBERS);
      }
    }
  });

  it("may be ISO texts, coded or not", () => {
    for (const type of [
      new Utf8(),
      new LargeUtf8(),
      new Utf8View(),
      new Dictionary(new Utf8(), new Int32()),
    ]) {
      for (const [shape, table] of shapesOf(tableWith("date", vectorFromArray(DAYS, type as Utf8)))) {
        expect(transactionColumnsFromArrow(table).date, `${type} ${shape}`).toEqual(DAYS);
      }
    }
  });

  it("that are missing stay so, and the others keep their days in every zone", () => {
    const holes = DAYS.map((day, i) => (i === 1 || i === 4 ? null : new Date(day)));
    const types = [new DateDay(), new DateMillisecond(), new TimestampSecond(), new TimestampNanosecond()];
    for (const type of types) {
      for (const [shape, table] of shapesOf(tableWith("date", vectorFromArray(holes, type as DateDay)))) {
        const columns = transactionColumnsFromArrow(table);
        const error = dataErrorOf(() => transactionLogFromColumns(columns));
        expect(
          error.issues.map(({ code, row }) => [code, row]),
          `${type} ${shape}`,
        ).toEqual([
          ["missing_date", 1],
          ["missing_date", 4],
        ]);
        const log = transactionLogFromColumns(columns, { invalid: "skip", timeZone: "America/New_York" });
        expect([log.from, log.until]).toEqual(["2024-02-29", "2025-03-01"]);
      }
    }
  });

  it("no calendar has are reported, with nulls beside them or without", () => {
    const days = (nullCount: number): Vector =>
      new Vector([
        makeData({
          type: new DateDay(),
          length: 5,
          nullCount,
          data: Int32Array.of(2_147_483_647, 2_932_897, 0, -719_163, -2_147_483_648),
          nullBitmap: Uint8Array.of(nullCount === 0 ? 0b11111 : 0b11011),
        }),
      ]);
    const codesOf = (vector: Vector): unknown => {
      const columns = transactionColumnsFromArrow(tableWith("date", vector));
      return dataErrorOf(() => transactionLogFromColumns(columns, { timeZone: "Pacific/Kiritimati" })).byCode;
    };
    expect(codesOf(days(0))).toEqual({ impossible_date: 4 });
    expect(codesOf(days(1))).toEqual({ impossible_date: 4, missing_date: 1 });
    const far = times(new TimestampSecond(), 1n, 0n, [2n ** 62n, -(2n ** 62n), 0n, 0n, 0n]);
    expect(codesOf(far)).toEqual({ impossible_date: 2 });
    const instants = times(new TimestampSecond("UTC"), 1n, 0n, [2n ** 62n, -(2n ** 62n), 0n, 0n, 0n]);
    expect(codesOf(instants)).toEqual({ impossible_date: 2 });
  });
});

describe("amounts of Arrow", () => {
  const wholes = [1, -2, 3, 0, 100];
  const decimal = (texts: readonly string[], scale: number, bitWidth = 128): Vector => {
    const size = bitWidth / 32;
    const words = new Uint32Array(texts.length * size);
    texts.forEach((text, i) => {
      const [whole = "", fraction = ""] = text.split(".");
      let value = BigInt.asUintN(bitWidth, BigInt(whole + fraction.padEnd(scale, "0")));
      for (let k = 0; k < size; k++, value >>= 32n) words[i * size + k] = Number(value & 0xffff_ffffn);
    });
    const type = new Decimal(scale, bitWidth === 128 ? 38 : 76, bitWidth);
    return new Vector([makeData({ type, length: texts.length, nullCount: 0, data: words } as never)]);
  };
  const cents = ["12.34", "-0.05", "90071992547409.91", "0.10", "123456789012345678901234567890.12"];
  const columns: readonly (readonly [string, Vector, readonly number[]])[] = [
    ["Float64", vectorFromArray([0.1, -0.2, 3, 4, 5e300], new Float64()), [0.1, -0.2, 3, 4, 5e300]],
    ["Float32", vectorFromArray([0.5, -0.25, 3, 4, 5], new Float32()), [0.5, -0.25, 3, 4, 5]],
    ["Float16", vectorFromArray([0.5, -0.25, 3, 4, 5], new Float16()), [0.5, -0.25, 3, 4, 5]],
    ["Int8", vectorFromArray(wholes, new Int8()), wholes],
    ["Int32", vectorFromArray(wholes, new Int32()), wholes],
    ["Uint32", vectorFromArray([1, 2, 4e9, 0, 5], new Uint32()), [1, 2, 4e9, 0, 5]],
    ["Int64", vectorFromArray(wholes.map(BigInt), new Int64()), wholes],
    ["Uint64", vectorFromArray([1n, 2n ** 64n - 1n, 3n, 4n, 5n], new Uint64()), [1, 2 ** 64, 3, 4, 5]],
    ["Decimal128", decimal(cents, 2), cents.map(Number)],
    ["Decimal256", decimal(cents, 2, 256), cents.map(Number)],
    [
      "Decimal128 of large scale",
      decimal(
        cents.map((text) => text.slice(0, 8)),
        25,
      ),
      cents.map((text) => Number(text.slice(0, 8))),
    ],
  ];
  for (const [name, vector, expected] of columns) {
    it(`are the nearest numbers in ${name}, in every shape of a table`, () => {
      for (const [shape, table] of shapesOf(tableWith("amount", vector))) {
        expect(Array.from(transactionColumnsFromArrow(table).amount), shape).toEqual(expected);
      }
    });
  }

  it("of one chunk of Float64 are not copied", () => {
    const vector = vectorFromArray([1, 2, 3, 4, 5], new Float64());
    const { amount } = transactionColumnsFromArrow(tableWith("amount", vector));
    expect((amount as Float64Array).buffer).toBe(vector.data[0]?.values.buffer);
  });

  it("that are missing are reported as missing, and margins and orders likewise", () => {
    const holes = [1, null, 3, null, 5];
    for (const type of [new Float64(), new Int32(), new Float32()]) {
      const vector = vectorFromArray(holes, type as Float64);
      const base = tableWith("amount", vector);
      const table = base.assign(
        new Table({ m: vector, o: vectorFromArray(["p", null, "q", "r", null], new Utf8()) }),
      );
      for (const [shape, part] of shapesOf(table as unknown as Table)) {
        const columns = transactionColumnsFromArrow(part, { margin: "m", order: "o" });
        const { byCode } = dataErrorOf(() => transactionLogFromColumns(columns));
        expect(byCode, `${type} ${shape}`).toEqual({
          missing_amount: 2,
          missing_margin: 2,
          missing_order: 2,
        });
      }
    }
    const nothing = new Vector([makeData({ type: new Null(), length: 5 })]);
    const columns = transactionColumnsFromArrow(tableWith("amount", nothing));
    expect(dataErrorOf(() => transactionLogFromColumns(columns)).byCode).toEqual({ missing_amount: 5 });
    for (const column of ["customerId", "date"] as const) {
      const empty = transactionColumnsFromArrow(tableWith(column, nothing));
      const code = column === "date" ? "missing_date" : "missing_customer";
      expect(dataErrorOf(() => transactionLogFromColumns(empty)).byCode).toEqual({ [code]: 5 });
    }
  });
});

describe("a table of Arrow", () => {
  const rows = Array.from({ length: 1000 }, (_, i) => ({
    kundennr: `K-${i % 37}`,
    datum: new Date(Date.UTC(2024, 0, 1 + ((i * 7) % 400))),
    netto: ((i * 31) % 977) / 7 - 20,
    beleg: i % 400,
    rohertrag: ((i * 17) % 91) / 3,
  }));
  const names = {
    customer: "kundennr",
    date: "datum",
    amount: "netto",
    order: "beleg",
    margin: "rohertrag",
  } as const;
  const table = new Table({
    kundennr: vectorFromArray(
      rows.map(({ kundennr }) => kundennr),
      new Dictionary(new Utf8(), new Int32()),
    ),
    datum: vectorFromArray(
      rows.map(({ datum }) => datum),
      new DateDay(),
    ),
    netto: vectorFromArray(
      rows.map(({ netto }) => netto),
      new Float64(),
    ),
    beleg: vectorFromArray(
      rows.map(({ beleg }) => beleg),
      new Int32(),
    ),
    rohertrag: vectorFromArray(
      rows.map(({ rohertrag }) => rohertrag),
      new Float64(),
    ),
  });

  it("gives the log that its rows give", () => {
    const expected = transactionLog(rows, names);
    expect(transactionLogFromColumns(transactionColumnsFromArrow(table, names))).toEqual(expected);
    const parts = [0, 1, 300, 300, 999].map((start, i, starts) => table.slice(start, starts[i + 1] ?? 1000));
    const joined = parts.reduce((all, part) => all.concat(part));
    expect(transactionLogFromColumns(transactionColumnsFromArrow(joined, names))).toEqual(expected);
  });

  it("may be empty", () => {
    for (const empty of [
      table.slice(0, 0),
      new Table(table.schema),
      tableFromIPC(tableToIPC(new Table(table.schema))),
    ]) {
      const log = transactionLogFromColumns(transactionColumnsFromArrow(empty, names));
      expect(log.rows).toBe(0);
      expect(log.customerIds).toEqual([]);
    }
  });

  it("is told from all else", () => {
    expect(isArrowTable(table)).toBe(true);
    expect(isArrowTable(table.batches[0])).toBe(true);
    for (const other of [null, undefined, 1, "x", [], {}, table.getChild("netto"), table.schema, rows]) {
      expect(isArrowTable(other)).toBe(false);
    }
  });

  it("is refused with the names and the types it has", () => {
    const wrong = dataErrorOf(() => transactionColumnsFromArrow(table, { ...names, amount: "brutto" }));
    expect(wrong.issues[0]).toMatchObject({
      code: "invalid_option",
      field: "columns.amount",
      value: "brutto",
    });
    expect(wrong.message).toContain('"kundennr", "datum", "netto", "beleg", "rohertrag"');
    const text = dataErrorOf(() => transactionColumnsFromArrow(table, { ...names, amount: "kundennr" }));
    expect(text.message).toContain('"kundennr" holds Dictionary<Int32, Utf8>');
    expect(text.message).toContain("integers, floating-point numbers and decimals");
    const number = dataErrorOf(() => transactionColumnsFromArrow(table, { ...names, date: "netto" }));
    expect(number.message).toContain('"netto" holds Float64');
    expect(number.message).toContain("dates, timestamps and ISO texts");
    const flags = tableWith("customerId", vectorFromArray([true, false, true, true, false], new Bool()));
    expect(dataErrorOf(() => transactionColumnsFromArrow(flags)).message).toContain("holds Bool");
    const days = tableWith(
      "customerId",
      vectorFromArray(
        DAYS.map((day) => new Date(day)),
        new DateDay(),
      ),
    );
    expect(dataErrorOf(() => transactionColumnsFromArrow(days)).message).toContain("holds Date32<DAY>");
  });
});
