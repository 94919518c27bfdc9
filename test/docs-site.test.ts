import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { buildSite } from "../tools/site/build-site.ts";
import { checkSite, type SiteCheck } from "../tools/site/check-site.ts";
import { groupsOf, sitePages } from "../tools/site/pages.ts";
import { roomIntroduction, siteRooms } from "../tools/site/rooms.ts";
import { browserPath, unlessSkipped } from "./examples/browser-driver.ts";
import { publicRooms, root } from "./support/project.ts";

describe("pages of the site", () => {
  const pages = sitePages();

  it("stand there once each, under a title", () => {
    expect(new Set(pages.map(({ path }) => path)).size).toBe(pages.length);
    expect(pages.filter(({ title }) => title === "")).toEqual([]);
  });

  it("stand in the order and groups of the index, and after them whatever is linked", () => {
    const few = sitePages("- [One](rfm.md)\n\n## Who?\n| a | [Two](pareto.md), [again](rfm.md#x) |\n");
    expect(few.slice(0, 3).map(({ path, title, group }) => [path, title, group])).toEqual([
      ["docs/README.md", "All pages", "Start here"],
      ["docs/rfm.md", "One", "Start here"],
      ["docs/pareto.md", "Two", "Who?"],
    ]);
    expect(groupsOf(few).slice(0, 3)).toEqual(["Start here", "Who?", "The project"]);
    expect(few.find(({ path }) => path === "CHANGELOG.md")?.group).toBe("The project");
  });
});

describe("rooms of the site", () => {
  it("are those of package.json, and say whether the root has them", () => {
    const rooms = siteRooms();
    expect(publicRooms.filter((name) => !rooms.some((room) => room.name === name))).toEqual([]);
    expect(rooms.find(({ name }) => name === "charts")?.inRoot).toBe(false);
    const [models] = siteRooms(["models"]);
    expect(models && roomIntroduction(models)).toMatch(/^Probability models.*\n\nEverything here can also/);
  });
});

describe("the check of a site", () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true });
  });

  function checked(files: Readonly<Record<string, string>>): SiteCheck {
    const folder = mkdtempSync(join(tmpdir(), "clientele-check-"));
    folders.push(folder);
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), text);
    }
    return checkSite(folder);
  }

  it("finds nothing where all is well", () => {
    const index = '<a href="a/b.html#x">b</a> <img src="x.svg"/> <a href="https://example.org">out</a>';
    const page =
      '<h2 id="x" class="c">X</h2> <a href="../index.html">up</a> <a href="#x">x</a> <math class="m">';
    const facts = checked({ "index.html": index, "a/b.html": page, "x.svg": "<svg></svg>" });
    expect(facts).toEqual({ pages: 2, links: 4, formulas: 1, faults: [] });
  });

  it.each([
    ["a page that is not there", '<a href="gone.html">x</a>', "dead link gone.html"],
    ["an anchor that is not there", '<a href="other.html#gone">x</a>', "dead link other.html#gone"],
    ["an anchor of its own page", '<a class="k" href="#gone">x</a>', "dead link #gone"],
    ["a picture that is not there", '<img alt="x" src="gone.svg">', "dead link gone.svg"],
    ["a script from elsewhere", '<script defer src="https://cdn.example/x.js"></script>', "from elsewhere"],
    ["a font from elsewhere", '<link rel="stylesheet" href="//fonts.example/x.css"/>', "from elsewhere"],
    ["a folder of the machine", `<p>${root}/docs</p>`, "names the folder"],
    ["a formula", '<span class="katex-error" title="ParseError: x">y</span>', "cannot read the formula"],
  ])("finds %s", (_what, html, words) => {
    const { faults } = checked({ "index.html": html, "other.html": "" });
    expect(faults).toHaveLength(1);
    expect(faults[0]).toContain(words);
  });
});

describe("a small site", () => {
  const folder = mkdtempSync(join(tmpdir(), "clientele-site-"));
  const path = "docs/example.md";
  const markdown = [
    "# Example of `code`",
    "Half is $\\frac{1}{2}$, and it costs 5. See [below](#what-is-dataerror) and `DataError`.\n",
    "```math\na^2 + b^2 = c^2\n```\n",
    "## What is `DataError`?",
  ].join("\n");

  beforeAll(async () => {
    const pages = [{ path, title: "Zebra guide", group: "Start here", markdown }];
    await buildSite(folder, siteRooms(["rows", "time"]), pages);
  }, 300_000);
  afterAll(() => rmSync(folder, { recursive: true }));

  it("has formulas, anchors as on GitHub, and links from names to the reference", () => {
    const { faults, formulas } = checkSite(folder);
    const own = faults.filter((fault) => fault.startsWith("guides/") || fault.startsWith("reference/"));
    expect(own).toEqual([]);
    expect(formulas).toBe(2);
  });

  it.skipIf(browserPath === null)(`searches without server or network${unlessSkipped}`, async () => {
    const executablePath = browserPath ?? "";
    const browser = await chromium.launch({ executablePath, args: ["--headless", "--no-sandbox"] });
    const page = await browser.newPage();
    const requests: string[] = [];
    page.on("request", (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(join(folder, "guides/example.html")).href);
    await page.click("#tsd-search-trigger");
    for (const [words, hasText] of [
      ["zebra", "Zebra guide"],
      ["dataerror", "DataError"],
    ] as const) {
      await page.fill("#tsd-search-input", words);
      await page.locator("#tsd-search-results li", { hasText }).first().waitFor();
    }
    expect(await page.locator("a.code-link").first().getAttribute("href")).toBe(
      "../reference/rows/DataError.html",
    );
    await browser.close();
    expect(requests.filter((url) => !url.startsWith("file:"))).toEqual([]);
  });
});
