import { existsSync, mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type CustomerSummaries, simulateTransactions, summarizeCustomers, transactionLog } from "clientele";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readArguments } from "../../examples/large-file/arguments.ts";
import { openCsvFile } from "../../examples/large-file/csv-file.ts";
import { type ReducedFile, reduceFile } from "../../examples/large-file/reduce-file.ts";
import type { Watch } from "../../examples/large-file/reduce-parts.ts";
import { runLargeFile } from "../../examples/large-file/run.ts";
import { type DemoRun, runExample } from "./demo-process.ts";

const folder = mkdtempSync(join(tmpdir(), "clientele-large-"));
afterAll(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Orders by date, so that a customer's lie all over the file; every third id is in quotes and holds a line end. */
const orders = [...simulateTransactions({ customers: 400, from: "2023-01-01", until: "2024-12-31", seed: 3 })]
  .sort((a, b) => (a.date < b.date ? -1 : Number(a.date > b.date)))
  .map((row, i) => ({ ...row, amount: i % 17 === 5 ? -row.amount : row.amount }))
  .map((row) => (row.customerId.endsWith("3") ? { ...row, customerId: `${row.customerId}\nBerlin` } : row));
const header = "Kunde;Datum;Notiz;Netto\r\n";
const lines = orders.map(({ customerId, date, amount }) => `"${customerId}";${date};;${amount}\r\n`);
const columns = "--customer Kunde --date Datum --amount Netto --delimiter ;".split(" ");
const small = ["--part-bytes", "1000"];

const path = join(folder, "orders.csv");
beforeAll(() => writeFileSync(path, header + lines.join("")));

const never: Watch = { signal: new AbortController().signal, onPart: () => {} };

async function reduced(args: readonly string[], watch: Partial<Watch> = {}): Promise<ReducedFile> {
  const command = readArguments(args);
  if (command === null || command.file === null) throw new Error("The test names a file.");
  return reduceFile(command, await openCsvFile(command.file), { ...never, ...watch });
}

async function run(args: readonly string[], onTrouble: (text: string) => void = () => {}): Promise<DemoRun> {
  let [stdout, stderr] = ["", ""];
  const code = await runLargeFile(args, {
    report: (text) => {
      stdout += text;
    },
    trouble: (text) => {
      stderr += text;
      onTrouble(text);
    },
  });
  return { code, stdout, stderr };
}

/** What must be the same however the file was divided; money to the last digits. */
function expectSame(actual: CustomerSummaries, expected: CustomerSummaries): void {
  expect(actual.rows.map(({ customerId }) => customerId)).toEqual(
    expected.rows.map(({ customerId }) => customerId),
  );
  for (const [i, { monetaryValue, revenue, ...history }] of expected.rows.entries()) {
    const row = actual.rows[i];
    expect(row).toMatchObject(history);
    expect(Math.abs((row?.revenue ?? Number.NaN) - revenue)).toBeLessThanOrEqual(1e-12 * Math.abs(revenue));
    expect(Math.abs((row?.monetaryValue ?? Number.NaN) - monetaryValue)).toBeLessThanOrEqual(
      1e-12 * monetaryValue,
    );
  }
}

describe("the example of a large file", { timeout: 120_000 }, () => {
  it("comes to what summarizeCustomers makes of all rows, part by part", async () => {
    const told: number[] = [];
    const { reducer, outcome } = await reduced([path, ...columns, ...small], {
      onPart: (bytes) => told.push(bytes),
    });
    expect(outcome).toEqual({ kind: "done" });
    expect(reducer.progress.rows).toBe(orders.length);
    expect(told.length).toBe(reducer.progress.batches);
    expect(told.length).toBeGreaterThan(20);
    const bytes = told.reduce((sum, each) => sum + each, 0);
    expect(bytes).toBe(statSync(path).size - header.length);
    expectSame(reducer.finish(), summarizeCustomers(transactionLog(orders), { unit: "week" }));
  });

  it("comes to the same in two workers, and in more workers than there are parts", async () => {
    const one = (await reduced([path, ...columns])).reducer;
    for (const args of [
      ["--workers", "2", ...small],
      ["--workers", "3", "--part-bytes", "20000"],
    ]) {
      const { reducer, outcome } = await reduced([path, ...columns, ...args]);
      expect(outcome).toEqual({ kind: "done" });
      expect(reducer.progress).toMatchObject({
        rows: orders.length,
        returns: { transactions: one.progress.returns.transactions },
      });
      expect(reducer.cells()).toEqual(one.cells());
      expectSame(reducer.finish(), one.finish());
    }
  });

  it("refuses the snapshot of a worker whose part has been counted", async () => {
    const { reducer } = await reduced([path, ...columns, ...small]);
    const again = await reduced([path, ...columns, ...small, "--workers", "1"]);
    const before = reducer.cells();
    expect(() => reducer.merge(again.reducer.snapshot())).toThrow("batches of the same name");
    expect(reducer.cells()).toEqual(before);
  });

  it.each(["0", "2"])("goes on where Ctrl+C stopped it, with %s workers", async (workers) => {
    const state = join(folder, `state-${workers}.bin`);
    // So many small parts that workers are far from the end when they hear of it.
    const long = file(`long-${workers}.csv`, header + Array(10).fill(lines.join("")).join(""));
    const args = [long, ...columns, "--part-bytes", "200", "--workers", workers];
    const whole = await run(args);
    expect(whole.code).toBe(0);
    const stopped = await run([...args, "--save", state], (text) => {
      if (/^[1-9]0 %/.test(text)) process.emit("SIGINT");
    });
    expect(stopped.code).toBe(130);
    expect(stopped.stdout).toBe("");
    expect(stopped.stderr).toContain(`--resume ${state}`);
    const before = numberAfter(stopped.stderr, "Read before: rows: ");
    expect(before).toBeGreaterThan(0);
    expect(before).toBeLessThan(10 * orders.length);

    const resumed = await run([...args, "--resume", state]);
    expect(resumed.code).toBe(0);
    expect(resumed.stdout).toBe(whole.stdout);
    expect(numberAfter(resumed.stderr, "100 %: ")).toBe(10 * orders.length - before);
  });

  it("refuses to go on with a file that was written since, or divided otherwise", async () => {
    const changed = file("changed.csv", header + lines.slice(0, 200).join(""));
    const state = join(folder, "changed.bin");
    const stop = (text: string): void => {
      if (/^[1-9]0 %/.test(text)) process.emit("SIGINT");
    };
    expect((await run([changed, ...columns, ...small, "--save", state], stop)).code).toBe(130);
    const divided = await run([changed, ...columns, "--resume", state, "--part-bytes", "900"]);
    expect(divided).toMatchObject({ code: 2, stdout: "" });
    expect(divided.stderr).toContain("--part-bytes 1000 only");
    file("changed.csv", header + lines.slice(1, 201).join(""));
    const written = await run([changed, ...columns, ...small, "--resume", state]);
    expect(written.code).toBe(2);
    expect(written.stderr).toContain("has been written since");
    const none = await run([changed, ...columns, "--resume", join(folder, "none.bin")]);
    expect(none.stderr).toContain("no file");
    const other = await run([changed, ...columns, "--resume", path]);
    expect(other.stderr).toContain("no file that an interrupted run has written");
  });
});

describe("a bad row in the middle of a large file", { timeout: 120_000 }, () => {
  const middle = lines.length / 2 - (lines.length % 2) / 2;
  const bad = [...lines.slice(0, middle), "K1;2024-02-30;;5\r\n", ...lines.slice(middle)];
  // The heading, and two lines for each id with a line end in it.
  const badLine = 1 + lines.slice(0, middle).join("").split("\n").length;

  it.each(["0", "2"])("is told with its line, and can be skipped, with %s workers", async (workers) => {
    const faulty = file(`faulty-${workers}.csv`, header + bad.join(""));
    const state = join(folder, `faulty-${workers}.bin`);
    const args = [faulty, ...columns, ...small, "--workers", workers];
    const refused = await run([...args, "--save", state]);
    expect(refused).toMatchObject({ code: 2, stdout: "" });
    expect(refused.stderr).toContain(`line ${badLine}, date: `);
    expect(refused.stderr).toContain("2024-02-30");
    const skipped = await run([...args, "--resume", state, "--skip-invalid"]);
    const whole = await run([path, ...columns, ...small]);
    expect(skipped.code).toBe(0);
    expect(skipped.stdout).toContain("skipped 1,");
    const behindRows = (text: string): string => text.slice(text.indexOf("customers: "));
    expect(behindRows(skipped.stdout)).toBe(behindRows(whole.stdout));
  });

  it("is told with its line if a quotation mark is not where it belongs", async () => {
    const stray = file(
      "stray.csv",
      'customerId,date,amount\nA,2024-01-01,5\n"B\nC",2024-01-02,6\nD,2024-01-03,7"\n',
    );
    const { code, stderr } = await run([stray]);
    expect(code).toBe(2);
    expect(stderr).toContain("line 5");
  });
});

describe("the example of a large file on the command line", { timeout: 120_000 }, () => {
  it("invents orders if no file is named, and cleans up", async () => {
    const { code, stdout, stderr } = await runExample("large-file.ts", [
      "--orders",
      "3000",
      "--workers",
      "2",
      ...small,
    ]);
    expect({ code, stdout }).toMatchObject({ code: 0 });
    expect(stdout).toContain("rows: 3,000 in ");
    expect(stdout).toContain("BG/NBD, weeks: r ");
    expect(stdout).not.toContain("NaN");
    const invented = /invented in (\S+)/.exec(stderr)?.[1] ?? "";
    expect(invented).toContain("orders.csv");
    expect(existsSync(invented)).toBe(false);
  });

  it.each([
    [["--worker", "2"], "--worker"],
    [["--workers", "two"], "--workers is a whole number"],
    [["nowhere.csv"], "no file"],
    [[path, "--customer", "Kunde"], 'There is no column "Kunde"'],
  ])("says what is wrong with %j", async (args, words) => {
    const { code, stdout, stderr } = await run(args);
    expect({ code, stdout }).toEqual({ code: 2, stdout: "" });
    expect(stderr).toContain(words);
  });

  it("helps", async () => {
    expect((await run(["--help"])).stdout).toContain("--resume FILE");
  });
});

function numberAfter(text: string, words: string): number {
  const digits = /^[\d,]+/.exec(text.slice(text.indexOf(words) + words.length))?.[0] ?? "";
  return Number(digits.replaceAll(",", ""));
}
