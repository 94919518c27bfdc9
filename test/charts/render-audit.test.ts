import { describe, expect, it } from "vitest";
import type { Chart } from "../../src/charts/chart.ts";
import { renderAudit } from "../../src/charts/render-audit.ts";
import { type Palette, paletteOf } from "../../src/charts/theme.ts";
import {
  auditCustomerBase,
  type CustomerBaseAudit,
  DataError,
  de,
  describeAudit,
  en,
  simulateTransactions,
  transactionLog,
} from "../../src/index.ts";
import { svgOf } from "../support/render-chart.ts";
import { allOf, type Element, readHtml } from "./render-audit-reader.ts";

const log = transactionLog(
  simulateTransactions({
    customers: 300,
    from: "2022-01-01",
    joinUntil: "2025-12-31",
    until: "2025-12-31",
    seed: 7,
  }),
);
const audit = auditCustomerBase(log, { asOf: "2025-12-31", cohortPeriod: "quarter", marginRate: 0.4 });
const empty = auditCustomerBase(transactionLog([]), { asOf: "2025-12-31" });
const young = auditCustomerBase(transactionLog([{ customerId: "Ada", date: "2025-12-01", amount: 5 }]), {
  period: "year",
  asOf: "2025-12-31",
});

/** Reads a report and holds it to what every report must be. */
function readReport(html: string): Element {
  const page = readHtml(html);
  const name = (element: Element, attribute: string): string => element.attributes.get(attribute) ?? "";
  expect(allOf(page, "h1")).toHaveLength(1);
  const levels = allOf(page)
    .filter((element) => /^h[1-6]$/.test(element.name))
    .map((heading) => Number(heading.name.slice(1)));
  for (const [at, level] of levels.entries()) expect(level - (levels[at - 1] ?? 0)).toBeLessThanOrEqual(1);
  const ids = allOf(page).flatMap(({ attributes }) => attributes.get("id") ?? []);
  expect(new Set(ids).size).toBe(ids.length);
  for (const element of allOf(page)) {
    for (const id of name(element, "aria-labelledby").split(" ").filter(Boolean)) expect(ids).toContain(id);
    for (const [, id] of [...element.attributes.values()].join(" ").matchAll(/url\(#([^)]+)\)/g)) {
      expect(ids).toContain(id);
    }
    expect([...element.attributes.keys()].filter((attribute) => attribute.startsWith("on"))).toEqual([]);
    for (const attribute of ["src", "href", "xlink:href"])
      expect(element.attributes.has(attribute)).toBe(false);
  }
  expect(allOf(page).filter((element) => ["script", "link", "img", "iframe"].includes(element.name))).toEqual(
    [],
  );
  for (const table of allOf(page, "table")) {
    expect(table.children[0]?.name).toBe("caption");
    expect(table.children[0]?.text).not.toBe("");
    for (const heading of allOf(table, "th")) expect(["col", "row"]).toContain(name(heading, "scope"));
    const rows = allOf(table, "tr");
    expect(rows.length).toBeGreaterThan(1);
    for (const row of rows) expect(row.children).toHaveLength(rows[0]?.children.length ?? 0);
  }
  const body = allOf(page, "body")[0]?.text ?? "";
  expect(body).not.toMatch(/undefined|NaN|null|\{\w+\}|\[object/);
  return page;
}

function texts(root: Element, name: string): string[] {
  return allOf(root, name).map(({ text }) => text);
}

/** A table by its caption, as lines of cells. */
function tableOf(page: Element, caption: RegExp): string[][] {
  const table = allOf(page, "table").find(({ children }) => caption.test(children[0]?.text ?? ""));
  if (table === undefined) throw new Error(`no table ${caption}`);
  return allOf(table, "tr").map((row) => row.children.map(({ text }) => text));
}

const views = [
  "How customers differ",
  "What changed",
  "How a cohort develops",
  "How cohorts compare",
  "The whole base",
];

describe("a report of an audit", () => {
  it.each([en, de])(
    "in $language holds every finding under its heading, with charts and their figures",
    async (locale) => {
      const html = await renderAudit(audit, { locale, currency: "€", toSvg: svgOf });
      const page = readReport(html);
      expect(allOf(page, "html")[0]?.attributes.get("lang")).toBe(locale.language);
      expect(texts(page, "h2")).toEqual(Object.values(locale.audit.views));
      const { findings } = describeAudit(audit, { locale, currency: "€" });
      for (const [at, section] of allOf(page, "section").entries()) {
        const own = findings.filter(({ view }) => view === (at < 5 ? at + 1 : "check"));
        expect(texts(section, "li")).toEqual(own.map(({ text }) => text));
      }
      const figures = allOf(page, "section").map((section) => allOf(section, "figure").length);
      expect(figures).toEqual([2, 1, 2, 2, 1, 0]);
      for (const figure of allOf(page, "figure")) {
        expect(allOf(figure, "svg")).toHaveLength(2);
        expect(allOf(figure, "details")).toHaveLength(1);
        expect(allOf(figure, "table")).toHaveLength(1);
        for (const svg of allOf(figure, "svg")) {
          expect(svg.attributes.get("role")).toBe("img");
          expect(svg.children.slice(0, 2).map(({ name }) => name)).toEqual(["title", "desc"]);
          expect(svg.children[0]?.text).toBe(texts(figure, "caption")[0]);
          expect(svg.children[1]?.text.length).toBeGreaterThan(5);
        }
      }
    },
  );

  it("has the figures of the audit in its tables", async () => {
    const page = readReport(await renderAudit(audit, { currency: "£" }));
    const { differences, change, cohort, whole } = audit as Required<CustomerBaseAudit>;
    const [head, ...tenths] = tableOf(page, /best tenth/);
    expect(head?.slice(0, 3)).toEqual(["tenth of customers", "customers", "revenue (£)"]);
    expect(tenths.map(([, customers]) => Number(customers))).toEqual(
      differences?.deciles.map(({ customers }) => customers),
    );
    for (const [at, row] of tenths.entries()) {
      expect(digits(row[2])).toBe(Math.round(differences?.deciles[at]?.value ?? -1));
    }
    const steps = tableOf(page, /^Revenue bridge/);
    expect(steps[1]?.slice(0, 2)).toEqual(["2024", String(change?.bridge.customersBefore)]);
    expect(digits(steps.at(-1)?.[3])).toBe(Math.round(change?.bridge.revenueNow ?? -1));
    const ages = tableOf(page, /^Cohort /).slice(1);
    expect(ages.map((row) => digits(row[2]))).toEqual(cohort?.ages.map(({ active }) => active));
    const years = tableOf(page, /^Revenue by cohort/).slice(1);
    const sum = years.flatMap((row) => row.slice(1)).reduce((total, cell) => total + (digits(cell) || 0), 0);
    const revenue = whole.revenue.flat().reduce((total, amount) => total + amount, 0);
    expect(Math.abs(sum - revenue)).toBeLessThan(years.flat().length / 2);
    const compared = tableOf(page, /^Share that bought/);
    const [period = ""] = compared[0]?.slice(1) ?? [];
    const shown = audit.cohorts?.cohorts.find((each) => each.cohort.period === period);
    expect(compared[2]?.[1]).toBe(`${(100 * (shown?.ages[1]?.activeShare ?? -1)).toFixed(1)}%`);
  });

  it("has open tables and no pictures if nothing draws", async () => {
    const page = readReport(await renderAudit(audit));
    expect(allOf(page, "table")).toHaveLength(8);
    for (const name of ["svg", "figure", "details"]) expect(allOf(page, name)).toEqual([]);
    expect(texts(page, "h1")).toEqual(["Customer base audit 2025"]);
    expect(texts(page, "h2").slice(0, 5)).toEqual(Object.values(en.audit.views).slice(0, 5));
    expect(texts(page, "h2")[0]).toBe(views[0]);
  });

  it("says where views could not be made", async () => {
    for (const locale of [en, de]) {
      const page = readReport(await renderAudit(empty, { locale, toSvg: svgOf }));
      expect(allOf(page, "svg")).toEqual([]);
      expect(
        allOf(page, "section")
          .slice(0, 5)
          .map((section) => allOf(section, "p").length),
      ).toEqual([1, 1, 1, 1, 1]);
      expect(texts(page, "li").length).toBeGreaterThan(0);
    }
    const page = readReport(await renderAudit(young, { toSvg: svgOf }));
    expect(
      allOf(page, "section")
        .slice(0, 5)
        .map((section) => allOf(section, "figure").length),
    ).toEqual([2, 0, 2, 0, 1]);
    expect(texts(allOf(page, "section")[1] as Element, "p")[0]).toMatch(/the end of the report says why/);
  });

  it("is the same from an audit that went through JSON, and each time", async () => {
    const html = await renderAudit(audit);
    expect(await renderAudit(JSON.parse(JSON.stringify(audit)))).toBe(html);
  });
});

describe("what comes from outside", () => {
  const evil = [
    "<img src=x onerror=alert(1)>",
    "__proto__",
    `"><script>alert("1")</script>`,
    "& Söhne &amp; <!-- ",
    "]]></style>",
    "a\u202eb\u0000c",
  ];
  const rows = evil.flatMap((customerId, at) => [
    { customerId, date: "2024-03-01", amount: 100 },
    { customerId, date: "2025-03-01", amount: 100 + (at % 2 === 0 ? 50 : -50) * (at + 1) },
  ]);
  const named = auditCustomerBase(transactionLog(rows), { period: "year", asOf: "2025-12-31" });

  it.each([en, de])("is escaped ($language)", async (locale) => {
    const title = `</title><script>1</script> & "Co"`;
    const html = await renderAudit(named, { locale, title, currency: "<b>", toSvg: svgOf });
    const page = readReport(html);
    expect(texts(page, "h1")).toEqual([title]);
    expect(texts(page, "title")[0]).toBe(title);
    const said = texts(page, "li").join("\n");
    for (const id of evil.slice(0, 5)) expect(said).toContain(id);
    expect(said).toContain("a\ufffdb\ufffdc");
    expect(html).not.toMatch(/<(?:script|img|b>|!--)/);
  });

  it("keeps ids of pictures apart, and texts in them as they are", async () => {
    const svg = `<svg xmlns="http://www.w3.org/2000/svg" role="graphics-document" aria-label='id="clip0"' viewBox="0 0 1 1"><defs><clipPath id="clip0"></clipPath><g id="g"/></defs><g clip-path="url(#clip0)" style='fill:url(#clip0)'><use href="#g"/><a href="#other"></a><text aria-labelledby="g">id="clip0" url(#clip0)</text></g></svg>`;
    const html = await renderAudit(young, { toSvg: () => svg, theme: "light" });
    const ids = allOf(readHtml(html)).flatMap(({ attributes }) => attributes.get("id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => id.endsWith("clip0"))).toHaveLength(allOf(readHtml(html), "figure").length);
    const [first] = allOf(readHtml(html), "svg");
    const own = "view-1-1-light-";
    expect(first?.attributes.get("aria-labelledby")).toBe(`${own}title ${own}desc`);
    expect(first?.attributes.get("aria-label")).toBeUndefined();
    const [g, use, a, text] = ["g", "use", "a", "text"].map((name) => allOf(first as Element, name).at(-1));
    expect(g?.attributes.get("clip-path")).toBe(`url(#${own}clip0)`);
    expect(g?.attributes.get("style")).toBe(`fill:url(#${own}clip0)`);
    expect(use?.attributes.get("href")).toBe(`#${own}g`);
    expect(a?.attributes.get("href")).toBe("#other");
    expect(text?.attributes.get("aria-labelledby")).toBe(`${own}g`);
    expect(text?.text).toBe('id="clip0" url(#clip0)');
  });

  it.each([
    ["text", "a picture"],
    ["a declaration", '<?xml version="1.0"?><svg/>'],
    ["another element", "<svgx></svgx>"],
    ["nothing", undefined],
    ["a number", 1],
  ])("is refused where it should be SVG and is %s", async (_what, drawn) => {
    const call = renderAudit(audit, { toSvg: () => Promise.resolve(drawn as string) });
    await expect(call).rejects.toThrow(DataError);
    await expect(call).rejects.toThrow("toSvg");
  });

  it("passes on what the drawing itself throws", async () => {
    const fail = (): string => {
      throw new RangeError("no canvas");
    };
    await expect(renderAudit(audit, { toSvg: fail })).rejects.toThrow(new RangeError("no canvas"));
  });

  it("takes an empty picture that closes itself", async () => {
    const page = readReport(await renderAudit(audit, { toSvg: () => "\n<svg width='1'/>\n" }));
    for (const svg of allOf(page, "svg"))
      expect(svg.children.map(({ name }) => name)).toEqual(["title", "desc"]);
  });
});

describe("how a report looks", () => {
  const drawn = async (theme: "auto" | "light" | "dark"): Promise<string[]> => {
    const grounds: string[] = [];
    const toSvg = ({ config }: Chart): string => {
      grounds.push((config as { background: string }).background);
      return "<svg></svg>";
    };
    await renderAudit(young, { theme, toSvg });
    return [...new Set(grounds)];
  };
  const styleOf = async (theme: "auto" | "light" | "dark"): Promise<string> => {
    return texts(readHtml(await renderAudit(young, { theme })), "style")[0] ?? "";
  };

  it("follows the reader's screen, or the theme", async () => {
    const [light, dark] = [paletteOf("light").ground, paletteOf("dark").ground];
    expect(await drawn("auto")).toEqual([light, dark]);
    expect(await drawn("dark")).toEqual([light, dark]);
    expect(await drawn("light")).toEqual([light]);
    expect(await styleOf("auto")).toContain("@media screen and (prefers-color-scheme: dark)");
    expect(await styleOf("dark")).toContain("@media screen {");
    expect(await styleOf("light")).not.toContain(dark);
  });

  it("has pages of A4 and nothing from elsewhere", async () => {
    const html = await renderAudit(audit, { toSvg: svgOf });
    expect(html).toContain("@page { size: A4;");
    expect(html).toContain("default-src 'none'; style-src 'unsafe-inline'");
    expect(html.replaceAll(/xmlns(?::xlink)?="http:[^"]*"/g, "")).not.toMatch(/https?:|@import|url\((?!#)/);
  });

  it.each(["light", "dark"] as const)("has texts that can be read on %s ground", (theme) => {
    const { ground, few, text, muted, categories } = paletteOf(theme);
    for (const ink of [text, muted, categories[0] ?? ""]) expect(contrast(ink, ground)).toBeGreaterThan(4.5);
    expect(contrast(text, few)).toBeGreaterThan(4.5);
  });
});

describe("wrong calls", () => {
  it.each([
    ["nothing", undefined, {}, "audit"],
    ["text", "audit", {}, "JSON"],
    ["a part of an audit", audit.whole, {}, "auditCustomerBase"],
    ["no options", audit, null, "no record"],
    ["a slip of the pen", audit, { curency: "€" }, "curency"],
    ["no locale", audit, { locale: "de" }, "locale"],
    ["no currency", audit, { currency: "" }, "currency"],
    ["another theme", audit, { theme: "sepia" }, "sepia"],
    ["no function", audit, { toSvg: "<svg/>" }, "toSvg"],
    ["no title", audit, { title: " " }, "title"],
  ])("are refused: %s", async (_what, first, options, message) => {
    const call = renderAudit(first as CustomerBaseAudit, options as object);
    await expect(call).rejects.toThrow(DataError);
    await expect(call).rejects.toThrow(message);
  });
});

describe("the reader of the tests", () => {
  it.each([
    "<p><b></p></b>",
    "<p>",
    "</p>",
    "<p>a < b</p>",
    "<p>a & b</p>",
    '<p a="1" a="2"></p>',
    "<p a=1></p>",
  ])("refuses %s", (html) => {
    expect(() => readHtml(html)).toThrow();
  });
});

/** The whole number that a cell writes. */
function digits(cell = ""): number {
  return Number(cell.replaceAll(",", "").replace("−", "-"));
}

/** Contrast of two colours by WCAG 2. */
function contrast(...colours: readonly [Palette["text"], Palette["ground"]]): number {
  const [bright = 0, dim = 0] = colours
    .map((colour) => {
      const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
        const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
        return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * r + 0.7152 * g + 0.0722 * b;
    })
    .sort((a, b) => b - a);
  return (bright + 0.05) / (dim + 0.05);
}
