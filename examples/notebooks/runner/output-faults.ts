import { type Cell, isCode, type Notebook, type Output } from "./notebook.ts";

const VEGA_LITE = ["application/vnd.vegalite.v5+json", "application/vnd.vegalite.v6+json"];
const PICTURE = ["image/svg+xml", "text/html"];

/** What went wrong in an executed notebook: cells that did not run or failed, and charts that somebody could not see. */
export function outputFaults({ cells }: Notebook): readonly string[] {
  return cells.filter(isCode).flatMap((cell) => faultsOf(cell).map((fault) => `cell "${cell.id}" ${fault}`));
}

function faultsOf({ source, execution_count = null, outputs = [] }: Cell): string[] {
  if (execution_count === null) return ["was not run"];
  const failures = outputs.filter(({ output_type }) => output_type === "error");
  if (failures.length > 0) return failures.map(({ ename, evalue }) => `failed: ${ename}: ${evalue}`);
  const wanted = source.filter((line) => /^(show|display)\(/.test(line)).length;
  const charts = outputs.filter((output) => hasOneOf(output, VEGA_LITE));
  return [
    ...(charts.length === wanted ? [] : [`has ${charts.length} charts instead of ${wanted}`]),
    ...charts.flatMap((chart) => [
      ...VEGA_LITE.filter((type) => !hasOneOf(chart, [type])).map((type) => `has a chart without ${type}`),
      ...(hasOneOf(chart, PICTURE) ? [] : [`has a chart without ${PICTURE.join(" or ")}`]),
    ]),
  ];
}

function hasOneOf({ data = {} }: Output, types: readonly string[]): boolean {
  return types.some((type) => data[type] !== undefined);
}
