import { checkOption } from "../rows/options.ts";
import type { Chart } from "./chart.ts";
import { escapeHtml } from "./report-html.ts";

/** Draws a chart as SVG, for example with `vega-lite` and `vega`. */
export type ToSvg = (chart: Chart) => string | Promise<string>;

/** Draws a chart, and refuses what is no SVG. */
export async function drawnSvg(toSvg: ToSvg, chart: Chart): Promise<string> {
  const svg: unknown = await toSvg(chart);
  const isSvg = typeof svg === "string" && /^<svg[\s/>]/.test(svg.trimStart());
  checkOption("toSvg", svg, isSvg ? null : "It must return SVG that begins with <svg, or a promise of it.");
  return (svg as string).trim();
}

/**
 * SVG that can stand in a page beside others: one picture with its name and description for those who cannot see it, and with ids of its own.
 *
 * @param prefix - Stands before every id, such as `"c1-"`.
 */
export function inlineSvg(svg: string, { title, description }: Chart, prefix: string): string {
  const own = withOwnIds(svg, prefix);
  const tag = own.match(TAG)?.[0] ?? "";
  const rest = own.slice(tag.length);
  const opened = tag
    .replace(ATTRIBUTE, (all, name: string) => (/^(?:role|aria-.*)$/.test(name) ? "" : all))
    .replace(/^<svg/, `<svg role="img" aria-labelledby="${prefix}title ${prefix}desc"`);
  const words = [
    `<title id="${prefix}title">${escapeHtml(title.text)}</title>`,
    `<desc id="${prefix}desc">${escapeHtml(description)}</desc>`,
  ].join("");
  // An empty picture may close itself.
  return opened.endsWith("/>") ? `${opened.slice(0, -2)}>${words}</svg>` : opened + words + rest;
}

const TAG = /<[A-Za-z][^\s/>]*(?:\s+[^\s=<>"'/]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*\/?>/;
const TAGS = new RegExp(TAG, "g");
/** Takes the attributes of a tag one after the other, so that nothing inside of a value is taken for one. */
const ATTRIBUTE = /([^\s=<>"'/]+)\s*=\s*("[^"]*"|'[^']*')/g;

function withOwnIds(svg: string, prefix: string): string {
  const ids = new Set<string>();
  for (const [tag] of svg.matchAll(TAGS)) {
    for (const [, name, value = ""] of tag.matchAll(ATTRIBUTE))
      if (name === "id") ids.add(value.slice(1, -1));
  }
  const renamed = (id: string): string => (ids.has(id) ? prefix + id : id);
  const attribute = (all: string, name: string, value: string): string => {
    const text = value.slice(1, -1);
    const changed = renamedIn(name, text, renamed);
    return changed === text ? all : `${name}=${value[0]}${changed}${value[0]}`;
  };
  return svg.replace(TAGS, (tag) => tag.replace(ATTRIBUTE, attribute));
}

/** The value of an attribute in which ids are renamed. */
function renamedIn(name: string, value: string, renamed: (id: string) => string): string {
  if (name === "id") return renamed(value);
  if (name === "href" || name === "xlink:href")
    return value.replace(/^#(.+)$/, (_, id: string) => `#${renamed(id)}`);
  if (name === "aria-labelledby" || name === "aria-describedby") return value.replace(/\S+/g, renamed);
  if (name.startsWith("aria-")) return value;
  return value.replace(/url\((["']?|&quot;)#([^"'&)]+)\1\)/g, (_, quote: string, id: string) => {
    return `url(${quote}#${renamed(id)}${quote})`;
  });
}
