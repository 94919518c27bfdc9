import { describe, expect, it } from "vitest";
import { amountReader } from "../../examples/demo/parse-amount.ts";
import { dateReader } from "../../examples/demo/parse-date.ts";

describe("an amount in a file", () => {
  it.each([
    [null, "12.5", 12.5],
    [null, "-12", -12],
    [null, ".5", 0.5],
    [null, "1e3", 1000],
    [null, "1,234", "1,234"],
    [null, "12,50", "12,50"],
    [null, "", ""],
    [null, "-", "-"],
    [null, ".", "."],
    [null, "0x10", "0x10"],
    [null, "Infinity", "Infinity"],
    [",", "12,5", 12.5],
    [",", "1.234,56", 1234.56],
    [",", "1.234.567", 1234567],
    [",", "−1 234,5", -1234.5],
    [",", "1'234,50", 1234.5],
    [",", "12,50-", -12.5],
    [",", "-12,50-", "-12,50-"],
    [",", ",5", 0.5],
    [",", ",", ","],
    [",", "12.5", "12.5"],
    [",", "1.23,4", "1.23,4"],
    [",", "1,2,3", "1,2,3"],
    [",", "12,50 €", "12,50 €"],
    [".", "1,234.56", 1234.56],
    [".", "+12.5", 12.5],
    [".", "12,5", "12,5"],
  ] as const)("with the decimal mark %s: %s is %s", (mark, text, value) => {
    expect(amountReader(mark)(text)).toBe(value);
  });
});

describe("a date in a file", () => {
  it.each([
    ["iso", "31.12.2025", "31.12.2025"],
    ["dmy", "31.12.2025", "2025-12-31"],
    ["dmy", "1/2/2025 14:30", "2025-02-01 14:30"],
    ["dmy", "30.02.2025", "2025-02-30"],
    ["dmy", "2025-12-31", "2025-12-31"],
    ["dmy", "31.12.25", "31.12.25"],
    ["mdy", "12/31/2025", "2025-12-31"],
  ] as const)("written %s: %s is %s", (format, text, value) => {
    expect(dateReader(format)(text)).toBe(value);
  });
});
