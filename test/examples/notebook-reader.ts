import { isCode, type Notebook } from "../../examples/notebooks/runner/notebook.ts";
import type { DocModule } from "../support/doc-blocks.ts";
import { filesBelow } from "../support/project.ts";

/** Paths of the notebooks. */
export const notebooks: readonly string[] = filesBelow("examples/notebooks", ".ipynb");

const KERNEL = { display_name: "Deno", language: "typescript", name: "deno" };
const WIDEST = 100;

/** What a stored notebook must not be: run, or written in another way than `jupyter nbconvert --clear-output` does. */
export function structureFaults(text: string): readonly string[] {
  const book = JSON.parse(text) as Notebook;
  const ids = book.cells.map(({ id }) => id);
  const faults = [
    [
      `${JSON.stringify(book, null, 1)}\n` !== text,
      "is not written as Jupyter writes it: one line of a cell on each line",
    ],
    [book.nbformat !== 4 || book.nbformat_minor !== 5, "is not of the format 4.5"],
    [JSON.stringify(book.metadata.kernelspec) !== JSON.stringify(KERNEL), "is not for Deno's kernel"],
    [new Set(ids).size < ids.length, "has two cells with the same id"],
    [!book.cells[0]?.source[0]?.startsWith("# "), "does not begin with its title"],
    ...book.cells.flatMap((cell) => {
      const { id, source, outputs = [], execution_count = null } = cell;
      const widest = Math.max(...source.map((line) => line.trimEnd().length));
      return [
        [!/^[a-z]+(-[a-z]+)*$/.test(id), `cell "${id}" has an id that is no name`],
        [source.join("").trim() === "", `cell "${id}" is empty`],
        [
          outputs.length > 0 || execution_count !== null,
          `cell "${id}" has outputs: jupyter nbconvert --clear-output`,
        ],
        [isCode(cell) && widest > WIDEST, `cell "${id}" has a line that is wider than the page`],
      ] as const;
    }),
    ...missingSections(book).map((link) => [true, `has a link to ${link}, which is no section`] as const),
  ] as const;
  return faults.filter(([isFault]) => isFault).map(([, fault]) => fault);
}

/** Links within the notebook that lead nowhere. Jupyter's anchors are the headings with "-" for each space. */
function missingSections({ cells }: Notebook): readonly string[] {
  const lines = cells.filter((cell) => !isCode(cell)).flatMap(({ source }) => source);
  const sections = lines.flatMap((line) => /^#+ (.*?)\s*$/.exec(line)?.[1]?.replaceAll(" ", "-") ?? []);
  const links = lines.flatMap((line) => [...line.matchAll(/\]\(#([^)]*)\)/g)].map(([, link = ""]) => link));
  return links.filter((link) => !sections.includes(link));
}

/** The cells of code as one module, each line where it stands in the file. */
export function moduleOfNotebook(path: string, text: string): DocModule {
  const { cells } = JSON.parse(text) as Notebook;
  const starts = text.split("\n").flatMap((line, at) => (line === '   "source": [' ? [at + 2] : []));
  const blocks = cells.map((cell, at) => ({
    cell,
    code: cell.source.join(""),
    line: starts[at] ?? 1,
    run: true,
  }));
  return { path, blocks: blocks.filter(({ cell }) => isCode(cell)).map(({ cell, ...block }) => block) };
}
