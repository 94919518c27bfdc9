import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { callDemo, runDemo } from "./demo-process.ts";

const folder = mkdtempSync(join(tmpdir(), "clientele-demo-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

const orders = file("orders.csv", "customerId,date,amount\nA,2025-01-01,5\n");
const shop = file("shop.csv", "Kundennr,Datum,Netto\nA,2025-01-01,5\n");
const semicolons = file("semicolons.csv", "kunde;datum;netto\nA;2025-01-01;5\n");

const cases: readonly (readonly [what: string, args: readonly string[], message: string])[] = [
  ["a file that is missing", [join(folder, "nowhere.csv")], "There is no file"],
  ["a folder", [folder], "is a folder"],
  ["an empty file", [file("empty.csv", "")], "holds no rows"],
  ["a heading alone", [file("heading.csv", "customerId,date,amount\n")], "holds no rows"],
  [
    "a quotation mark that stays open",
    [file("quote.csv", 'customerId,date,amount\n"A,2025-01-01,5\n')],
    "quotes at line",
  ],
  ["a .gz that is none", [file("plain.csv.gz", "customerId,date,amount\n")], "cannot be unpacked"],
  [
    "columns of other names",
    [shop],
    'There is no column "customerId" (--customer). The columns are "Kundennr", "Datum", "Netto". Say which one it is with --customer NAME.',
  ],
  [
    "a misspelt column",
    [shop, "--customer", "kundennummer", "--date", "Datum", "--amount", "Netto"],
    'There is no column "kundennummer" (--customer). Did you mean "Kundennr"?',
  ],
  ["the wrong delimiter", [semicolons, "--customer", "kunde"], 'try --delimiter ";"'],
  [
    "a column that stands there twice",
    [file("twice.csv", "customerId,date,amount,date\nA,2025-01-01,5,\n")],
    "twice",
  ],
  ["an unknown option", [orders, "--custmer", "x"], "There is no option --custmer. Did you mean --customer?"],
  ["an unknown short option", [orders, "-x"], "There is no option -x."],
  [
    "an option without its value",
    [orders, "--customer", "--date", "x"],
    "The option --customer needs a value.",
  ],
  ["an option that is given twice", [orders, "--unit", "day", "--unit", "week"], "given twice"],
  ["a file option without a file", ["--customer", "x"], "no file is named"],
  ["two files", [orders, orders], "is one too many"],
  ["an unknown language", ["--lang", "fr"], "expected one of en de"],
  ["an unknown unit", ["--unit", "fortnight"], "expected one of day week month year"],
  ["an impossible day", ["--as-of", "2025-02-30"], "expected a day that the calendar has"],
  ["a day before everything", [orders, "--as-of", "2020-01-01"], "the first transaction is of 2025-01-01"],
  ["an unknown time zone", ["--time-zone", "Mars/Base"], "expected the IANA name"],
  ["a horizon of 0", ["--horizon-months", "0"], "expected a number of months"],
  ["a rate of 10", ["--discount-rate", "10"], "expected a number from 0 to 1"],
  ["times out of order", ["--active-months", "30"], "The times must lie inside each other"],
  ["a price without a quantity", [orders, "--price", "x"], "--quantity and --price belong together"],
  ["amount and product", [orders, "--amount", "a", "--price", "x", "--quantity", "n"], "not both"],
  ["a long delimiter", [orders, "--delimiter", ";;"], "expected one character"],
  [
    "amounts beyond all numbers",
    [file("huge.csv", "customerId,date,amount\nA,2025-01-01,1e308\nA,2025-01-02,1e308\n")],
    "The data cannot be used",
  ],
];

describe("wrong input", { timeout: 60_000 }, () => {
  it.each(cases)("is told in words: %s", async (_what, args, message) => {
    const { code, stdout, stderr } = await callDemo(...args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr.replace(/\s+/g, " ")).toContain(message);
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr.trim()).not.toContain("\n\n");
  });

  it.each(cases.filter((_, i) => i % 5 === 0))(
    "ends the process with 2: %s",
    async (_what, args, message) => {
      const { code, stdout, stderr } = await runDemo(...args);
      expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
      expect(stderr.replace(/\s+/g, " ")).toContain(message);
    },
  );

  it("is told in German", async () => {
    const { code, stderr } = await callDemo(shop, "--lang", "de", "--customer", "Kunde");
    expect(code).toBe(2);
    expect(stderr.replace(/\s+/g, " ")).toContain(
      "Die Spalte „Kunde“ (--customer) gibt es nicht. Ist „Kundennr“ gemeint?",
    );
  });

  it("is reported, and hints at the cure, if no row at all can be read", async () => {
    const path = file("dates.csv", "customerId,date,amount\nA,31.01.2025,5\nB,31.02.2025,5\n");
    const { code, stdout, stderr } = await callDemo(path);
    expect(code).toBe(2);
    expect(stdout).toContain("for 31.12.2025 say --date-format dmy");
    expect(stderr).toBe("No row could be read, for the reasons told above.\n");
  });
});
