import type { Chart, ChartPart, ChartRow, ChartValue } from "./chart.ts";
import { figureFormat, figureText, partOf } from "./display-number.ts";
import type { FigureTable } from "./report-table.ts";

/** A column of figures: as the chart names and writes them where it is pointed at. */
interface Column {
  readonly field: string;
  readonly heading: string;
  readonly format: string;
}

/** The rows behind some plots, and what the plots say of them. */
interface Figures {
  readonly rows: readonly ChartRow[];
  /** By field. */
  readonly told: Map<string, Column>;
  readonly drawn: Map<string, Column>;
}

const CHILDREN = ["layer", "concat", "hconcat", "vconcat"];
const AXES = ["x", "y", "theta", "color", "text"];

/** The figures inside a chart as tables, one for each set of rows; columns are those of the tooltips, or else of the axes. */
export function chartFigures(chart: Chart): readonly FigureTable[] {
  const found = new Map<ChartValue, Figures>();
  collect(chart, null, [], found);
  const sets = [...found.values()].filter(({ rows }) => rows.length > 0);
  const told = sets.filter((set) => set.told.size > 0);
  const format = figureFormat(chart);
  const tables = (told.length > 0 ? told : sets).map(({ rows, ...columns }) => {
    const shown = [...(columns.told.size > 0 ? columns.told : columns.drawn).values()];
    const known = shown.filter(({ field }) => rows.some((row) => Object.hasOwn(row, field)));
    const texts = rows.map((row) =>
      known.map((column) => figureText(row[column.field], column.format, format)),
    );
    return { caption: chart.title.text, headings: known.map(({ heading }) => heading), rows: texts };
  });
  return tables.filter(({ headings }) => headings.length > 0);
}

/** Goes through a part and its parts; rows and encodings are those of the parts above unless it has its own. */
function collect(
  part: ChartPart,
  inherited: Figures | null,
  above: readonly ChartPart[],
  found: Map<ChartValue, Figures>,
): void {
  const figures = ownFigures(part, found) ?? inherited;
  const encodings = [...above, partOf(part["encoding"])];
  if (part["mark"] !== undefined && figures !== null)
    for (const encoding of encodings) note(encoding, figures);
  for (const name of CHILDREN) {
    const children = part[name];
    if (Array.isArray(children))
      for (const child of children) collect(partOf(child), figures, encodings, found);
  }
  if (part["spec"] !== undefined) collect(partOf(part["spec"]), figures, encodings, found);
}

function ownFigures({ data }: ChartPart, found: Map<ChartValue, Figures>): Figures | null {
  const { values } = partOf(data);
  if (!Array.isArray(values)) return null;
  // Rows that several plots share are one table, also after a way through JSON.
  const key = JSON.stringify(values);
  const rows = values.map((value) => partOf(value) as ChartRow);
  const figures = found.get(key) ?? {
    rows,
    told: new Map<string, Column>(),
    drawn: new Map<string, Column>(),
  };
  found.set(key, figures);
  return figures;
}

function note(encoding: ChartPart, { told, drawn }: Figures): void {
  const { tooltip } = encoding;
  for (const tip of Array.isArray(tooltip) ? tooltip : [tooltip]) add(partOf(tip), told);
  for (const axis of AXES) add(partOf(encoding[axis]), drawn);
}

/** The first plot that names a field names the column. */
function add({ field, title, format }: ChartPart, columns: Map<string, Column>): void {
  if (typeof field !== "string" || columns.has(field)) return;
  const heading = typeof title === "string" && title !== "" ? title : field;
  columns.set(field, { field, heading, format: typeof format === "string" ? format : "" });
}
