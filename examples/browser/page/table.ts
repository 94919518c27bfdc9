import { element } from "./element.ts";

/** A table with a caption; the first column heads its rows. */
export interface TableContents {
  readonly caption: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns from the left that hold words; the others hold numbers. Default 1. */
  readonly words?: number;
  /** Whether the last column holds sentences, which may wrap. */
  readonly sentences?: boolean;
}

let tables = 0;

/** A table that scrolls on its own where it is wider than the page, by keyboard too. */
export function tableOf({ caption, head, rows, words = 1, sentences = false }: TableContents): HTMLElement {
  tables += 1;
  const id = `table-${tables}`;
  const last = sentences ? Math.max(...rows.map(({ length }) => length)) - 1 : -1;
  const kind = (at: number): { class: string } => {
    if (at === last) return { class: "sentence" };
    return { class: at < words ? "word" : "number" };
  };
  const headCells = head.map((name, at) => element("th", { scope: "col", ...kind(at) }, name));
  const bodyRows = rows.map((cells) =>
    element(
      "tr",
      {},
      ...cells.map((cell, at) =>
        at === 0 ? element("th", { scope: "row", ...kind(at) }, cell) : element("td", kind(at), cell),
      ),
    ),
  );
  const table = element(
    "table",
    head.length === 0 ? { class: "facts" } : {},
    element("caption", { id }, caption),
    ...(head.length === 0 ? [] : [element("thead", {}, element("tr", {}, ...headCells))]),
    element("tbody", {}, ...bodyRows),
  );
  return element("div", { class: "scroll", role: "region", tabindex: "0", "aria-labelledby": id }, table);
}
