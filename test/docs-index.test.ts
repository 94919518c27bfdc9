import { describe, expect, it } from "vitest";
import { anchorsOf, deadLinks, linksOf } from "./support/markdown.ts";
import { filesBelow, readText } from "./support/project.ts";

const pages = filesBelow("docs", ".md").filter((path) => !path.startsWith("docs/api/"));

describe("the pages", () => {
  it("all stand in the index", () => {
    const listed = linksOf(readText("docs/README.md")).map(({ target }) => `docs/${target.split("#")[0]}`);
    expect(pages.filter((path) => path !== "docs/README.md" && !listed.includes(path))).toEqual([]);
  });

  it.each(["README.md", "CONTRIBUTING.md", ...pages])("have no dead links: %s", (path) => {
    expect(deadLinks(path, readText(path))).toEqual([]);
  });
});

describe("links of a page", () => {
  it("are those in prose, with their lines", () => {
    const page = '# A\n[a](a.md) and [b](b.md#c "title")\n```ts\n[c](c.md)\n```\n`[d](d.md)`\n\n[e]: e.md\n';
    expect(linksOf(page)).toEqual([
      { target: "a.md", line: 2 },
      { target: "b.md#c", line: 2 },
      { target: "e.md", line: 8 },
    ]);
  });

  it("may be pictures, and pictures within links", () => {
    expect(linksOf("![x](x.svg) [![y](y.svg)](y.md)").map(({ target }) => target)).toEqual([
      "x.svg",
      "y.svg",
      "y.md",
    ]);
  });
});

describe("anchors of a page", () => {
  it("are made of the headings as GitHub does", () => {
    const page = [
      "# What is it, and what's `not`?",
      "## Base economics: new (Neukunden)",
      "### Größe & Wert",
      "## Same",
      "## Same",
      "```sh",
      "# no heading",
      "```",
      "## See [there](x.md)",
    ].join("\n");
    expect([...anchorsOf(page)]).toEqual([
      "what-is-it-and-whats-not",
      "base-economics-new-neukunden",
      "größe--wert",
      "same",
      "same-1",
      "see-there",
    ]);
  });
});

describe("dead links", () => {
  const files: Readonly<Record<string, string>> = { "docs/b.md": "# Here", LICENSE: "" };
  const dead = (target: string): string[] =>
    deadLinks("docs/a.md", `# Top\n[x](${target})`, (path) => files[path] ?? null);

  it.each(["b.md", "b.md#here", "./b.md", "#top", "../LICENSE", "https://example.org/none", "mailto:a@b.c"])(
    "%s is none",
    (target) => {
      expect(dead(target)).toEqual([]);
    },
  );

  it.each(["c.md", "b.md#there", "#here", "docs/b.md", "../b.md"])("%s is one", (target) => {
    expect(dead(target)).toEqual([`docs/a.md:2 ${target}`]);
  });

  it("are found on disk, too", () => {
    expect(
      deadLinks("docs/x.md", "[a](architecture.md) [b](images) [c](gone.md) [d](../../outside.md)"),
    ).toEqual(["docs/x.md:1 gone.md", "docs/x.md:1 ../../outside.md"]);
  });
});
