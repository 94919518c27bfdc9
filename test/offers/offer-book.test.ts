import { describe, expect, it } from "vitest";
import { checkOfferBook, NO_DAY } from "../../src/offers/offer-book.ts";
import { offerBook } from "../../src/offers/offer-book-from-rows.ts";
import { isoDate } from "../../src/time/civil-day.ts";
import { dataErrorOf } from "../support/error-of.ts";

function days(values: Int32Array): (string | null)[] {
  return Array.from(values, (day) => (day === NO_DAY ? null : isoDate(day)));
}

describe("a book of offers", () => {
  const rows = [
    {
      customerId: "B",
      status: "won",
      submitted: "2025-02-01",
      decided: "2025-03-31",
      value: 900,
      stage: "order",
    },
    { customerId: "A", status: "open", submitted: "2025-03-01", decided: null, value: 400, stage: "quote" },
    {
      customerId: "B",
      status: "lost",
      submitted: "2025-01-01",
      decided: "2025-01-01",
      value: 1.5,
      stage: null,
    },
    {
      customerId: null,
      status: "withdrawn",
      submitted: "2025-01-05",
      decided: "2025-02-01",
      value: 7,
      stage: "quote",
    },
  ];
  const book = offerBook(rows);

  it("keeps the order of the rows", () => {
    expect(book.ids).toEqual([0, 1, 2, 3]);
    expect([...book.statuses]).toEqual([1, 0, 2, 3]);
    expect(book.customerIds).toEqual(["B", "A"]);
    expect([...book.customers]).toEqual([0, 1, 0, -1]);
    expect(days(book.submitted)).toEqual(["2025-02-01", "2025-03-01", "2025-01-01", "2025-01-05"]);
    expect(days(book.decided)).toEqual(["2025-03-31", null, "2025-01-01", "2025-02-01"]);
    expect([...(book.values ?? [])]).toEqual([900, 400, 1.5, 7]);
    expect([...(book.wonValues ?? [])]).toEqual([900, 0, 0, 0]);
  });

  it("carries the stage as a key", () => {
    expect(book.keys.map(({ name, codes, dictionary }) => [name, [...codes], dictionary])).toEqual([
      ["stage", [0, 1, -1, 1], ["order", "quote"]],
    ]);
  });

  it("says what it covers", () => {
    expect(book).toMatchObject({
      kind: "offer-book",
      margins: null,
      costs: null,
      hours: null,
      from: "2025-01-01",
      until: "2025-03-31",
      timeZone: "UTC",
      rows: 4,
      leftOut: 0,
      skipped: { total: 0, byCode: {} },
      warnings: [],
    });
  });

  it("is plain data, and the door's own", () => {
    expect(structuredClone(book)).toEqual(book);
    checkOfferBook(structuredClone(book));
    for (const wrong of [null, undefined, "book", rows, { kind: "subscription-book" }]) {
      expect(dataErrorOf(() => checkOfferBook(wrong as never)).issues[0]?.field).toBe("book");
    }
  });

  it("of no rows has no days and no values", () => {
    expect(offerBook([])).toMatchObject({
      ids: [],
      customerIds: [],
      values: null,
      wonValues: null,
      keys: [],
      from: null,
      until: null,
      warnings: [],
    });
    // Nothing can be missing where there are no rows.
    const options = { statuses: { Won: "won" } } as const;
    expect(offerBook([], { wonValue: "order" } as never, options).warnings).toEqual([]);
  });

  it("reads anything that can be iterated", () => {
    expect(offerBook(new Set(rows)).rows).toBe(4);
  });
});

describe("columns", () => {
  const rows = [
    {
      nr: 17,
      wer: "A",
      stand: 1,
      ab: new Date("2025-01-01T00:30:00+01:00"),
      am: "2025-01-09",
      preis: "12,50",
      bezirk: "Nord",
    },
    { nr: 18, wer: "", stand: 0, ab: "2025-01-02", am: "", preis: "8", bezirk: null },
  ];
  const named = { status: "stand", submitted: "ab", decided: "am", customer: "wer" } as const;
  const statuses = { 0: "open", 1: "won" } as const;

  it("may be named, computed, or left to their defaults", () => {
    const book = offerBook(
      rows,
      {
        ...named,
        id: "nr",
        value: (row) => Number(row.preis.replace(",", ".")),
        margin: () => -3,
        cost: () => 2,
        hours: () => -0,
        stage: (row) => (row.stand === 1 ? "order" : null),
        keys: { region: "bezirk", long: (row) => (row.nr > 17 ? "yes" : null) },
      },
      { timeZone: "Europe/Berlin", statuses },
    );
    expect(book.ids).toEqual([17, 18]);
    expect([...book.customers]).toEqual([0, -1]);
    expect(days(book.submitted)).toEqual(["2025-01-01", "2025-01-02"]);
    expect([...(book.values ?? [])]).toEqual([12.5, 8]);
    expect([...(book.margins ?? [])]).toEqual([-3, -3]);
    expect([...(book.costs ?? [])]).toEqual([2, 2]);
    expect([...(book.hours ?? [])]).toEqual([0, 0]);
    expect(Object.is(book.hours?.[0], 0)).toBe(true);
    expect(book.keys.map(({ name, codes, dictionary }) => [name, [...codes], dictionary])).toEqual([
      ["stage", [0, -1], ["order"]],
      ["region", [0, -1], ["Nord"]],
      ["long", [-1, 0], ["yes"]],
    ]);
  });

  it("of values and stages are there if any row has one", () => {
    const offer = { status: "open", submitted: "2025-01-01" };
    const book = offerBook([{ ...offer, value: null, stage: "" }]);
    expect(book).toMatchObject({ values: null, wonValues: null, keys: [] });
    expect(
      offerBook([offer, { ...offer, value: 0, stage: "x" }] as never, {}, { invalid: "skip" }),
    ).toMatchObject({
      ids: [1],
      skipped: { total: 1, byCode: { missing_value: 1 } },
      keys: [{ name: "stage" }],
    });
    // What was named is needed, and a stage that was named is a key.
    expect(offerBook([offer], { stage: () => null }).keys).toMatchObject([{ name: "stage", dictionary: [] }]);
    expect(dataErrorOf(() => offerBook([offer], { value: () => null })).byCode).toEqual({ missing_value: 1 });
  });

  it("are checked by type", () => {
    // @ts-expect-error: text is no value
    expect(() => offerBook(rows, { ...named, value: "preis" }, { statuses })).toThrow("is text");
    // @ts-expect-error: the submission must be named
    expect(() => offerBook(rows, { status: "stand" }, { statuses })).toThrow("no field");
    // @ts-expect-error: nothing is called by its default name
    expect(() => offerBook(rows)).toThrow("no field");
    // One of the shapes has text there, which is a key; the other has a day, which is none.
    expect(() => offerBook(rows, { ...named, keys: { day: "ab" } }, { statuses })).toThrow("is no day");
  });

  it.each([
    [{ seller: "A" }, "columns.seller"],
    [{ customer: 7 }, "columns.customer"],
    [{ keys: ["seller"] }, "columns.keys"],
    [{ keys: { seller: 7 } }, "columns.keys.seller"],
    [{ keys: { customer: "x" } }, "columns.keys.customer"],
    [{ keys: { stage: "x" } }, "columns.keys.stage"],
    [{ wonValue: "order" }, "columns.value"],
    ["status", "columns"],
    [null, "columns"],
  ])("refuse %j", (columns, field) => {
    const offer = { status: "won", submitted: "2025-01-01", decided: "2025-01-01", order: 7 };
    expect(dataErrorOf(() => offerBook([offer], columns as never)).issues[0]?.field).toBe(field);
  });
});

describe("statuses", () => {
  const day = { submitted: "2025-01-01" };
  const decided = { ...day, decided: "2025-01-02" };

  it("are words, numbers or flags of the user's", () => {
    const rows = [
      { ...day, status: "in Arbeit" },
      { ...decided, status: 30 },
      { ...decided, status: false },
      { ...decided, status: "withdrawn" },
      { ...day, status: "" },
      { ...decided, status: "__proto__" },
    ];
    const statuses = {
      "in Arbeit": "open",
      30: "won",
      false: "lost",
      "": "open",
      ["__proto__"]: "lost",
    } as const;
    expect([...offerBook(rows, {}, { statuses }).statuses]).toEqual([0, 1, 2, 3, 0, 2]);
  });

  it("mean what the user says, not what the library does", () => {
    const rows = [{ ...decided, status: "open" }];
    expect([...offerBook(rows, {}, { statuses: { open: "lost" } }).statuses]).toEqual([2]);
  });

  it("may say that a row is no offer, whatever else stands in it", () => {
    const rows = [
      { ...decided, status: "won", id: 1 },
      { status: "test", submitted: "nonsense", value: -1, id: 1, customerId: "gone" },
      { ...decided, status: "won", id: 2 },
    ];
    const book = offerBook(rows as never, { id: "id" } as never, { statuses: { test: null } });
    expect(book).toMatchObject({
      ids: [1, 2],
      rows: 3,
      leftOut: 1,
      customerIds: [],
      skipped: { total: 0, byCode: {} },
      warnings: [],
    });
  });

  it.each([
    [undefined, "missing_status"],
    [null, "missing_status"],
    ["", "missing_status"],
    ["Won", "unknown_status"],
    ["won ", "unknown_status"],
    [1, "unknown_status"],
    [Number.NaN, "unknown_status"],
    [true, "unknown_status"],
    [{}, "unknown_status"],
    ["toString", "unknown_status"],
  ])("%j is %s", (status, code) => {
    const { issues } = dataErrorOf(() =>
      offerBook([
        { ...day, status: "open" },
        { ...decided, status },
      ] as never),
    );
    expect(issues).toMatchObject([{ code, row: 1, field: "status" }]);
  });

  it("that are not known come with those that are, and with the way to map them", () => {
    const rows = [{ ...decided, status: "Gewonnen" }];
    const { issues } = dataErrorOf(() => offerBook(rows, {}, { statuses: { Verloren: "lost" } }));
    expect(issues[0]?.message).toBe(
      '"Gewonnen" is no known status; known are "Verloren", "open", "won", "lost", "withdrawn". ' +
        'Say what it means in the option statuses: { "Gewonnen": "won" }, or null to leave such rows out.',
    );
    const object = dataErrorOf(() => offerBook([{ ...decided, status: {} }] as never));
    expect(object.issues[0]?.message).toContain("A status is a text, a number, true or false.");
  });
});

describe("faults", () => {
  const open = { id: 1, status: "open", submitted: "2025-01-01", decided: null, value: 5 };
  const won = { ...open, id: 2, status: "won", decided: "2025-01-31" };
  const columns = {
    id: "id",
    wonValue: "order",
    margin: "margin",
    cost: "cost",
    hours: "hours",
    keys: { seller: "seller" },
  };
  const costs = { margin: 1, cost: 1, hours: 1 };

  it.each([
    [won, { customerId: Number.NaN }, "invalid_customer", "customerId", "NaN is no customer id"],
    [won, { submitted: null }, "missing_date", "submitted", "The date is missing"],
    [won, { submitted: "1.1.2025" }, "invalid_date", "submitted", '"1.1.2025": This is no date'],
    [open, { submitted: "2025-02-30" }, "impossible_date", "submitted", "no such day"],
    [
      won,
      { decided: null },
      "missing_decision",
      "decided",
      "The offer is won, but the day of the decision is missing",
    ],
    [won, { decided: "", status: "lost" }, "missing_decision", "decided", "The offer is lost"],
    [won, { decided: null, status: "withdrawn" }, "missing_decision", "decided", "The offer is withdrawn"],
    [won, { decided: {} }, "invalid_date", "decided", "This is no date"],
    [open, { decided: "2025-02-01" }, "decision_of_open", "decided", 'was decided on "2025-02-01"'],
    [open, { decided: "soon" }, "invalid_date", "decided", '"soon": This is no date'],
    [
      won,
      { decided: "2024-12-31" },
      "decided_before_submitted",
      "decided",
      'before the submission "2025-01-01"',
    ],
    [open, { value: undefined }, "missing_value", "value", "The value of the offer is missing"],
    [won, { value: "12,50" }, "invalid_value", "value", "is text"],
    [won, { value: Number.NaN }, "invalid_value", "value", "is not a number"],
    [won, { value: Number.POSITIVE_INFINITY }, "invalid_value", "value", "is not finite"],
    [won, { value: Number.NEGATIVE_INFINITY }, "invalid_value", "value", "is not finite"],
    [won, { value: -1e-9 }, "negative_value", "value", "the value of the offer is 0 or more"],
    [won, { order: -1 }, "negative_value", "order", "the value of the order is 0 or more"],
    [won, { order: "7" }, "invalid_value", "order", "is text"],
    [
      open,
      { margin: null },
      "missing_value",
      "margin",
      "The margin of an order is missing, which an open offer needs",
    ],
    [won, { margin: "7" }, "invalid_value", "margin", "is text"],
    [
      open,
      { cost: "" },
      "missing_value",
      "cost",
      "The cost of the offer is missing, which an open offer needs",
    ],
    [won, { cost: -1 }, "negative_value", "cost", "the cost of the offer is 0 or more"],
    [open, { hours: undefined }, "missing_value", "hours", "The number of hours is missing"],
    [open, { hours: -1 }, "negative_value", "hours", "the number of hours is 0 or more"],
    [open, { hours: true }, "invalid_value", "hours", "is no number"],
    [open, { stage: {} }, "invalid_key", "stage", "[object] is no stage"],
    [open, { seller: false }, "invalid_key", "seller", "false is no seller"],
    [open, { id: "" }, "missing_key", "id", "The id of an offer is missing"],
    [open, { id: [] }, "invalid_key", "id", "[array] is no id of an offer"],
    [open, { id: 99 }, "duplicate_offer", "id", "99 is also the id of row 0"],
  ])("%j with %j: %s", (offer, fault, code, field, message) => {
    const rows = [
      { ...won, ...costs, id: 99, order: 4 },
      { ...offer, ...costs, ...fault },
    ];
    const { issues } = dataErrorOf(() => offerBook(rows as never, columns as never));
    expect(issues).toMatchObject([{ code, row: 1, field }]);
    expect(issues[0]?.message).toContain(message);
  });

  it("are none where a row may do without", () => {
    const rows = [
      { ...won, ...costs, order: 4, seller: "Ida" },
      { ...won, id: 3 },
      { ...won, ...costs, id: 4, status: "lost", order: "unread" },
      { ...open, ...costs, submitted: null, order: -1, margin: -8 },
    ];
    const book = offerBook(rows as never, columns as never);
    expect([...(book.wonValues ?? [])]).toEqual([4, 5, 0, 0]);
    expect([...(book.margins ?? [])]).toEqual([1, 0, 1, -8]);
    expect([...(book.costs ?? [])]).toEqual([1, 0, 1, 1]);
    expect([...(book.hours ?? [])]).toEqual([1, 0, 1, 1]);
    expect(days(book.submitted)).toEqual(["2025-01-01", "2025-01-01", "2025-01-01", null]);
    expect(book.warnings).toMatchObject([{ code: "unsubmitted_offers", count: 1 }]);
  });

  it("are all told, and hint at other names", () => {
    const { byCode, issues } = dataErrorOf(() =>
      offerBook([{ stand: "won", preis: 1 }, null, { status: "won", value: -1, decided: "x" }] as never),
    );
    expect(byCode).toEqual({
      missing_status: 1,
      invalid_row: 1,
      missing_date: 1,
      invalid_date: 1,
      negative_value: 1,
      missing_value: 1,
    });
    expect(issues[0]?.message).toContain('it has "stand", "preis"');
  });

  it("can be skipped; a faulty row takes its id from nobody", () => {
    const rows = [
      { ...won, id: "x", value: -1, seller: "gone" },
      { ...won, id: "x", seller: "kept" },
      { ...won, id: "x", seller: "twice" },
    ];
    const book = offerBook(rows, { id: "id", keys: { seller: "seller" } }, { invalid: "skip" });
    expect(book.keys[0]?.dictionary).toEqual(["kept"]);
    expect(book).toMatchObject({
      ids: ["x"],
      rows: 3,
      skipped: { total: 2, byCode: { negative_value: 1, duplicate_offer: 1 } },
    });
  });

  it("are values that cannot be added up", () => {
    const rows = [
      { ...won, value: 1e308 },
      { ...won, value: 1e308 },
    ];
    expect(dataErrorOf(() => offerBook(rows)).issues).toMatchObject([
      { code: "amount_overflow", field: "value" },
    ]);
    const small = rows.map((row) => ({ ...row, value: 1, order: 1e308 }));
    const { issues } = dataErrorOf(() => offerBook(small, { wonValue: "order" }));
    expect(issues).toMatchObject([{ code: "amount_overflow", field: "order" }]);
  });

  it("are options that are none, and things that are no rows", () => {
    for (const [options, field] of [
      [{ timezone: "UTC" }, "options.timezone"],
      [{ timeZone: "Mars" }, "timeZone"],
      [{ invalid: "ignore" }, "invalid"],
      [{ statuses: ["won"] }, "statuses"],
      [{ statuses: null }, "statuses"],
      [{ statuses: { Gewonnen: "gewonnen" } }, "statuses.Gewonnen"],
      [{ statuses: { Gewonnen: undefined } }, "statuses.Gewonnen"],
      [{ until: "soon" }, "until"],
    ] as const) {
      expect(dataErrorOf(() => offerBook([open], {}, options as never)).issues[0]?.field).toBe(field);
    }
    for (const rows of [null, "rows", 7, {}]) {
      expect(dataErrorOf(() => offerBook(rows as never)).issues[0]?.field).toBe("rows");
    }
  });
});

describe("until", () => {
  const rows = [
    { status: "won", submitted: "2025-01-01", decided: "2025-07-31" },
    { status: "open", submitted: "2025-07-01" },
    { status: "open", submitted: null },
  ];

  it("is the latest day written, or what is passed", () => {
    expect(offerBook(rows).until).toBe("2025-07-31");
    expect(offerBook(rows.slice(1)).until).toBe("2025-07-01");
    expect(offerBook(rows.slice(2))).toMatchObject({ from: null, until: null });
    expect(offerBook([], {}, { until: "2025-06-30" })).toMatchObject({ from: null, until: "2025-06-30" });
  });

  it("leaves what comes later in the book, with a word", () => {
    const book = offerBook(rows, {}, { until: "2025-06-30" });
    expect(book).toMatchObject({ until: "2025-06-30", ids: [0, 1, 2] });
    expect(book.warnings).toMatchObject([
      { code: "future_submissions", count: 1, message: "Submitted after 2025-06-30: not known on that day." },
      { code: "future_decisions", count: 1, message: "Decided after 2025-06-30: still open on that day." },
      { code: "unsubmitted_offers", count: 1 },
    ]);
    expect(offerBook(rows, {}, { until: "2025-07-31" }).warnings).toHaveLength(1);
  });
});

describe("doubts", () => {
  const offer = { status: "lost", submitted: "2025-01-01", decided: "2025-01-02", value: 0 };

  it("about values of 0", () => {
    expect(offerBook([offer, { ...offer, value: 1 }]).warnings).toMatchObject([
      { code: "zero_values", count: 1 },
    ]);
  });

  it("about words that never came up", () => {
    const statuses = { Lost: "lost", Won: "won", Test: null } as const;
    const { warnings } = offerBook([{ ...offer, status: "Lost", value: 1 }], {}, { statuses });
    expect(warnings).toEqual([
      { code: "unused_status_words", count: 2, message: 'No row has the status "Won", "Test".' },
    ]);
  });

  it("about named fields that no row has", () => {
    const rows = [{ ...offer, value: 1 }];
    const columns = { customer: "kunde", wonValue: "order", keys: { seller: "verkaufer" } };
    expect(offerBook(rows, columns as never).warnings).toEqual([
      {
        code: "absent_fields",
        count: 3,
        message:
          'No row has the field "kunde" for customer, "order" for wonValue, "verkaufer" for seller: is a name misspelt?',
      },
    ]);
  });
});
