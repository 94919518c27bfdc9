import { describe, expect, it } from "vitest";
import { checkBook, NO_END, type SubscriptionBook } from "../../src/subscriptions/subscription-book.ts";
import { subscriptionBook } from "../../src/subscriptions/subscription-book-from-rows.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { dataErrorOf } from "../support/error-of.ts";

function days(values: Int32Array): (string | null)[] {
  return Array.from(values, (day) => (day === NO_END ? null : isoDate(day)));
}

function money({ amounts, decimals }: SubscriptionBook): number[] {
  return Array.from(amounts, (units) => units / 10 ** decimals);
}

describe("a book", () => {
  const rows = [
    { customerId: "B", start: "2025-02-01", end: "2025-03-31", monthlyAmount: 19.99, plan: "pro" },
    { customerId: "A", start: "2025-03-01", end: null, monthlyAmount: 0, plan: "free" },
    { customerId: "B", start: "2025-01-01", end: "2025-01-31", monthlyAmount: 9.5, plan: "basic" },
  ];
  const book = subscriptionBook(rows);

  it("lays subscriptions out by customer and start", () => {
    expect(book.customerIds).toEqual(["B", "A"]);
    expect([...book.offsets]).toEqual([0, 2, 3]);
    expect(days(book.starts)).toEqual(["2025-01-01", "2025-02-01", "2025-03-01"]);
    expect(days(book.ends)).toEqual(["2025-01-31", "2025-03-31", null]);
    expect(money(book)).toEqual([9.5, 19.99, 0]);
    expect([...book.amounts]).toEqual([95_000, 199_900, 0]);
  });

  it("carries the plan as a key, in the order of the rows", () => {
    const [plan] = book.keys;
    expect(plan).toMatchObject({ name: "plan", dictionary: ["pro", "free", "basic"] });
    expect([...(plan?.codes ?? [])]).toEqual([2, 0, 1]);
  });

  it("says what it covers", () => {
    expect(book).toMatchObject({
      kind: "subscription-book",
      decimals: 4,
      ids: null,
      from: "2025-01-01",
      until: "2025-03-31",
      timeZone: "UTC",
      rows: 3,
      skipped: { total: 0, byCode: {} },
      warnings: [],
    });
  });

  it("is plain data, and the door's own", () => {
    expect(structuredClone(book)).toEqual(book);
    checkBook(structuredClone(book));
    for (const wrong of [null, undefined, "book", rows, { kind: "transaction-log" }]) {
      expect(dataErrorOf(() => checkBook(wrong as never)).issues[0]?.field).toBe("book");
    }
  });

  it("of no rows has no days", () => {
    const empty = subscriptionBook([]);
    expect(empty).toMatchObject({ customerIds: [], from: null, until: null, keys: [], warnings: [] });
    expect([...empty.offsets]).toEqual([0]);
  });
});

describe("columns", () => {
  it("may be named, computed, or left to their defaults", () => {
    const rows = [
      {
        kunde: 1,
        start: new Date("2025-01-01T00:30:00+01:00"),
        schluss: "",
        preis: "12,50",
        branche: "Handel",
        nr: "V-1",
      },
      { kunde: 1, start: "2025-02-01", schluss: "2025-02-28", preis: "13", branche: null, nr: "V-2" },
    ];
    const book = subscriptionBook(
      rows,
      {
        customer: "kunde",
        end: "schluss",
        monthlyAmount: (row) => Number(row.preis.replace(",", ".")),
        id: "nr",
        keys: { industry: "branche", short: (row) => (row.schluss === "" ? null : "short") },
      },
      { timeZone: "Europe/Berlin" },
    );
    expect(days(book.starts)).toEqual(["2025-01-01", "2025-02-01"]);
    expect(days(book.ends)).toEqual([null, "2025-02-28"]);
    expect(money(book)).toEqual([12.5, 13]);
    expect(book.ids).toEqual(["V-1", "V-2"]);
    expect(book.keys.map(({ name, codes, dictionary }) => [name, [...codes], dictionary])).toEqual([
      ["industry", [0, -1], ["Handel"]],
      ["short", [-1, 0], ["short"]],
    ]);
  });

  it("are checked by type", () => {
    const rows = [{ who: "A", since: "2025-01-01", price: "12", note: true }];
    // @ts-expect-error: text is no amount
    expect(() => subscriptionBook(rows, { customer: "who", start: "since", monthlyAmount: "price" })).toThrow(
      "is text",
    );
    // @ts-expect-error: the amount must be named
    expect(() => subscriptionBook(rows, { customer: "who", start: "since" })).toThrow("no field");
    // @ts-expect-error: nothing is called by its default name
    expect(() => subscriptionBook(rows)).toThrow("no field");
    const named = { customer: "who", start: "since", monthlyAmount: () => 1 } as const;
    // @ts-expect-error: a flag is no key
    expect(() => subscriptionBook(rows, { ...named, keys: { note: "note" } })).toThrow("is no note");
  });

  it.each([
    [{ kunde: "A" }, "columns.kunde"],
    [{ customer: 7 }, "columns.customer"],
    [{ keys: ["plan"] }, "columns.keys"],
    [{ keys: { industry: 7 } }, "columns.keys.industry"],
    [{ keys: { plan: "tarif" } }, "columns.keys.plan"],
    ["customer", "columns"],
  ])("refuse %j", (columns, field) => {
    const rows = [{ customerId: "A", start: "2025-01-01", monthlyAmount: 1 }];
    expect(dataErrorOf(() => subscriptionBook(rows, columns as never)).issues[0]?.field).toBe(field);
  });
});

describe("ends", () => {
  const row = { customerId: "A", start: "2025-01-01", end: "2025-02-01", monthlyAmount: 1 };

  it("are the last day of service, or the first without it", () => {
    expect(days(subscriptionBook([row]).ends)).toEqual(["2025-02-01"]);
    const exclusive = subscriptionBook([row], {}, { endDay: "exclusive" });
    expect(days(exclusive.ends)).toEqual(["2025-01-31"]);
    // The day was seen, though nobody was served on it.
    expect(exclusive.until).toBe("2025-02-01");
  });

  it("on the day of the start are a day of service, or none", () => {
    const short = { ...row, end: row.start };
    expect(subscriptionBook([short]).warnings).toEqual([]);
    const exclusive = subscriptionBook([row, short], {}, { endDay: "exclusive" });
    expect(days(exclusive.ends)).toEqual(["2024-12-31", "2025-01-31"]);
    expect(exclusive.warnings).toMatchObject([{ code: "never-in-service", rows: 1, firstRows: [1] }]);
  });
});

describe("until", () => {
  const rows = [
    { customerId: "A", start: "2025-01-01", end: "2025-12-31", monthlyAmount: 1 },
    { customerId: "B", start: "2025-07-01", end: null, monthlyAmount: 1 },
    { customerId: "C", start: "2025-06-30", end: "2025-06-30", monthlyAmount: 1 },
  ];

  it("is the latest day written, or what is passed", () => {
    expect(subscriptionBook(rows).until).toBe("2025-12-31");
    expect(subscriptionBook(rows.slice(1)).until).toBe("2025-07-01");
    const book = subscriptionBook(rows, {}, { until: "2025-06-30" });
    expect(book.until).toBe("2025-06-30");
    expect(book.warnings.map(({ code, rows, firstRows }) => [code, rows, firstRows])).toEqual([
      ["ends-after-until", 1, [0]],
      ["starts-after-until", 1, [1]],
    ]);
    expect(subscriptionBook([], {}, { until: "2025-06-30" })).toMatchObject({
      from: null,
      until: "2025-06-30",
    });
  });

  it("counts the last day of service, not the first without it", () => {
    const day = { until: "2025-12-30", endDay: "exclusive" } as const;
    expect(subscriptionBook(rows, {}, day).warnings.map(({ code }) => code)).toEqual(["never-in-service"]);
  });
});

describe("faults", () => {
  const sound = { customerId: "A", start: "2025-01-01", end: null, monthlyAmount: 1 };

  it.each([
    [{ customerId: "" }, "missing_customer", "customerId"],
    [{ customerId: Number.NaN }, "invalid_customer", "customerId"],
    [{ start: null }, "missing_date", "start"],
    [{ start: "" }, "missing_date", "start"],
    [{ start: "1.1.2025" }, "invalid_date", "start"],
    [{ end: "2025-02-30" }, "impossible_date", "end"],
    [{ end: "open" }, "invalid_date", "end"],
    [{ end: "2024-12-31" }, "end_before_start", "end"],
    [{ monthlyAmount: undefined }, "missing_amount", "monthlyAmount"],
    [{ monthlyAmount: "12,50" }, "text_amount", "monthlyAmount"],
    [{ monthlyAmount: Number.NaN }, "nan_amount", "monthlyAmount"],
    [{ monthlyAmount: Number.POSITIVE_INFINITY }, "infinite_amount", "monthlyAmount"],
    [{ monthlyAmount: true }, "invalid_amount", "monthlyAmount"],
    [{ monthlyAmount: -5 }, "negative_amount", "monthlyAmount"],
    [{ monthlyAmount: -1e-9 }, "negative_amount", "monthlyAmount"],
    [{ plan: {} }, "invalid_key", "plan"],
  ])("%j", (fault, code, field) => {
    const { issues } = dataErrorOf(() => subscriptionBook([sound, { ...sound, ...fault } as never]));
    expect(issues).toMatchObject([{ code, row: 1, field }]);
  });

  it("are all told, and hint at other names", () => {
    const { byCode, issues } = dataErrorOf(() =>
      subscriptionBook([{ kunde: 1, beginn: "2025-01-01" }, null] as never),
    );
    expect(byCode).toEqual({ missing_customer: 1, missing_date: 1, missing_amount: 1, invalid_row: 1 });
    expect(issues[0]?.message).toContain('it has "kunde", "beginn"');
  });

  it("of an end with a start that is no day are one", () => {
    const { byCode } = dataErrorOf(() => subscriptionBook([{ ...sound, start: "soon", end: "2025-01-01" }]));
    expect(byCode).toEqual({ invalid_date: 1 });
  });

  it("are ids that are missing, none, or given twice", () => {
    const rows = [
      { ...sound, id: "S-1" },
      { ...sound, id: "" },
      { ...sound, id: {} },
      { ...sound, id: "S-1", monthlyAmount: 2 },
    ];
    const { issues } = dataErrorOf(() => subscriptionBook(rows, { id: "id" } as never));
    expect(issues.map(({ code, row, field }) => [code, row, field])).toEqual([
      ["missing_key", 1, "id"],
      ["invalid_key", 2, "id"],
      ["duplicate_subscription", 3, "id"],
    ]);
    expect(issues[2]?.message).toContain('"S-1" is also the id of row 0');
  });

  it("can be skipped; a faulty row takes its id from nobody", () => {
    const rows = [
      { ...sound, id: 1, monthlyAmount: -1, plan: "gone" },
      { ...sound, id: 1, plan: "kept" },
      { ...sound, id: 2, customerId: "", plan: "gone" },
      { ...sound, id: 1, plan: "twice" },
    ];
    const book = subscriptionBook(rows, { id: "id" }, { invalid: "skip" });
    expect(book.ids).toEqual([1]);
    expect(book.keys[0]?.dictionary).toEqual(["kept"]);
    expect(book).toMatchObject({
      rows: 4,
      skipped: { total: 3, byCode: { negative_amount: 1, missing_customer: 1, duplicate_subscription: 1 } },
    });
  });

  it("are options that are none, and things that are no rows", () => {
    for (const [options, field] of [
      [{ timezone: "UTC" }, "options.timezone"],
      [{ timeZone: "Mars" }, "timeZone"],
      [{ invalid: "ignore" }, "invalid"],
      [{ endDay: "last" }, "endDay"],
      [{ decimals: 2.5 }, "decimals"],
      [{ decimals: 10 }, "decimals"],
      [{ until: "soon" }, "until"],
    ] as const) {
      expect(dataErrorOf(() => subscriptionBook([sound], {}, options as never)).issues[0]?.field).toBe(field);
    }
    for (const rows of [null, "rows", 7, {}]) {
      expect(dataErrorOf(() => subscriptionBook(rows as never)).issues[0]?.field).toBe("rows");
    }
  });
});

describe("doubts", () => {
  const row = { customerId: "A", start: "2025-01-01", end: "2025-06-30", monthlyAmount: 1, plan: "x" };

  it("about rows that say the same", () => {
    const rows = [
      row,
      { ...row, customerId: "B" },
      { ...row, plan: "y" },
      row,
      { ...row, monthlyAmount: 2 },
      row,
    ];
    const { warnings } = subscriptionBook(rows);
    expect(warnings).toMatchObject([{ code: "identical-rows", rows: 2, firstRows: [3, 5] }]);
  });

  it("about many rows name the first ten, however many a customer has", () => {
    const rows = Array.from({ length: 300 }, (_, i) => ({ ...row, monthlyAmount: i % 100 }));
    const { warnings } = subscriptionBook(rows.reverse());
    expect(warnings).toMatchObject([
      { code: "identical-rows", rows: 200, firstRows: [100, 101, 102, 103, 104, 105, 106, 107, 108, 109] },
    ]);
  });

  it("about a book in which nobody ever left", () => {
    const { end: _, ...running } = row;
    expect(subscriptionBook([running]).warnings).toMatchObject([{ code: "no-ends", rows: 1 }]);
    expect(subscriptionBook([running, { ...row, customerId: "B" }]).warnings).toEqual([]);
  });

  it("about amounts that vanish", () => {
    const book = subscriptionBook(
      [row, { ...row, customerId: "B", monthlyAmount: 0.4 }],
      {},
      { decimals: 0 },
    );
    expect([...book.amounts]).toEqual([1, 0]);
    expect(book.warnings).toMatchObject([{ code: "amounts-rounded-to-zero", rows: 1, firstRows: [1] }]);
  });
});

describe("money", () => {
  const priced = (...amounts: readonly number[]) =>
    amounts.map((monthlyAmount, i) => ({
      customerId: i,
      start: "2025-01-01",
      end: "2025-06-30",
      monthlyAmount,
    }));

  it("is rounded to whole units", () => {
    const book = subscriptionBook(priced(100 / 12, 0.1, 1e-5, -0, 1.00005));
    expect([...book.amounts]).toEqual([83_333, 1_000, 0, 0, 10_001]);
    expect(Object.is(book.amounts[3], 0)).toBe(true);
    expect([...subscriptionBook(priced(100 / 12), {}, { decimals: 2 }).amounts]).toEqual([833]);
  });

  it("may add up to what can be told exactly, and no more", () => {
    expect([...subscriptionBook(priced(1e11 - 0.5, 0.5)).amounts]).toEqual([1e15 - 5000, 5000]);
    const { issues } = dataErrorOf(() => subscriptionBook(priced(1e11, 0.0001)));
    expect(issues).toMatchObject([{ code: "amount_overflow", field: "monthlyAmount" }]);
    expect(issues[0]?.message).toContain("fewer decimals");
    expect(subscriptionBook(priced(1e11, 0.0001), {}, { decimals: 2 }).rows).toBe(2);
    expect(dataErrorOf(() => subscriptionBook(priced(1e308, 1e308))).byCode).toEqual({ amount_overflow: 1 });
  });
});
