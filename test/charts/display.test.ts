import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import type { Chart } from "../../src/charts/chart.ts";
import { display } from "../../src/charts/display.ts";
import { chartFigures } from "../../src/charts/display-figures.ts";
import { auditChart, cohortRevenueChart, decileChart, revenueBridgeChart } from "../../src/charts/index.ts";
import { auditCustomerBase, DataError, de, simulateTransactions, transactionLog } from "../../src/index.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { svgOf } from "../support/render-chart.ts";
import { allOf, readHtml } from "./render-audit-reader.ts";

const log = transactionLog(
  simulateTransactions({
    customers: 300,
    from: "2022-01-01",
    joinUntil: "2025-12-31",
    until: "2025-12-31",
    seed: 7,
  }),
);
const audit = auditCustomerBase(log, { asOf: "2025-12-31" });
const { differences, change, whole } = audit;
if (differences === null || change === null) throw new Error("The simulated base has all views.");
const bridge = revenueBridgeChart(change.bridge);
const deciles = decileChart(differences, { locale: de });
const VEGA_LITE_5 = "application/vnd.vegalite.v5+json";
const VEGA_LITE_6 = "application/vnd.vegalite.v6+json";

describe("what a notebook gets", () => {
  it("is a bundle of plain data with the chart, its figures and its words", async () => {
    const shown = display(bridge);
    const bundle = await shown.bundle();
    expect(Object.keys(bundle)).toEqual(["text/plain", "text/html", VEGA_LITE_5, VEGA_LITE_6]);
    expect(bundle[VEGA_LITE_6]).toEqual(bridge);
    expect(bundle[VEGA_LITE_5]).toEqual({
      ...bridge,
      $schema: "https://vega.github.io/schema/vega-lite/v5.json",
    });
    expect(bundle["text/plain"]).toBe(`${bridge.title.text}\n${bridge.description}`);
    expect(JSON.parse(JSON.stringify(bundle))).toEqual(bundle);
    expect(structuredClone(bundle)).toEqual(bundle);
    const page = readHtml(bundle["text/html"]);
    const [caption] = allOf(page, "caption");
    expect(caption?.text).toBe(bridge.title.text);
    const cells = allOf(page, "tr").map((row) => row.children.map(({ text }) => text));
    expect(cells[0]).toEqual(
      ["step", "change", "customers", "revenue, net of returns"].map(() => expect.any(String)),
    );
    expect(cells.flat().join(" ")).toContain(String(change.bridge.customersNow));
  });

  it("is what the symbols give, in Deno and in Node", async () => {
    const shown = display(bridge);
    const jupyter = shown[Symbol.for("Jupyter.display")];
    expect(await jupyter?.()).toEqual(await shown.bundle());
    expect(inspect(shown)).toBe(`${bridge.title.text}\n${bridge.description}`);
    expect(String(shown)).toBe(inspect(shown));
    expect(shown.charts).toEqual([bridge]);
  });

  it("has the drawn chart beside the chart if something draws", async () => {
    const svg = await svgOf(bridge);
    const bundle = await display(bridge, { toSvg: svgOf }).bundle();
    expect(bundle["image/svg+xml"]).toBe(svg.trim());
    const page = readHtml(bundle["text/html"]);
    expect(allOf(page, "table")).toEqual([]);
    expect(allOf(page, "svg")).toHaveLength(1);
    expect(allOf(page, "title")[0]?.text).toBe(bridge.title.text);
    // The margin of a page around its figures at the sides would take from the width of a cell.
    expect(allOf(page, "figure")[0]?.attributes.get("style")).toBe("margin: 0 0 1em");
  });

  it("has several charts one below the other, and Vega-Lite draws them without complaint", async () => {
    const charts = [bridge, deciles, cohortRevenueChart(whole), auditChart(audit)];
    const bundle = await display(charts, { toSvg: svgOf }).bundle();
    expect(bundle["image/svg+xml"]).toBeUndefined();
    const page = readHtml(bundle["text/html"]);
    expect(allOf(page, "svg")).toHaveLength(4);
    const ids = allOf(page).flatMap(({ attributes }) => attributes.get("id") ?? []);
    expect(new Set(ids).size).toBe(ids.length);
    const drawn = await svgOf(bundle[VEGA_LITE_6]);
    for (const { title } of charts) expect(drawn).toContain(title.text);
    for (const { title } of charts) expect(bundle["text/plain"]).toContain(title.text);
  });

  it("has other ids for another chart, so that cells do not disturb each other", async () => {
    const one = await display(bridge, { toSvg: svgOf }).bundle();
    const other = await display(deciles, { toSvg: svgOf }).bundle();
    const idsOf = (html: string): string[] =>
      allOf(readHtml(html)).flatMap(({ attributes }) => attributes.get("id") ?? []);
    const first = idsOf(one["text/html"]);
    expect(first.length).toBeGreaterThan(1);
    for (const id of idsOf(other["text/html"])) expect(first).not.toContain(id);
  });
});

describe("the figures of a chart", () => {
  it("are one table for all plots that share rows, in the language of the chart", () => {
    const [table, ...others] = chartFigures(deciles);
    expect(others).toEqual([]);
    expect(table?.headings[0]).toBe("Zehntel der Kunden");
    const [first] = differences.deciles;
    const share = `${(100 * (first?.shareOfValue ?? 0)).toFixed(1).replace(".", ",")}\u00a0%`;
    expect(table?.rows[0]).toContain(share);
    expect(table?.rows).toHaveLength(10);
  });

  it("are a table for each set of rows of a page of charts", () => {
    expect(chartFigures(auditChart(audit)).length).toBeGreaterThan(5);
    const again = JSON.parse(JSON.stringify(auditChart(audit))) as Chart;
    expect(chartFigures(again)).toEqual(chartFigures(auditChart(audit)));
  });

  const plain = { $schema: bridge.$schema, title: { text: "A <b>" }, description: "B & C" };
  const rows = [
    { name: "__proto__", n: 1234.5, share: 0.25 },
    { name: "<img src=x onerror=alert(1)>", n: null, share: null },
  ];

  it("are those of the axes where nothing is said on pointing", async () => {
    const chart = {
      ...plain,
      data: { values: rows },
      mark: "bar",
      encoding: { x: { field: "name" }, y: { field: "n", title: "number" } },
    } satisfies Chart;
    expect(chartFigures(chart)).toEqual([
      {
        caption: "A <b>",
        headings: ["name", "number"],
        rows: [
          ["__proto__", "1234.50"],
          ["<img src=x onerror=alert(1)>", "–"],
        ],
      },
    ]);
    const { "text/html": html } = await display(chart).bundle();
    expect(allOf(readHtml(html), "img")).toEqual([]);
    expect(readHtml(html).text).toContain("<img src=x onerror=alert(1)>");
  });

  it("follow the formats of the chart, and plots of plots", () => {
    const tip = (field: string, title: string, format: string): Chart["title"] => ({
      text: "",
      field,
      title,
      format,
    });
    const spec = {
      mark: "bar",
      encoding: {
        tooltip: [tip("n", "number", ",.0f"), tip("share", "share", ".1%"), tip("no", "none", "")],
      },
    };
    const chart = {
      ...plain,
      data: { values: rows },
      facet: { row: { field: "name" } },
      spec,
    } satisfies Chart;
    expect(chartFigures(chart)[0]?.headings).toEqual(["number", "share"]);
    expect(chartFigures(chart)[0]?.rows).toEqual([
      ["1,235", "25.0%"],
      ["–", "–"],
    ]);
  });

  it("may be none", async () => {
    expect(chartFigures(plain)).toEqual([]);
    const { "text/html": html } = await display(plain).bundle();
    expect(readHtml(html).text).toContain("B & C");
  });
});

describe("wrong calls", () => {
  it.each([
    ["nothing", undefined, {}, "charts"],
    ["no chart", { mark: "bar" }, {}, "chart function"],
    ["an empty list", [], {}, "no chart in the list"],
    ["a list with something else", [bridge, null], {}, "charts[1]"],
    ["a slip of the pen", bridge, { tosvg: svgOf }, "tosvg"],
    ["no function", bridge, { toSvg: "<svg/>" }, "toSvg"],
  ])("are refused: %s", (_what, charts, options, message) => {
    expect(dataErrorOf(() => display(charts as Chart, options as object)).message).toContain(message);
  });

  it("are refused later if what draws does not", async () => {
    await expect(display(bridge, { toSvg: () => "PNG" }).bundle()).rejects.toThrow(DataError);
  });
});
