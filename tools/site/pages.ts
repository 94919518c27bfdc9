import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join, posix } from "node:path";
import { headingOf, linksOf } from "../../test/support/markdown.ts";
import { readText, root } from "../../test/support/project.ts";

/** A page of the site that is written by hand, or shows what a page links to. */
export interface SitePage {
  /** Of the file or folder that it shows, from the root of the repository. */
  readonly path: string;
  readonly title: string;
  /** The heading of docs/README.md under which it stands. */
  readonly group: string;
  readonly markdown: string;
}

const INDEX = "docs/README.md";
const FIRST_GROUP = "Start here";
/** Where pages stand that are linked from others, and not listed in the index. */
const OTHER_GROUP = "The project";
const PICTURES = new Set([".svg", ".png", ".jpg", ".jpeg", ".gif", ".webp"]);

/** Groups of pages, in the order of the index. */
export function groupsOf(pages: readonly SitePage[]): string[] {
  return [...new Set(pages.map(({ group }) => group))];
}

/** The pages in the order and groups of the index, and then whatever they and the README link to. */
export function sitePages(index: string = readText(INDEX)): SitePage[] {
  const listed = [
    { path: INDEX, title: "All pages", group: FIRST_GROUP, markdown: index },
    ...listedPages(index),
  ];
  const seen = new Set(["README.md", ...listed.map(({ path }) => path)]);
  const readme = { path: "README.md", markdown: readText("README.md") };
  const pages = [...listed];
  let unread: readonly Pick<SitePage, "path" | "markdown">[] = [readme, ...listed];
  while (unread.length > 0) {
    const found = new Set(unread.flatMap(({ path, markdown }) => targetsOf(path, markdown)));
    const linked = [...found].filter((target) => !seen.has(target)).map(linkedPage);
    for (const target of found) seen.add(target);
    unread = linked.filter((page) => page !== null);
    pages.push(...(unread as readonly SitePage[]));
  }
  const order = [...groupsOf(listed), OTHER_GROUP];
  const rank = ({ group }: SitePage): number => (order.includes(group) ? order.indexOf(group) : order.length);
  return pages.sort((a, b) => rank(a) - rank(b));
}

function listedPages(index: string): SitePage[] {
  const pages = new Map<string, SitePage>();
  let group = FIRST_GROUP;
  for (const line of index.split("\n")) {
    group = /^## (.+)$/.exec(line)?.[1] ?? group;
    for (const [, title = "", link = ""] of line.matchAll(/\[([^\]]+)\]\(([^)\s]+)\)/g)) {
      const path = targetOf(INDEX, link);
      if (!path?.startsWith("docs/") || !path.endsWith(".md") || path === INDEX || pages.has(path)) continue;
      pages.set(path, { path, title, group, markdown: readText(path) });
    }
  }
  return [...pages.values()];
}

/** Files and folders of the repository that a page links to. */
function targetsOf(path: string, markdown: string): string[] {
  return linksOf(markdown)
    .map(({ target }) => targetOf(path, target))
    .filter((target) => target !== null);
}

/** Where a link of a page leads within the repository, without its anchor; `null` for any other place. */
function targetOf(path: string, link: string): string | null {
  const file = decodeURIComponent(link.split("#")[0] ?? "");
  if (file === "" || /^[a-z][a-z+.-]*:/i.test(file)) return null;
  const target = posix.join(posix.dirname(path), file).replace(/\/$/, "");
  return target.startsWith("..") || !existsSync(join(root, target)) ? null : target;
}

/** What a link leads to: a page, the list of a folder, a text with its colours. Pictures are files of the site. */
function linkedPage(path: string): SitePage | null {
  if (statSync(join(root, path)).isDirectory()) return folderPage(path);
  const ending = extname(path);
  if (ending === ".md") {
    const markdown = readText(path);
    const group = path.includes("/") ? posix.dirname(path) : OTHER_GROUP;
    return { path, title: headingOf(markdown) ?? path, group, markdown };
  }
  if (PICTURES.has(ending)) return null;
  const fence = `\`\`\`\`\`${ending === ".ts" ? "ts" : "text"}`;
  const markdown = `# ${path}\n\n${fence}\n${readText(path)}\n\`\`\`\`\`\n`;
  return { path, title: path, group: OTHER_GROUP, markdown };
}

function folderPage(path: string): SitePage {
  const entries = readdirSync(join(root, path), { withFileTypes: true }).filter(
    ({ name }) => name !== "node_modules" && !name.startsWith("."),
  );
  const lines = entries.map((entry) =>
    entry.name.endsWith(".md") ? `- [${entry.name}](${entry.name})` : `- \`${entry.name}\``,
  );
  const markdown = `# ${path}\n\n${lines.sort().join("\n")}\n`;
  return { path: `${path}/index.md`, title: path, group: path, markdown };
}
