import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, posix, relative } from "node:path";
import { root } from "../../test/support/project.ts";

/** What stands in a built site, and what is wrong with it. */
export interface SiteCheck {
  readonly pages: number;
  readonly links: number;
  readonly formulas: number;
  /** Sentences that name the page. */
  readonly faults: readonly string[];
}

/** What a page says: its anchors, and the addresses of what it links to and loads. */
interface PageFacts {
  readonly anchors: ReadonlySet<string>;
  readonly links: readonly string[];
  readonly loads: readonly string[];
}

/** Reads every page of a built site: links lead somewhere, nothing is loaded from elsewhere, no formula is broken. */
export function checkSite(folder: string): SiteCheck {
  const files = new Set(
    readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/")),
  );
  const texts = new Map(
    [...files]
      .filter((path) => /\.(html|svg)$/.test(path))
      .map((path) => [path, readFileSync(join(folder, path), "utf8")]),
  );
  const facts = new Map([...texts].map(([path, text]) => [path, factsOf(text)]));
  const pages = [...facts].filter(([path]) => path.endsWith(".html"));
  const faults: string[] = [];
  for (const [path, { links, loads }] of pages) {
    for (const target of [...links, ...loads]) {
      if (!leadsSomewhere(path, target, files, facts)) faults.push(`${path}: dead link ${target}`);
    }
    for (const target of loads) if (isRemote(target)) faults.push(`${path}: loads ${target} from elsewhere`);
    faults.push(...noiseOf(texts.get(path) ?? "").map((noise) => `${path}: ${noise}`));
  }
  return {
    pages: pages.length,
    links: pages.reduce((sum, [, { links }]) => sum + links.length, 0),
    formulas: [...texts.values()].reduce((sum, html) => sum + html.split("<math ").length - 1, 0),
    faults,
  };
}

/** The elements of a page that matter here. Pages are written by typedoc, so attributes are quoted and code is escaped. */
function factsOf(html: string): PageFacts {
  const links: string[] = [];
  const loads: string[] = [];
  const anchors = new Set<string>();
  for (const [tag, name] of html.matchAll(/<([a-z][a-z0-9]*)(?:\s+[a-z-]+(?:="[^"]*")?)*\s*\/?>/gi)) {
    const id = attribute(tag, "id");
    if (id !== null) anchors.add(id);
    const href = attribute(tag, "href");
    if (href !== null) (name === "link" ? loads : links).push(href);
    const src = attribute(tag, "src");
    if (src !== null) loads.push(src);
  }
  return { anchors, links, loads };
}

function attribute(tag: string, name: string): string | null {
  const value = new RegExp(`\\s${name}="([^"]*)"`, "i").exec(tag)?.[1];
  return value === undefined ? null : value.replaceAll("&amp;", "&");
}

function isRemote(target: string): boolean {
  return /^([a-z][a-z+.-]*:)?\/\//i.test(target);
}

function leadsSomewhere(
  path: string,
  target: string,
  files: ReadonlySet<string>,
  facts: ReadonlyMap<string, PageFacts>,
): boolean {
  if (isRemote(target) || /^(mailto|data):/i.test(target)) return true;
  const [file = "", anchor = ""] = decodeURIComponent(target).split("#");
  const full =
    file === "" ? path : posix.normalize(posix.join(dirname(path), file)).replace(/^\.\/$/, "index.html");
  const found = full.endsWith("/") ? `${full}index.html` : full;
  if (!files.has(found)) return false;
  return anchor === "" || (facts.get(found)?.anchors.has(anchor) ?? false);
}

/** Traces of the machine that built the page, and formulas that could not be read. */
function noiseOf(html: string): string[] {
  const found: string[] = [];
  if (html.includes(root)) found.push(`names the folder ${root}`);
  if (/registry\.[a-z]|localhost:\d/.test(html)) found.push("names a server of the machine that built it");
  if (/Generated using/i.test(html)) found.push("says by what it was generated");
  for (const [, formula] of html.matchAll(/class="katex-error"[^>]*title="([^"]*)"/g)) {
    found.push(`cannot read the formula: ${formula}`);
  }
  return found;
}
