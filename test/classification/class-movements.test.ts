import { describe, expect, it } from "vitest";
import { classMovements, type Interaction } from "../../src/classification/index.ts";
import { type ShortRow, shortLog } from "./short-log.ts";

const days = { from: "2024-12-31", to: "2025-12-31" };

function movement(rows: readonly ShortRow[], interactions: readonly Interaction[] = []): string {
  const row = classMovements(shortLog(...rows), { ...days, interactions, prospects: ["P"] }).rows[0];
  return `${row?.from} → ${row?.to}: ${row?.movement}`;
}

describe("movements", () => {
  it("new: never bought by the first day, active on the second", () => {
    expect(movement([["A", "2025-11-01"]])).toBe("unknown → new: new");
    expect(movement([["A", "2025-01-01"]])).toBe("unknown → existing: new");
    expect(movement([["P", "2025-11-01"]])).toBe("prospect → new: new");
    expect(
      movement([
        ["A", "2024-05-01", -5],
        ["A", "2025-11-01"],
      ]),
    ).toBe("prospect → new: new");
  });

  it("returning: active on both days", () => {
    expect(
      movement([
        ["A", "2024-12-31"],
        ["A", "2025-11-20"],
      ]),
    ).toBe("new → existing: returning");
  });

  it("reactivated: had bought, was not active, is active", () => {
    expect(
      movement([
        ["A", "2023-05-01"],
        ["A", "2025-11-20"],
      ]),
    ).toBe("dormant → reactivated: reactivated");
    expect(
      movement([
        ["A", "2020-05-01"],
        ["A", "2025-02-20"],
      ]),
    ).toMatch(/^lost → \w+: reactivated$/);
  });

  it("reactivated: had left by a termination, however recently", () => {
    const left = [{ customerId: "A", date: "2024-12-20", kind: "termination" }];
    expect(
      movement(
        [
          ["A", "2024-12-01"],
          ["A", "2025-01-03"],
        ],
        left,
      ),
    ).toMatch(/^lost → \w+: reactivated$/);
  });

  it("dormant: was active and is no longer, also if lost at once", () => {
    expect(movement([["A", "2024-12-01"]])).toBe("new → dormant: dormant");
    const left = [{ customerId: "A", date: "2025-03-01", kind: "termination" }];
    expect(movement([["A", "2024-12-01"]], left)).toBe("new → lost: dormant");
  });

  it("inactive: has bought, active on neither day", () => {
    expect(movement([["A", "2023-12-01"]])).toBe("dormant → lost: inactive");
    const left = [{ customerId: "A", date: "2025-07-01", kind: "termination" }];
    expect(movement([["A", "2025-06-01"]], left)).toBe("unknown → lost: inactive");
  });

  it("prospect: still has not bought", () => {
    expect(movement([])).toBe("prospect → prospect: prospect");
    const contacts = ["2025-01-01", "2025-02-01", "2025-03-01"].map((date) => ({
      customerId: "P",
      date,
      kind: "contact",
    }));
    expect(movement([], contacts)).toBe("prospect → dormant: prospect");
  });
});

describe("the result", () => {
  const log = shortLog(
    ["new", "2025-11-01"],
    ["returning", "2024-12-31"],
    ["returning", "2025-11-20"],
    ["back", "2023-05-01"],
    ["back", "2025-11-20"],
    ["gone", "2024-12-01"],
    ["still", "2023-12-01"],
    ["later", "2026-01-01"],
  );
  const result = classMovements(log, days);

  it("balances", () => {
    expect(result.ledger).toEqual({
      activeStart: 2,
      new: 1,
      returning: 1,
      reactivated: 1,
      dormant: 1,
      activeEnd: 3,
    });
  });

  it("counts the ways from class to class", () => {
    expect(result.matrix.dormant).toMatchObject({ reactivated: 1, lost: 1 });
    expect(result.matrix.unknown.new).toBe(1);
    const counted = Object.values(result.matrix).flatMap((row) => Object.values(row));
    expect(counted).toHaveLength(9 * 8);
    expect(counted.reduce((sum, count) => sum + count, 0)).toBe(result.rows.length);
    for (const row of result.rows) expect(result.matrix[row.from][row.to]).toBeGreaterThan(0);
  });

  it("lists everybody known on the second day", () => {
    expect(result.rows.map((row) => row.customerId)).toEqual(["new", "returning", "back", "gone", "still"]);
    expect(result).toMatchObject(days);
  });

  it("survives JSON", () => {
    expect(JSON.parse(JSON.stringify(result))).toEqual(result);
  });
});
