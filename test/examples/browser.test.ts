import {
  abcClasses,
  auditCustomerBase,
  type CustomerSummaries,
  classifyCustomers,
  cohortRetention,
  de,
  describeAudit,
  en,
  fitBgNbd,
  fitGammaGamma,
  fitMbgNbd,
  keyAccounts,
  predictCustomers,
  simulateTransactions,
  summarizeCustomers,
  type TransactionLog,
  transactionLog,
} from "clientele";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import {
  BrowserDriver,
  browserPath,
  chooseFile,
  expectQuiet,
  type OpenPage,
  type PageTable,
  pictures,
  tablesOf,
  unlessSkipped,
  workOut,
} from "./browser-driver.ts";

const MONEY = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
const COUNT = new Intl.NumberFormat("de-DE");
const SHARE = new Intl.NumberFormat("de-DE", { minimumFractionDigits: 1, maximumFractionDigits: 1 });

const BASE = "Zahlen zum Kundenstamm";

const percent = (share: number | null | undefined): string => `${SHARE.format((share ?? 0) * 100)} %`;

const simulated = simulateTransactions({
  customers: 1_000,
  from: "2024-01-01",
  until: "2025-12-31",
  joinUntil: "2025-12-01",
  seed: 20,
}).slice(0, 1997);
const orders = simulated.map((row, at) => ({
  ...row,
  customerId: `Müller ${row.customerId}`,
  order: `R${at}`,
}));

/** As German spreadsheets export it: semicolons, decimal commas, day first, the Windows code page. */
function germanFile(): Buffer {
  const lines = orders.map(({ customerId, date, amount, order }) => {
    const [year, month, day] = date.split("-");
    return [customerId, `${day}.${month}.${year}`, MONEY.format(amount), order].join(";");
  });
  const faulty = ["Müller C1;31.02.2025;10,00;F1", "Müller C1;01.02.2025;zwölf;F2", ";01.02.2025;10,00;F3"];
  const text = ["Kundennr.;Belegdatum;Nettobetrag;Belegnummer", ...faulty, ...lines].join("\r\n");
  return Buffer.from(`${text}\r\n`, "latin1");
}

describe.skipIf(browserPath === null)(`the page in a browser${unlessSkipped}`, { timeout: 90_000 }, () => {
  let driver: BrowserDriver;
  beforeAll(async () => {
    driver = await BrowserDriver.start(browserPath ?? "");
  });
  afterAll(() => driver?.stop());

  describe("with a German file of 2,000 rows", () => {
    let opened: OpenPage;
    beforeAll(async () => {
      opened = await driver.open({ locale: "de-DE" });
      await chooseFile(opened.page, "aufträge.csv", germanFile());
      await opened.page.locator("#choice-customer").waitFor();
      await workOut(opened.page);
    });

    it("guesses columns and marks from the heading and the first rows", async () => {
      const { page } = opened;
      const chosen = async (name: string): Promise<string> => page.locator(`#choice-${name}`).inputValue();
      expect(await chosen("customer")).toBe("Kundennr.");
      expect(await chosen("date")).toBe("Belegdatum");
      expect(await chosen("amount")).toBe("Nettobetrag");
      expect(await chosen("order")).toBe("Belegnummer");
      expect([await chosen("delimiter"), await chosen("decimalMark"), await chosen("dateFormat")]).toEqual([
        ";",
        ",",
        "dmy",
      ]);
    });

    describe("shows the figures that the library works out from the same rows:", () => {
      let tables: ReadonlyMap<string, PageTable>;
      let log: TransactionLog;
      let customers: CustomerSummaries;
      beforeAll(async () => {
        tables = await tablesOf(opened.page);
        log = transactionLog(orders, { order: "order" });
        customers = summarizeCustomers(log, { unit: "week" });
      });

      /** The rows of a table below its heading, and of each the first cells. */
      const body = (caption: string, cells: number): PageTable =>
        (tables.get(caption) ?? []).slice(1).map((row) => row.slice(0, cells));

      it("the base", () => {
        const base = new Map((tables.get(BASE) ?? []).map(([name, value]) => [name, value]));
        const revenue = customers.rows.reduce((sum, row) => sum + row.revenue, 0);
        expect(base.get("Zeilen der Datei")).toBe("2.000");
        expect(base.get("Kunden mit Kauf")).toBe(COUNT.format(customers.rows.length));
        expect(base.get("Umsatz nach Gutschriften")).toBe(MONEY.format(revenue));
      });

      it("classes", () => {
        const bought = classifyCustomers(log).classes.filter((row) => row.class !== "prospect");
        expect(body("Kundenklassen", 5)).toEqual(
          bought.map((row) => [
            de.classification.classes[row.class],
            COUNT.format(row.customers),
            percent(row.shareOfCustomers),
            MONEY.format(row.revenue),
            percent(row.shareOfRevenue),
          ]),
        );
      });

      it("key accounts", () => {
        const accounts = keyAccounts(customers.rows, "revenue").rows.filter(({ keyAccount }) => keyAccount);
        expect(accounts.length).toBeGreaterThan(20);
        expect(body("Die ersten 20 Schlüsselkunden", 4)).toEqual(
          accounts
            .slice(0, 20)
            .map((row) => [row.customerId, String(row.rank), MONEY.format(row.value), percent(row.share)]),
        );
        const classes = abcClasses(customers.rows, "revenue").classes;
        expect(body("ABC-Analyse nach Umsatz", 2)).toEqual(
          classes.map((row) => [de.abc.classes[row.class], COUNT.format(row.customers)]),
        );
      });

      it("cohorts", () => {
        const { cohorts, matrix } = cohortRetention(log, { period: "month" });
        const shown = body("Wiederkäufer in Prozent der Kohorte; in Klammern: noch nicht zu Ende", 30);
        const expected = cohorts.map(({ cohort, size }, at) => [
          cohort,
          COUNT.format(size),
          ...(matrix.rates[at] ?? []).map((rate, interval) => {
            const text = ((rate ?? 0) * 100).toFixed(0);
            return matrix.complete[at]?.[interval] === true ? text : `(${text})`;
          }),
        ]);
        expect(shown.slice(0, -1).map((cells) => cells.filter((cell) => cell !== ""))).toEqual(expected);
      });

      it("lifetime values", () => {
        const [bgNbd, mbgNbd] = [fitBgNbd(customers), fitMbgNbd(customers)];
        const predictions = predictCustomers(customers, {
          purchases: mbgNbd.logLikelihood > bgNbd.logLikelihood ? mbgNbd : bgNbd,
          spend: fitGammaGamma(customers),
          horizon: { months: 12 },
        });
        const best = [...predictions].sort((a, b) => b.lifetimeValue - a.lifetimeValue).slice(0, 20);
        expect(body("Die 20 wertvollsten Kunden", 5)).toEqual(
          best.map((row) => [
            row.customerId,
            percent(row.probabilityAlive),
            MONEY.format(row.expectedPurchases),
            MONEY.format(row.expectedSpend),
            MONEY.format(row.lifetimeValue),
          ]),
        );
      });

      it("the audit", async () => {
        const audit = auditCustomerBase(log);
        const sentences = describeAudit(audit, { locale: de }).findings.map(({ text }) => text);
        expect(await opened.page.locator("#report li").allTextContents()).toEqual(sentences);
        const { customers: won = 0, change = 0 } = audit.change?.bridge.steps.new ?? {};
        expect(won).toBeGreaterThan(0);
        const caption = `Umsatzbrücke von ${audit.previous?.period} nach ${audit.current?.period}`;
        expect(body(caption, 3)).toContainEqual(["Neukunden", COUNT.format(won), MONEY.format(change)]);
      });
    });

    it("lists the rows that could not be read, with line, field and reason", async () => {
      const list = (await tablesOf(opened.page)).get("Zeile für Zeile") ?? [];
      expect(list.slice(1)).toEqual([
        ["2", "Belegdatum", "2025-02-31", de.issues.impossible_date],
        ["3", "Nettobetrag", "zwölf", de.issues.text_amount],
        ["4", "Kundennr.", "", de.issues.missing_customer],
      ]);
      expect(await opened.page.locator("#fault-list p").textContent()).toBe(
        "3 von 2.000 Zeilen wurden ausgelassen.",
      );
    });

    it("turns all of it into English and back, pictures included", async () => {
      const { page } = opened;
      await pictures(page);
      const drawn = await page.locator("figure svg > title").allTextContents();
      expect(drawn.length).toBe(5);
      await page.locator("[data-language=en]").click();
      await pictures(page);
      const { findings } = describeAudit(auditCustomerBase(transactionLog(orders, { order: "order" })), {
        locale: en,
      });
      expect(await page.locator("#report li").allTextContents()).toEqual(findings.map(({ text }) => text));
      const words = await page.locator("main").innerText();
      expect(words).not.toMatch(/\b(Kunden|Umsatz|Käufe|Zeilen)\b/);
      expect(await page.locator("figure svg > desc").allTextContents()).not.toContain("");
      expect(await page.locator("html").getAttribute("lang")).toBe("en");
      await page.locator("[data-language=de]").click();
      await pictures(page);
      expect(await page.locator("figure svg > title").allTextContents()).toEqual(drawn);
    });

    it("asked for nothing but its own files, and nothing was complained about", () => {
      expectQuiet(opened);
    });
  });
});
