import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import * as charts from "clientele/charts";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { cleanProject } from "../../examples/notebooks/runner/clean-project.ts";
import { HOW_TO_GET_JUPYTER, hasJupyter, Jupyter } from "../../examples/notebooks/runner/jupyter.ts";
import type { Notebook } from "../../examples/notebooks/runner/notebook.ts";
import { outputFaults } from "../../examples/notebooks/runner/output-faults.ts";
import { textOf } from "../support/doc-blocks.ts";
import { runModule } from "../support/doc-run.ts";
import { packedPackage } from "../support/packed-package.ts";
import { complaints, createProgram } from "../support/program.ts";
import { readText, root } from "../support/project.ts";
import { moduleOfNotebook, notebooks, structureFaults } from "./notebook-reader.ts";

const modules = notebooks.map((path) => moduleOfNotebook(path, readText(path)));

describe("the notebooks", { timeout: 120_000 }, () => {
  it("are those of a shop and of a subscription business", () => {
    expect(notebooks.map((path) => basename(path))).toEqual([
      "clv-of-a-shop.ipynb",
      "retention-of-a-subscription-business.ipynb",
    ]);
  });

  it.each(notebooks)("are stored without outputs, for Deno's kernel: %s", (path) => {
    expect(structureFaults(readText(path))).toEqual([]);
  });

  it("are free of type errors", () => {
    const texts = new Map(modules.map(({ blocks }, at) => [join(root, `notebook-${at}.ts`), textOf(blocks)]));
    const program = createProgram(texts);
    const found = [...texts.keys()].flatMap((name, at) => {
      const file = program.getSourceFile(name);
      return file ? complaints(program, file, notebooks[at] ?? name) : [`${name} is missing`];
    });
    expect(found).toEqual([]);
  });

  it.each(modules)("give in Node what they say, cell by cell: $path", async (module) => {
    const shown: charts.ChartDisplay[] = [];
    const display: typeof charts.display = (...args) => {
      const one = charts.display(...args);
      shown.push(one);
      return one;
    };
    await runModule(module, (name) => (name === "clientele/charts" ? { ...charts, display } : import(name)));
    expect(shown.length).toBeGreaterThan(2);
    for (const { bundle } of shown) {
      const { "text/html": html, "image/svg+xml": svg } = await bundle();
      expect(html).toContain("<svg");
      expect(svg).not.toMatch(/NaN|undefined/);
    }
  });
});

const unlessSkipped = hasJupyter() ? "" : ` (skipped: ${HOW_TO_GET_JUPYTER})`;

describe.skipIf(!hasJupyter())(
  `the notebooks in Jupyter, with Deno's kernel${unlessSkipped}`,
  { timeout: 180_000 },
  () => {
    let folder: string;
    let project: string;
    let jupyter: Jupyter;
    beforeAll(async () => {
      folder = mkdtempSync(join(tmpdir(), "clientele-notebooks-"));
      project = join(folder, "project");
      const home = join(folder, "home");
      for (const made of [project, home]) mkdirSync(made);
      const library = join(packedPackage().project, "node_modules/clientele");
      cleanProject(project, library, join(root, "node_modules"));
      jupyter = await Jupyter.withDeno(home, join(root, "node_modules/deno/bin.cjs"));
    }, 180_000);
    afterAll(() => rmSync(folder, { recursive: true }));

    it.each(notebooks)("run from the first cell to the last, and show their charts: %s", async (path) => {
      const file = join(project, basename(path));
      copyFileSync(join(root, path), file);
      const executed = await jupyter.execute(file);
      expect(outputFaults(executed)).toEqual([]);
      const page = join(project, "page.html");
      await jupyter.page(file.replace(".ipynb", ".executed.ipynb"), page);
      const drawn = readFileSync(page, "utf8").match(/<svg role="img"/g) ?? [];
      const shows = executed.cells.flatMap(({ source }) => source.filter((line) => line.startsWith("show(")));
      expect(shows.length).toBeGreaterThan(2);
      expect(drawn).toHaveLength(shows.length);
    });

    it("say which cell failed", async () => {
      const stored = JSON.parse(readText(notebooks[0] ?? "")) as Notebook;
      const [title, imports] = stored.cells;
      const cells = [
        title,
        imports,
        { ...imports, id: "broken", source: ["transactionLog([{ date: 1 }]);"] },
      ];
      const file = join(project, "broken.ipynb");
      writeFileSync(file, JSON.stringify({ ...stored, cells }));
      await expect(jupyter.execute(file)).rejects.toThrow(
        /transactionLog\(\[\{ date: 1 \}\]\);[\s\S]*DataError/,
      );
    });

    it("show a table of the figures beside Vega-Lite where nothing draws", async () => {
      const stored = JSON.parse(readText(notebooks[0] ?? "")) as Notebook;
      const source = stored.cells.flatMap((cell) => (cell.cell_type === "code" ? [cell] : []));
      const plain = source.map((cell) => ({
        ...cell,
        source: cell.source.map((line) => line.replace("display(chart, { toSvg })", "display(chart)")),
      }));
      const file = join(project, "plain.ipynb");
      writeFileSync(file, JSON.stringify({ ...stored, cells: plain.slice(0, 7) }));
      const executed = await jupyter.execute(file);
      expect(outputFaults(executed)).toEqual([]);
      const forms = executed.cells.flatMap(({ outputs = [] }) => outputs.map(({ data = {} }) => data));
      const [chart] = forms.filter((data) => "text/html" in data);
      expect(chart?.["image/svg+xml"]).toBeUndefined();
      expect(String(chart?.["text/html"])).toContain("<table>");
    });
  },
);
