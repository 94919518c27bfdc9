import { existsSync } from "node:fs";
import { dirname, join, posix } from "node:path";
import { readText, root } from "./project.ts";

/** A link of a Markdown page: to an address, a file, a heading, or several of them. */
export interface MarkdownLink {
  readonly target: string;
  /** Line of the page, from 1. */
  readonly line: number;
}

/** The page with fenced blocks and code spans blanked, every line where it was. */
function proseOf(markdown: string): string[] {
  let fence: string | null = null;
  return markdown.split("\n").map((line) => {
    const mark = /^\s*(`{3,}|~{3,})/.exec(line)?.[1];
    if (fence !== null) {
      if (mark?.startsWith(fence)) fence = null;
      return "";
    }
    if (mark !== undefined) {
      fence = mark;
      return "";
    }
    return line.replace(/`[^`]*`/g, "");
  });
}

/** Inline links and pictures, also one around the other, and the targets of reference definitions. */
export function linksOf(markdown: string): MarkdownLink[] {
  return proseOf(markdown).flatMap((text, at) => [
    ...[...text.matchAll(/\]\(\s*<?([^)\s>]+)>?[^)]*\)/g)].map(([, target = ""]) => ({
      target,
      line: at + 1,
    })),
    ...[...text.matchAll(/^\s*\[[^\]]+\]:\s+<?([^\s>]+)>?/g)].map(([, target = ""]) => ({
      target,
      line: at + 1,
    })),
  ]);
}

/** The anchors that GitHub gives the headings of a page: repeated ones are numbered. */
export function anchorsOf(markdown: string): ReadonlySet<string> {
  const prose = proseOf(markdown);
  const taken = new Map<string, number>();
  const anchors = new Set<string>();
  markdown.split("\n").forEach((line, at) => {
    const heading = /^#{1,6}\s+(.*?)\s*#*\s*$/.exec(line)?.[1];
    if (heading === undefined || prose[at] === "") return;
    const anchor = anchorOf(heading.replace(/!?\[([^\]]*)\]\([^)]*\)/g, "$1"));
    const before = taken.get(anchor) ?? 0;
    taken.set(anchor, before + 1);
    anchors.add(before === 0 ? anchor : `${anchor}-${before}`);
  });
  return anchors;
}

/** The anchor of a heading, before it is numbered. */
export function anchorOf(heading: string): string {
  return heading
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}\p{Pc} -]/gu, "")
    .replaceAll(" ", "-");
}

/** The text of a page's first heading, without marks of code; `null` if it has none. */
export function headingOf(markdown: string): string | null {
  return /^# +(.*?)\s*#*\s*$/m.exec(markdown)?.[1]?.replaceAll("`", "") ?? null;
}

/** The links of a page that lead nowhere, as `path:line target`. Addresses on the web are left alone. */
export function deadLinks(
  path: string,
  markdown: string,
  read: (path: string) => string | null = readIfThere,
): string[] {
  return linksOf(markdown)
    .filter(
      ({ target }) => !/^[a-z][a-z+.-]*:/i.test(target) && !leadsSomewhere(path, markdown, target, read),
    )
    .map(({ target, line }) => `${path}:${line} ${target}`);
}

function leadsSomewhere(
  path: string,
  markdown: string,
  target: string,
  read: (path: string) => string | null,
): boolean {
  const [file = "", anchor] = decodeURIComponent(target).split("#");
  const text = file === "" ? markdown : read(posix.normalize(posix.join(dirname(path), file)));
  if (text === null) return false;
  return anchor === undefined || anchorsOf(text).has(anchor);
}

/** The text of a file, `""` for a folder, `null` where nothing is. */
function readIfThere(path: string): string | null {
  if (path.startsWith("..") || !existsSync(join(root, path))) return null;
  return path.endsWith(".md") ? readText(path) : "";
}
