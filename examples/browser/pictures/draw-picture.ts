import type { Chart, ChartPart } from "clientele/charts";
import { parse, type Spec, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import type { Picture, PictureStyle } from "../messages.ts";
import { measureTexts } from "./measure-text.ts";
import type { PictureName } from "./picture-names.ts";

/** Draws a chart as SVG without making code from strings: expressions are parsed to trees and interpreted. */
export async function drawPicture(name: PictureName, chart: Chart, style: PictureStyle): Promise<Picture> {
  measureTexts();
  const { title, description } = chart;
  const { spec } = compile(fitted(chart, style.room) as unknown as TopLevelSpec);
  const runtime = parse(spec as Spec, undefined, { ast: true });
  const view = new View(runtime, { renderer: "none", expr: expressionInterpreter });
  const svg = await view.toSVG();
  view.finalize();
  return { name, style, svg, title: title.text, subtitle: title.subtitle ?? "", description };
}

const NARROW = 520;

/** The headline goes to the page, where it can wrap; legends stand below where the page is narrow. */
function fitted({ title: _title, ...chart }: Chart, room: number): ChartPart {
  const config = chart["config"] as ChartPart;
  const below = room < NARROW ? { orient: "bottom", columns: 1 } : {};
  return { ...chart, config: { ...config, legend: { ...(config["legend"] as ChartPart), ...below } } };
}
