import { describe, expect, it } from "vitest";
import type { Cell, Notebook } from "../../examples/notebooks/runner/notebook.ts";
import { outputFaults } from "../../examples/notebooks/runner/output-faults.ts";
import { runModule } from "../support/doc-run.ts";
import { readText } from "../support/project.ts";
import { moduleOfNotebook, notebooks, structureFaults } from "./notebook-reader.ts";

describe("the guard of stored notebooks", () => {
  const path = notebooks[0] ?? "";
  const stored = JSON.parse(readText(path)) as Notebook;
  const written = (book: unknown): string => `${JSON.stringify(book, null, 1)}\n`;
  const withCell = (at: number, change: Partial<Cell>): string =>
    written({
      ...stored,
      cells: stored.cells.map((cell, place) => (place === at ? { ...cell, ...change } : cell)),
    });

  it.each([
    ["outputs", withCell(1, { outputs: [{ output_type: "stream" }] }), /has outputs/],
    ["a number of execution", withCell(1, { execution_count: 3 }), /has outputs/],
    ["an id by chance", withCell(1, { id: "a1b2c3d4" }), /no name/],
    ["an id twice", withCell(1, { id: stored.cells[2]?.id ?? "" }), /same id/],
    ["an empty cell", withCell(1, { source: [] }), /is empty/],
    ["no title", withCell(0, { source: ["Hello"] }), /title/],
    ["a dead link", withCell(2, { source: ["[x](#nowhere)"] }), /#?nowhere, which is no section/],
    ["a wide line", withCell(1, { source: [`const x = "${"x".repeat(120)}";`] }), /wider/],
    ["another kernel", written({ ...stored, metadata: { kernelspec: { name: "python3" } } }), /Deno/],
    ["another format", written({ ...stored, nbformat_minor: 4 }), /4\.5/],
    ["other spaces", JSON.stringify(stored), /as Jupyter writes it/],
  ])("complains of %s", (_what, text, message) => {
    expect(structureFaults(text).join("\n")).toMatch(message);
  });

  it("names the line in the file on which something is wrong", async () => {
    const text = withCell(3, { source: ["const a = 1;\n", "a; // => 2"] });
    const line = text.split("\n").findIndex((each) => each.includes("a; // => 2")) + 1;
    const broken = moduleOfNotebook("x.ipynb", text);
    const alone = { ...broken, blocks: broken.blocks.filter(({ code }) => code.startsWith("const a")) };
    await expect(runModule(alone, () => ({}))).rejects.toThrow(`x.ipynb: line ${line}: says 2`);
  });
});

describe("the judge of executed notebooks", () => {
  const chart = {
    "application/vnd.vegalite.v5+json": {},
    "application/vnd.vegalite.v6+json": {},
    "text/html": "",
  };
  const judged = (cell: Partial<Cell>): readonly string[] =>
    outputFaults({
      nbformat: 4,
      nbformat_minor: 5,
      metadata: {},
      cells: [
        { id: "a", cell_type: "code", source: ["const x = 1;\n", "show(x);"], execution_count: 1, ...cell },
      ],
    });
  const result = (data: Cell["outputs"] extends infer _ ? Record<string, unknown> : never) => [
    { output_type: "execute_result", data },
  ];

  it("finds nothing wrong with a chart in all forms, or a cell that shows nothing", () => {
    expect(judged({ outputs: result(chart) })).toEqual([]);
    expect(judged({ source: ["const x = 1;"], outputs: [] })).toEqual([]);
    expect(judged({ cell_type: "markdown", execution_count: null })).toEqual([]);
  });

  it.each([
    ["a cell that was not run", { execution_count: null }, "was not run"],
    [
      "a failure",
      { outputs: [{ output_type: "error", ename: "DataError", evalue: "no" }] },
      "failed: DataError: no",
    ],
    ["a chart that is lost", { outputs: [] }, "has 0 charts instead of 1"],
    ["a chart as text", { outputs: result({ "text/plain": "" }) }, "has 0 charts instead of 1"],
    [
      "no picture",
      { outputs: result({ ...chart, "text/html": undefined }) },
      "without image/svg+xml or text/html",
    ],
    [
      "no Vega-Lite 6",
      { outputs: result({ ...chart, "application/vnd.vegalite.v6+json": undefined }) },
      "v6+json",
    ],
  ])("finds %s", (_what, cell, message) => {
    expect(judged(cell).join()).toContain(message);
  });
});
