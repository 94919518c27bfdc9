import { describe, expect, it } from "vitest";
import { joinLogs } from "../../src/transactions/join-logs.ts";
import { splitLog } from "../../src/transactions/split-log.ts";
import { transactionLog } from "../../src/transactions/transaction-log-from-rows.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { contentsOf } from "../support/log-contents.ts";

const rows = [
  { customerId: "A", date: "2025-01-10", amount: 20, margin: 5 },
  { customerId: "B", date: "2025-06-30", amount: -4, margin: -1 },
  { customerId: "A", date: "2025-08-02", amount: 35, margin: 9 },
];
const log = transactionLog(rows, { margin: "margin" });

describe("splitLog", () => {
  it("puts the day itself into calibration, and ends observation on it", () => {
    const { calibration, holdout } = splitLog(log, "2025-06-30");
    expect(contentsOf(calibration)).toEqual(
      new Map([
        ["A", ["20098 20 5"]],
        ["B", ["20269 -4 -1"]],
      ]),
    );
    expect(calibration).toMatchObject({ from: "2025-01-10", until: "2025-06-30" });
    expect(calibration.returns).toEqual({ policy: "net", transactions: 1, amount: -4 });
    expect(holdout).toMatchObject({ customerIds: ["A"], from: "2025-08-02", until: "2025-08-02" });
  });

  it("ends observation on the split day even if nobody bought on it", () => {
    expect(splitLog(log, "2025-07-15").calibration.until).toBe("2025-07-15");
  });

  it("does not observe longer than the log", () => {
    const { calibration, holdout } = splitLog(log, "2030-01-01");
    expect(calibration.until).toBe("2025-08-02");
    expect(holdout).toMatchObject({ customerIds: [], from: null, until: null });
  });

  it("splits nothing into nothing", () => {
    const { calibration, holdout } = splitLog(transactionLog([]), "2025-01-01");
    expect(calibration).toEqual(holdout);
    expect(calibration.until).toBeNull();
  });

  it("refuses a date that is none", () => {
    expect(dataErrorOf(() => splitLog(log, "2025-02-30")).issues[0]).toMatchObject({
      code: "invalid_option",
      field: "date",
    });
  });
});

describe("joinLogs", () => {
  it("adds up rows, returns and what was skipped", () => {
    const other = transactionLog(
      [{ customerId: "C", date: "2025-09-01", amount: Number.NaN, margin: 0 }, ...rows],
      { margin: "margin" },
      { invalid: "skip" },
    );
    const joined = joinLogs(log, other);
    expect(joined.rows).toBe(7);
    expect(joined.skipped).toEqual({ total: 1, byCode: { nan_amount: 1 } });
    expect(joined.returns).toEqual({ policy: "net", transactions: 2, amount: -8 });
    expect(contentsOf(joined).get("B")).toEqual(["20269 -4 -1", "20269 -4 -1"]);
  });

  it("refuses logs that were read in different ways", () => {
    expect(dataErrorOf(() => joinLogs(log, transactionLog(rows))).message).toContain("margins");
    const ignoring = transactionLog(rows, { margin: "margin" }, { returns: "ignore" });
    expect(dataErrorOf(() => joinLogs(log, ignoring)).message).toContain("returns");
    const elsewhere = transactionLog(rows, { margin: "margin" }, { timeZone: "Asia/Tokyo" });
    expect(dataErrorOf(() => joinLogs(log, elsewhere)).message).toContain("time zone");
  });
});
