import { describe, expect, it } from "vitest";
import { checkOrders } from "../../examples/browser/analysis/faulty-rows.ts";
import { Failure } from "../../examples/browser/failure.ts";
import { distinctHeading } from "../../examples/browser/reading/csv-records.ts";
import { decodeText } from "../../examples/browser/reading/decode-text.ts";
import { guessColumns } from "../../examples/browser/reading/guess-columns.ts";
import {
  guessDateFormat,
  guessDecimalMark,
  guessDelimiter,
} from "../../examples/browser/reading/guess-marks.ts";
import { inventedFile } from "../../examples/browser/reading/invented-file.ts";
import { previewOrders } from "../../examples/browser/reading/preview-orders.ts";
import { readOrders } from "../../examples/browser/reading/read-orders.ts";
import { simulatedOrders } from "../../examples/demo/simulated-orders.ts";

describe("columns are guessed from headings", () => {
  it.each([
    [
      ["customer_id", "date", "amount"],
      ["customer_id", "date", "amount", null],
    ],
    [
      ["InvoiceNo", "InvoiceDate", "Price", "Customer ID"],
      ["Customer ID", "InvoiceDate", "Price", "InvoiceNo"],
    ],
    [
      ["Kundennr.", "Belegdatum", "Nettobetrag", "Belegnummer"],
      ["Kundennr.", "Belegdatum", "Nettobetrag", "Belegnummer"],
    ],
    [
      ["Datum", "Umsatz in EUR", "Kunde"],
      ["Kunde", "Datum", "Umsatz in EUR", null],
    ],
    [
      ["Rechnungsnr", "Rechnungsdatum", "Rechnungsbetrag", "Debitor"],
      ["Debitor", "Rechnungsdatum", "Rechnungsbetrag", "Rechnungsnr"],
    ],
    [
      ["x", "y"],
      [null, null, null, null],
    ],
  ])("%j", (heading, [customer, date, amount, order]) => {
    expect(guessColumns(heading)).toEqual({ customer, date, amount, order });
  });
});

describe("marks are guessed", () => {
  it.each([
    ["a,b,c\n1;2,3,4", ","],
    ["a;b;c", ";"],
    ["a\tb", "\t"],
    ["a|b", "|"],
    ['"Netto, EUR";Kunde', ";"],
    ["alone", ","],
  ] as const)("the delimiter of %j", (text, delimiter) => {
    expect(guessDelimiter(text)).toBe(delimiter);
  });

  it.each([
    [["12,50", "1.234,00"], ",", ","],
    [["12.50", "1,234.00", "zwölf"], ";", "."],
    [["1.234.567"], ",", ","],
    [["12,5 €"], ",", ","],
    [["1,234", "2,500"], ";", ","],
    [["1,234", "2,500"], ",", "."],
    [["7", "8"], ";", ","],
  ] as const)("the decimal mark of %j", (amounts, delimiter, mark) => {
    expect(guessDecimalMark(amounts, delimiter)).toBe(mark);
  });

  it.each([
    [["2025-12-31", "31.12.2025", "2025-01-01"], "iso"],
    [["31.12.2025", "01.02.2025"], "dmy"],
    [["01.02.2025"], "dmy"],
    [["01/02/2025", "31/12/2025"], "dmy"],
    [["01/02/2025", "12/31/2025"], "mdy"],
    [["01/02/2025 10:30"], "mdy"],
    [[], "iso"],
  ] as const)("the form of the dates %j", (dates, format) => {
    expect(guessDateFormat(dates)).toBe(format);
  });
});

describe("a file", () => {
  it.each([
    ["UTF-8", Buffer.from("Müller")],
    ["UTF-8 with its mark", Buffer.from("\ufeffMüller")],
    ["UTF-16", Buffer.from("\ufeffMüller", "utf16le")],
    ["the Windows code page", Buffer.from("Müller", "latin1")],
  ])("is decoded from %s", async (_what, bytes) => {
    expect(await decodeText(new Blob([new Uint8Array(bytes)]))).toBe("Müller");
  });

  it("has a name for every column, and no name twice", () => {
    expect(distinctHeading([" id ", "", "id", "id"])).toEqual(["id", "(2)", "id (2)", "id (3)"]);
  });

  it("of invented orders is read as what was invented, faults included", async () => {
    const text = await decodeText(inventedFile());
    const { guess } = previewOrders(text, null);
    const { rows } = readOrders(text, guess, () => {});
    const invented = simulatedOrders();
    expect(rows.length).toBe(invented.length);
    expect(rows.map((row) => row?.customerId)).toEqual(invented.map(({ customerId }) => customerId));
    expect(rows.map((row) => String(row?.amount))).toEqual(invented.map(({ amount }) => String(amount)));
  });

  it("tells where the faults are by lines of the file, empty ones and broken fields included", () => {
    const text =
      'customer,date,amount,note\n\nA,2025-01-01,5,"two\nlines"\nA,2025-02-30,6,\nB,2025-01-01,7,a,b,c\n';
    const { guess } = previewOrders(text, null);
    const { log, faults } = checkOrders(readOrders(text, guess, () => {}));
    expect(log.customerIds).toEqual(["A"]);
    expect(faults.total).toBe(2);
    expect(faults.listed.map(({ line, column, code }) => [line, column, code])).toEqual([
      [5, "date", "impossible_date"],
      [6, null, "invalid_row"],
    ]);
  });

  it("is refused if its quotation marks do not pair up, or there is no row", () => {
    expect(() => previewOrders('a,b\n"1,2\n', null)).toThrow(Failure);
    expect(() => previewOrders("a,b\n", null)).toThrow(Failure);
  });
});
