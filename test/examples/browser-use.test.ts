import { simulateTransactions } from "clientele";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readText } from "../support/project.ts";
import {
  BrowserDriver,
  browserPath,
  chooseFile,
  expectQuiet,
  focusOf,
  pictures,
  plainFile,
  tablesOf,
  unlessSkipped,
  workOut,
} from "./browser-driver.ts";

const few = simulateTransactions({ customers: 300, from: "2024-01-01", until: "2025-12-31", seed: 20 });

describe.skipIf(browserPath === null)(`the page in use${unlessSkipped}`, { timeout: 90_000 }, () => {
  let driver: BrowserDriver;
  beforeAll(async () => {
    driver = await BrowserDriver.start(browserPath ?? "");
  });
  afterAll(() => driver?.stop());

  describe("with 100,000 rows", () => {
    const many = simulateTransactions({
      customers: 40_000,
      from: "2024-01-01",
      until: "2025-12-31",
      seed: 4,
    }).slice(0, 100_000);
    const file = plainFile(many);

    it("hears the user while it works, stops when told to, and works again", async () => {
      const opened = await driver.open();
      const { page } = opened;
      await chooseFile(page, "many.csv", file);
      await page.locator("#run").click();
      await page.locator("[data-language=de]").click();
      expect(await page.locator("#work-heading").innerText()).toBe("In Arbeit");
      await page.locator("#cancel").click();
      expect(await page.locator("#status").innerText()).toMatch(/^Abgebrochen/);
      expect(await page.locator("#work").isVisible()).toBe(false);
      expect(await page.locator("#results").isVisible()).toBe(false);
      expect(await focusOf(page)).toBe("run");
      await expect.poll(() => page.workers().length, { timeout: 20_000 }).toBe(0);

      await workOut(page);
      const base = new Map(
        (await tablesOf(page)).get("Zahlen zum Kundenstamm")?.map(([name, value]) => [name, value]),
      );
      expect(base.get("Zeilen der Datei")).toBe("100.000");
      expect(base.get("Kunden mit Kauf")).toBe(
        new Intl.NumberFormat("de-DE").format(new Set(many.map(({ customerId }) => customerId)).size),
      );
      await pictures(page);
      expectQuiet(opened);
      await page.context().close();
    });
  });

  it("needs no mouse, from the file to the results", async () => {
    const opened = await driver.open();
    const { page } = opened;
    const keys = async (key: string, until: string): Promise<void> => {
      for (let presses = 0; presses < 12; presses++) {
        await page.keyboard.press(key);
        if ((await focusOf(page)) === until) return;
      }
      throw new Error(`${key} does not lead to ${until}`);
    };
    await keys("Tab", "file");
    const chooser = page.waitForEvent("filechooser");
    await page.keyboard.press("Space");
    await (await chooser).setFiles({
      name: "o.csv",
      mimeType: "text/csv",
      buffer: Buffer.from(plainFile(few)),
    });
    await page.locator("#choice-customer").waitFor();
    expect(await focusOf(page)).toBe("columns-heading");
    for (const name of ["customer", "date", "amount", "order", "delimiter", "decimalMark", "dateFormat"]) {
      await keys("Tab", `choice-${name}`);
    }
    await keys("Tab", "run");
    await page.keyboard.press("Enter");
    await page.locator("#results").waitFor();
    expect(await focusOf(page)).toBe("results-heading");
    await keys(
      "Tab",
      await page.evaluate<string>('document.querySelector("#report [tabindex]").textContent'),
    );
    expect(await page.locator("[tabindex]:not([tabindex='0']):not([tabindex='-1'])").count()).toBe(0);
    const unlabelled =
      '[...document.querySelectorAll("select, input")].filter((field) => field.labels.length === 0)';
    expect(await page.evaluate<number>(`${unlabelled}.length`)).toBe(0);
    expectQuiet(opened);
  });

  it("takes a file that is dropped, and invented orders", async () => {
    const opened = await driver.open();
    const { page } = opened;
    const dropped = await page.evaluateHandle(
      `(() => { const data = new DataTransfer(); data.items.add(new File([${JSON.stringify(plainFile(few))}], "dropped.csv")); return data; })()`,
    );
    await page.locator("#orders").dispatchEvent("drop", { dataTransfer: dropped });
    await page.locator("#choice-customer").waitFor();
    expect(await page.locator("#source").innerText()).toBe("dropped.csv");
    await page.locator("#invent").click();
    await page.locator("#sample").getByText("customerId").waitFor();
    await workOut(page);
    expect((await tablesOf(page)).get("Row by row")?.length).toBeGreaterThan(50);
    expectQuiet(opened);
  });

  it.each([
    ["a heading alone", "customer,date,amount\n", "There are no orders"],
    ["quotation marks that do not pair up", 'customer,date,amount\n"A,2025-01-01,1\n', "no readable CSV"],
    ["credit notes alone", "customer,date,amount\nA,2025-01-01,-5\n", "credit notes only"],
    ["no readable row", "customer,date,amount\nA,yesterday,5\n", "No row could be read"],
  ])("says what is wrong with %s", async (_what, content, reason) => {
    const opened = await driver.open();
    const { page } = opened;
    await chooseFile(page, "wrong.csv", content);
    await page.locator("#failure:visible, #choice-customer").first().waitFor();
    if (await page.locator("#run").isVisible()) await page.locator("#run").click();
    await page.locator("#failure:visible").waitFor();
    expect(await page.locator("#failure").innerText()).toContain(reason);
    if (content.includes("yesterday")) {
      expect((await tablesOf(page)).get("Row by row")?.[1]?.slice(0, 3)).toEqual(["2", "date", "yesterday"]);
    }
    expectQuiet(opened);
    await page.context().close();
  });

  it.each([
    ["a phone, German and dark", 360, "de-DE", "dark"],
    ["a phone, English and light", 360, "en-GB", "light"],
    ["a desk, German and light", 1280, "de-DE", "light"],
    ["a desk, English and dark", 1280, "en-GB", "dark"],
  ] as const)("fits %s", async (_where, width, locale, colorScheme) => {
    const opened = await driver.open({ viewport: { width, height: 800 }, locale, colorScheme });
    const { page } = opened;
    await page.locator("#invent").click();
    await workOut(page);
    await pictures(page);
    expect(await page.evaluate<number>("document.documentElement.scrollWidth")).toBeLessThanOrEqual(width);
    const ground = colorScheme === "dark" ? "rgb(16, 21, 28)" : "rgb(255, 255, 255)";
    expect(await page.evaluate<string>("getComputedStyle(document.body).backgroundColor")).toBe(ground);
    expect(await page.locator("figure svg").first().innerHTML()).toContain(
      colorScheme === "dark" ? "#10151c" : "#ffffff",
    );
    expectQuiet(opened);
    await page.context().close();
  });

  it("sends nothing: the policy forbids it to the page, and the worker has nothing to send with", async () => {
    const policy = policyOfPage();
    expect(policy).toMatch(/^default-src 'none';/);
    expect(policy).toContain("connect-src 'none'");
    expect(policy).not.toContain("unsafe");
    const { page } = await driver.open();
    expect(await page.evaluate<string>('fetch("/").then(() => "sent", () => "refused")')).toBe("refused");
    await page.locator("#invent").click();
    await page.locator("#choice-customer").waitFor();
    await workOut(page);
    const [worker] = page.workers();
    const means = "[typeof fetch, typeof XMLHttpRequest, typeof WebSocket, typeof importScripts].join()";
    expect(await worker?.evaluate<string>(means)).toBe("undefined,undefined,undefined,undefined");
  });

  it("works under the same policy in a header, which holds for the worker too: no code is made from strings", async () => {
    const opened = await driver.open({}, { "content-security-policy": policyOfPage() });
    await opened.page.locator("#invent").click();
    await workOut(opened.page);
    await pictures(opened.page);
    expectQuiet(opened);
  });
});

function policyOfPage(): string {
  return /content="(default-src[^"]*)"/.exec(readText("examples/browser/index.html"))?.[1] ?? "";
}
