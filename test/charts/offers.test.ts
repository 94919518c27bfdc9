import { describe, expect, it } from "vitest";
import {
  funnelChart,
  hitRateByChart,
  hitRateOverTimeChart,
  lossReasonsChart,
  pipelineChart,
  winForecastChart,
} from "../../src/charts/index.ts";
import {
  hitRateBy,
  hitRateOverTime,
  lossReasons,
  offerBook,
  simulateOffers,
  stageConversion,
  weightedPipeline,
  winForecast,
} from "../../src/index.ts";
import { rowsOf, wordsOf } from "../support/chart-parts.ts";
import { describeCharts } from "../support/describe-charts.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { svgOf } from "../support/render-chart.ts";

const reasons = ["price", "time", "quality", null];
const offers = simulateOffers({
  offers: 400,
  seed: 7,
  sellers: 6,
  products: 4,
  from: "2025-01-01",
  until: "2025-12-31",
}).map((offer, at) => ({
  ...offer,
  reason: offer.status === "lost" ? (reasons[(at % 7) % 4] ?? null) : null,
}));
const book = offerBook(offers, {
  id: "offerId",
  wonValue: "wonValue",
  stage: "stage",
  keys: { seller: "seller", product: "product", reason: "reason" },
});
const unvalued = offerBook(
  offers.map(({ value: _value, wonValue: _wonValue, ...offer }) => offer),
  { id: "offerId", keys: { reason: "reason" } },
);

const rates = hitRateBy(book, "seller");
const months = hitRateOverTime(book, { period: "month" });
const quarters = hitRateOverTime(book, { period: "quarter", by: "product" });
const funnel = stageConversion(book, { stages: ["submitted", "presented", "negotiated", "ordered"] });
const pipeline = weightedPipeline(book, { by: "seller" });
const forecast = winForecast(book, { asOf: "2025-12-10", periods: 5 });
const losses = lossReasons(book, { key: "reason" });

describeCharts([
  ["hit-rate-by", (options) => hitRateByChart(rates, options), "Trefferquote", "hit rate"],
  ["hit-rate-over-time", (options) => hitRateOverTimeChart(months, options), "Trefferquote", "final"],
  ["hit-rate-over-time-by", (options) => hitRateOverTimeChart(quarters, options), "vorläufig", "final"],
  ["funnel", (options) => funnelChart(funnel, options), "Verkaufstrichter", "went on"],
  ["pipeline", (options) => pipelineChart(pipeline, options), "Gewichtete Pipeline", "expected"],
  ["win-forecast", (options) => winForecastChart(forecast, options), "Prognose", "expected"],
  ["loss-reasons", (options) => lossReasonsChart(losses, options), "Absagegrund", "share of"],
]);

describe("hitRateByChart", () => {
  it("holds the figures of the result", () => {
    const rows = rowsOf(hitRateByChart(rates));
    expect(rows).toHaveLength(12);
    for (const [at, { rate, lower, upper, won, of, shrunken }] of rates.rows.entries()) {
      expect(rows[2 * at]).toMatchObject({ rate, lower, upper, won, of, numbers: `${won} / ${of}` });
      expect(rows[2 * at + 1]?.["rate"]).toBe(shrunken?.rate);
      expect(rows[2 * at + 1]?.["upper"]).toBe(shrunken?.upper);
    }
  });

  it("draws groups without a rate, without shrinkage, and of several keys", async () => {
    const few = hitRateBy(book, ["seller", "product"], { minimum: 20, shrink: false });
    expect(few.rows.some(({ rate }) => rate === null)).toBe(true);
    const chart = hitRateByChart(few);
    expect(wordsOf(await svgOf(chart))).not.toContain("shrunken");
    const group = few.rows[0]?.group ?? [];
    expect(rowsOf(chart)[0]?.["group"]).toBe([...group].join(" · "));
  });

  it("tells groups apart whose names look alike", () => {
    const mixed = [1, "1", null].map((seller) => ({
      status: "won",
      submitted: "2025-01-01",
      decided: "2025-01-02",
      seller,
    }));
    const chart = hitRateByChart(hitRateBy(offerBook(mixed, { keys: { seller: "seller" } }), "seller"));
    expect(new Set(rowsOf(chart).map(({ group }) => group)).size).toBe(3);
  });
});

describe("hitRateOverTimeChart", () => {
  it("holds the figures of the result and the numbers of offers", () => {
    const chart = hitRateOverTimeChart(months);
    const rows = rowsOf(chart, 0);
    expect(rows.map(({ rate }) => rate)).toEqual(months.rows.map(({ rate }) => rate));
    expect(rows.at(-1)).toMatchObject({
      ifAllLost: months.rows.at(-1)?.ifAllLost,
      state: expect.stringContaining("not final"),
    });
    expect(rows[0]).toMatchObject({ ifAllLost: null, ifAllWon: null, state: "final" });
    const sum = rowsOf(chart, 1).reduce((all, { count }) => all + Number(count), 0);
    const { won, lost, withdrawn, noDecision, open } = months.total.counts;
    expect(sum).toBe(won + lost + withdrawn + noDecision + open);
  });
});

describe("funnelChart", () => {
  it("splits what reached a stage into what became of it", () => {
    const rows = rowsOf(funnelChart(funnel));
    for (const { stage, reached, fromPrevious } of funnel.stages) {
      const own = rows.filter((row) => row["stage"] === stage);
      expect(own.reduce((sum, { count }) => sum + Number(count), 0)).toBe(reached);
      if (fromPrevious !== null)
        expect(own[0]?.["step"]).toContain(`${fromPrevious.count} of ${fromPrevious.of}`);
    }
  });
});

describe("pipelineChart and winForecastChart", () => {
  it("hold the figures of either measure", () => {
    expect(rowsOf(pipelineChart(pipeline))[0]).toMatchObject({
      all: pipeline.groups[0]?.open.value,
      ...pipeline.groups[0]?.open.wonValue,
    });
    expect(rowsOf(pipelineChart(pipeline, { measure: "wins" }))[0]).toMatchObject({
      ...pipeline.groups[0]?.open.wins,
    });
    expect(rowsOf(winForecastChart(forecast))[1]).toMatchObject({
      ...forecast.periods[1]?.wonValue,
      sum: forecast.periods[1]?.wonValueSoFar?.expected,
    });
    expect(rowsOf(winForecastChart(forecast, { measure: "wins" }))[1]).toMatchObject({
      ...forecast.periods[1]?.wins,
    });
    expect(rowsOf(winForecastChart(forecast))[0]?.["extent"]).toBe("remainder of the period");
  });

  it("take wins where there are no values, and refuse values", () => {
    const plain = weightedPipeline(unvalued);
    expect(pipelineChart(plain).title.text).toContain("wins");
    expect(dataErrorOf(() => pipelineChart(plain, { measure: "value" })).message).toContain('pass "wins"');
    expect(winForecastChart(winForecast(unvalued)).title.text).toContain("wins");
  });

  it("refuse what is empty", () => {
    const closed = offerBook([{ status: "won", submitted: "2025-01-01", decided: "2025-01-02" }]);
    expect(dataErrorOf(() => pipelineChart(weightedPipeline(closed))).message).toContain("nothing to draw");
    const open = offerBook([{ status: "open", submitted: "2025-01-01" }]);
    expect(dataErrorOf(() => winForecastChart(winForecast(open))).message).toContain("nothing to draw");
  });
});

describe("lossReasonsChart", () => {
  it("holds shares by number with limits, or by value", () => {
    const rows = rowsOf(lossReasonsChart(losses));
    expect(rows.map(({ share, lower, upper }) => ({ share, lower, upper }))).toEqual(
      losses.rows.map(({ share, lower, upper }) => ({ share, lower, upper })),
    );
    expect(rows.some(({ reason }) => reason === "(no reason given)")).toBe(true);
    const byValue = rowsOf(lossReasonsChart(losses, { measure: "value" }));
    expect(byValue.map(({ share }) => share)).toEqual(losses.rows.map(({ shareOfValue }) => shareOfValue));
    const plain = lossReasons(unvalued, { key: "reason" });
    expect(dataErrorOf(() => lossReasonsChart(plain, { measure: "value" })).message).toContain(
      'pass "offers"',
    );
  });
});

describe("wrong calls", () => {
  it.each([
    ["hitRateByChart", () => hitRateByChart(months as never), "hitRateBy"],
    ["hitRateOverTimeChart", () => hitRateOverTimeChart(null as never), "hitRateOverTime"],
    ["funnelChart", () => funnelChart({} as never), "stageConversion"],
    ["pipelineChart", () => pipelineChart(forecast as never), "weightedPipeline"],
    ["winForecastChart", () => winForecastChart(JSON.stringify(forecast) as never), "winForecast"],
    ["lossReasonsChart", () => lossReasonsChart([] as never), "lossReasons"],
  ])("of %s are told what to pass", (_name, call, maker) => {
    expect(dataErrorOf(call).message).toContain(maker);
  });

  it("draws results that were stored", () => {
    const stored: unknown = JSON.parse(JSON.stringify(rates));
    expect(hitRateByChart(stored as typeof rates)).toEqual(hitRateByChart(rates));
  });
});
