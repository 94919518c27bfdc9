import { describe, expect, it } from "vitest";
import { growthText, limitText, moneyText, pointsText, shareText } from "../../src/audit/describe-amounts.ts";
import { type DescribeAuditOptions, describeAudit } from "../../src/audit/describe-audit.ts";
import { periodText } from "../../src/audit/describe-period.ts";
import type { FindingCode } from "../../src/audit/finding.ts";
import { auditFindings } from "../../src/audit/finding-list.ts";
import type { AuditLocale } from "../../src/audit/labels.ts";
import { dataErrorOf } from "../support/error-of.ts";
import { audited, english, german, smallAudit, smallRows } from "./audit-cases.ts";

/** Spaces that do not break are spaces to a reader. */
const readable = (text: string): string => text.replaceAll("\u00a0", " ");

function textOf(locale: AuditLocale, code: FindingCode, audit = smallAudit, currency = ""): string {
  const options = currency === "" ? { locale } : { locale, currency };
  const found = describeAudit(audit, options).findings.find((finding) => finding.code === code);
  return readable(found?.text ?? "missing");
}

const ENGLISH = [
  "How customers differ",
  "2024: 4 customers placed 5 orders worth 2,238 net of returns, 559.44 per customer.",
  "Credit notes to people who bought nothing in the period: −5.00, to 1 person; revenue of the period with them: 2,233.",
  "3 of 4 customers (75.0%) ordered only once in the period and brought 925.50.",
  "For 1 customer (25.0%) credit notes exceeded purchases: revenue −10.00.",
  "",
  "What changed",
  "Revenue rose from 450.00 (2023) to 2,233 (2024): +1,783 (+396.2%).",
  "Customers who bought: 4 (2023), 4 (2024); new 1, returned 1, in both periods 2, lost 2.",
  "From revenue of 450.00 to 2,233: 2 lost customers (−70.00), 1 customer with less revenue (−90.00), 1 new customer (+1,312), 1 returned customer (+35.50), 1 customer with more revenue (+600.00), 1 customer with credit notes only (−5.00).",
  "Gains (1,948) outweighed losses (165.00); the largest part: 1 new customer (+1,312).",
  "The larger effect came from new, returned and lost customers (+1,278); those who bought in both periods: +510.00.",
  "The strongest driver of the change was the value per order: customers 4 → 4 (0.00), orders per customer 1.00 → 1.25 (+248.71), value per order 112.50 → 447.55 (+1,539).",
  "Largest gains: “F” (+1,312, new), “A” (+600.00, more revenue), “C” (+35.50, returned).",
  "Largest losses: “D” (−90.00, less revenue), “E” (−50.00, lost), “B” (−20.00, lost).",
  "",
  "How one cohort develops",
  "Cohort 2023 (the oldest complete one after that in which the log begins): 2 customers, 65.00 on average on the day of the first purchase.",
  "As the log begins only on 2022-03-01, this cohort may hold customers who bought long before and only look new.",
  "After 1 year (2024), 1 of 2 customers bought: 50.0% (95% interval 9.5% to 90.5%).",
  "Revenue of the cohort, 2024 included: 120.00, which is 60.00 per customer won, whether still active or not.",
  "",
  "The whole base",
  "Whole log, 2022-03-01 to 2025-02-01: 6 customers, 13 orders, revenue 2,893.",
  "Credit notes to people who never bought: −5.00, to 1 person.",
  "Revenue of 2024 by when customers were won: 58.6% in the period (1 customer), −0.4% in the twelve months before (1 customer), 41.8% earlier (2 customers).",
  "Repeat purchases made up 86.2% of revenue before credit notes (2024): 4 orders worth 1,956, against 1 first order worth 312.25.",
  "Credit notes took 1.5% off revenue (2024): −35.00.",
  "",
  "What cannot be told, and checks",
  "2025 ends on 2025-12-31, after 2025-02-01, and is not compared.",
  "Only 4 customers in the period: with fewer than 10, tenths and concentration tell nothing.",
  "By 2025-02-01 there are no two complete cohorts of equal age: newer and older ones cannot be compared.",
  "There are no margins: nothing is said of profit.",
  "All totals agree with the log to the cent (totals checked: 14).",
];

const GERMAN = [
  "Wie sich die Kunden unterscheiden",
  "2024: 4 Kunden mit 5 Bestellungen, 2.238 € Umsatz nach Gutschriften, 559,44 € je Kunde.",
  "Gutschriften ohne Kauf im Zeitraum: −5,00 € bei 1 Person; Umsatz des Zeitraums einschließlich dieser: 2.233 €.",
  "3 von 4 Kunden (75,0 %) bestellten im Zeitraum nur einmal und brachten 925,50 € Umsatz.",
  "Bei 1 Kunden (25,0 %) überstiegen die Gutschriften die Käufe: Umsatz −10,00 €.",
  "",
  "Was sich verändert hat",
  "Der Umsatz stieg von 450,00 € (2023) auf 2.233 € (2024): +1.783 € (+396,2 %).",
  "Kaufende Kunden: 4 (2023), 4 (2024); neu 1, zurückgekehrt 1, in beiden Zeiträumen 2, verloren 2.",
  "Umsatzbrücke von 450,00 € zu 2.233 €: 2 verlorene Kunden (−70,00 €), 1 Kunde mit weniger Umsatz (−90,00 €), 1 Neukunde (+1.312 €), 1 zurückgekehrter Kunde (+35,50 €), 1 Kunde mit mehr Umsatz (+600,00 €), 1 Kunde nur mit Gutschriften (−5,00 €).",
  "Die Zuwächse (1.948 €) überwogen die Rückgänge (165,00 €); größter Posten: 1 Neukunde (+1.312 €).",
  "Den größeren Ausschlag gaben neue, zurückgekehrte und verlorene Kunden (+1.278 €); Kunden, die in beiden Zeiträumen kauften: +510,00 €.",
  "Stärkster Treiber der Veränderung war der Wert je Bestellung: Kunden 4 → 4 (0,00 €), Bestellungen je Kunde 1,00 → 1,25 (+248,71 €), Wert je Bestellung 112,50 € → 447,55 € (+1.539 €).",
  "Größte Zuwächse: „F“ (+1.312 €, neu), „A“ (+600,00 €, mehr Umsatz), „C“ (+35,50 €, zurückgekehrt).",
  "Größte Rückgänge: „D“ (−90,00 €, weniger Umsatz), „E“ (−50,00 €, verloren), „B“ (−20,00 €, verloren).",
  "",
  "Wie sich eine Kohorte entwickelt",
  "Kohorte 2023 (die älteste vollständige nach der, mit der die Daten beginnen): 2 Kunden, im Mittel 65,00 € am Tag des Erstkaufs.",
  "Da die Daten erst am 01.03.2022 beginnen, kann diese Kohorte langjährige Kunden enthalten, die nur als neu erscheinen.",
  "Nach 1 Jahr (2024) kaufte 1 von 2 Kunden: 50,0 % (95-%-Intervall 9,5 % bis 90,5 %).",
  "Umsatz der Kohorte einschließlich 2024: 120,00 €, das sind 60,00 € je gewonnenem Kunden, ob noch aktiv oder nicht.",
  "",
  "Der gesamte Kundenbestand",
  "Gesamte Daten vom 01.03.2022 bis 01.02.2025: 6 Kunden, 13 Bestellungen, 2.893 € Umsatz.",
  "Gutschriften ganz ohne Kauf: −5,00 € bei 1 Person.",
  "Umsatz 2024 nach Herkunft: 58,6 % von Neukunden des Zeitraums (1 Kunde), −0,4 % von Kunden, die in den zwölf Monaten davor gewonnen wurden (1 Kunde), 41,8 % von älteren Kunden (2 Kunden).",
  "86,2 % des Umsatzes vor Gutschriften (2024) entfielen auf Wiederholungskäufe: 4 Bestellungen über 1.956 €, gegenüber 1 Erstbestellung über 312,25 €.",
  "Gutschriften minderten den Umsatz (2024) um 1,5 %: −35,00 €.",
  "",
  "Offene Punkte und Kontrollen",
  "2025 endet am 31.12.2025, nach dem Stichtag 01.02.2025, und wird nicht verglichen.",
  "Nur 4 Kunden im Zeitraum: Bei weniger als 10 sind Zehntel und Konzentrationsmaße nicht aussagekräftig.",
  "Bis zum 01.02.2025 gibt es keine zwei vollständigen Kohorten gleichen Alters: Neuere und ältere lassen sich nicht vergleichen.",
  "Deckungsbeiträge liegen nicht vor: Zum Ertrag lässt sich nichts sagen.",
  "Alle Summen stimmen auf den Cent mit den Daten überein (geprüfte Summen: 14).",
];

describe("an audit in words", () => {
  it("in English", () => {
    expect(readable(describeAudit(smallAudit, { locale: english }).text).split("\n")).toEqual(ENGLISH);
  });

  it("in German", () => {
    const { text } = describeAudit(smallAudit, { locale: german, currency: "€" });
    expect(readable(text).split("\n")).toEqual(GERMAN);
  });
});

describe("one and several", () => {
  const rows = (count: number) =>
    Array.from(
      { length: count },
      (_, k) =>
        [
          [k, "2023-05-01", 5],
          [k, "2024-05-01", 5],
        ] as const,
    ).flat();
  const year = { period: "year", asOf: "2024-12-31" } as const;

  it("customers and orders", () => {
    const [one, two] = [audited(rows(1), year), audited(rows(2), year)];
    expect(textOf(english, "size", one)).toContain("1 customer placed 1 order worth");
    expect(textOf(english, "size", two)).toContain("2 customers placed 2 orders worth");
    expect(textOf(german, "size", one)).toContain("1 Kunde mit 1 Bestellung,");
    expect(textOf(german, "size", two)).toContain("2 Kunden mit 2 Bestellungen,");
    expect(textOf(english, "one-order", one)).toContain("1 of 1 customer (100%) ordered");
    expect(textOf(english, "one-order", two)).toContain("2 of 2 customers (100%) ordered");
    expect(textOf(german, "one-order", one)).toContain("1 von 1 Kunden (100 %) bestellte ");
    expect(textOf(german, "one-order", two)).toContain("2 von 2 Kunden (100 %) bestellten ");
    expect(textOf(german, "cohort-next", one)).toContain("Nach 1 Jahr (2024) kaufte 1 von 1 Kunden");
    expect(textOf(german, "cohort-next", two)).toContain("Nach 1 Jahr (2024) kauften 2 von 2 Kunden");
  });

  it("nobody, and nothing before", () => {
    const nobody = audited([], { asOf: "2024-01-01" });
    expect(textOf(english, "empty", nobody)).toBe(
      "Nobody bought anything up to 2024-01-01: there is nothing to describe.",
    );
    expect(textOf(german, "empty", nobody)).toBe(
      "Bis zum 01.01.2024 hat niemand etwas gekauft; es gibt nichts zu beschreiben.",
    );
    const fromZero = audited(
      [
        ["a", "2023-01-01", 0],
        ["a", "2024-01-01", 5],
      ],
      year,
    );
    expect(textOf(english, "revenue-rose", fromZero, "£")).toBe(
      "Revenue rose from £0.00 (2023) to £5.00 (2024): +£5.00 (no rate of growth, as revenue was not above 0 before).",
    );
    expect(textOf(german, "revenue-rose", fromZero, "€")).toBe(
      "Der Umsatz stieg von 0,00 € (2023) auf 5,00 € (2024): +5,00 € (ohne Wachstumsrate, da der Umsatz zuvor nicht über 0 lag).",
    );
  });

  it("ids as they are, in the quotes of the language", () => {
    const audit = audited(
      [
        ["x", "2023-01-01", 1],
        ["{id} $& “A”", "2024-01-01", 5],
      ],
      year,
    );
    expect(textOf(english, "largest-gains", audit)).toBe("Largest gains: “{id} $& “A”” (+5.00, new).");
    expect(textOf(german, "largest-gains", audit)).toBe("Größte Zuwächse: „{id} $& “A”“ (+5,00, neu).");
  });
});

describe("numbers in words", () => {
  const inEnglish = { locale: english, currency: null };
  const inGerman = { locale: german, currency: null };

  it("amounts: whole from a thousand on", () => {
    const amounts = [0, 0.004, -0.004, 999.99, 1000, -1234.5, 1_234_567.89];
    expect(amounts.map((amount) => moneyText(amount, inEnglish))).toEqual([
      "0.00",
      "0.00",
      "0.00",
      "999.99",
      "1,000",
      "−1,235",
      "1,234,568",
    ]);
    expect(amounts.slice(3).map((amount) => moneyText(amount, inGerman, { signed: true }))).toEqual([
      "+999,99",
      "+1.000",
      "−1.235",
      "+1.234.568",
    ]);
    expect(moneyText(1234.5, inEnglish, { cents: true })).toBe("1,234.50");
  });

  it("currencies: a sign or a word, where the language has it", () => {
    const write = (locale: AuditLocale, currency: string) =>
      moneyText(-2500, { locale, currency }).replaceAll("\u00a0", "_");
    expect(["£", "EUR", "Fr."].map((currency) => write(english, currency))).toEqual([
      "−£2,500",
      "−EUR_2,500",
      "−Fr.2,500",
    ]);
    expect(["€", "EUR"].map((currency) => write(german, currency))).toEqual(["−2.500_€", "−2.500_EUR"]);
  });

  it("shares: one decimal, with the mark of the language", () => {
    const shares = [0, 1e-13, 0.0004, 0.0005, 0.123, 0.99949, 0.9995, 1, 1 - 1e-13, 1.2, 12.345, -0.011];
    expect(shares.map((share) => shareText(share, inEnglish))).toEqual([
      "0%",
      "0%",
      "less than 0.1%",
      "0.1%",
      "12.3%",
      "99.9%",
      "more than 99.9%",
      "100%",
      "100%",
      "120.0%",
      "1,235%",
      "−1.1%",
    ]);
    expect([0.0004, 0.123].map((share) => shareText(share, inGerman))).toEqual([
      "weniger als 0,1\u00a0%",
      "12,3\u00a0%",
    ]);
  });

  it("growth, points and limits", () => {
    expect([0.261, -0.05, 0, 25].map((rate) => growthText(rate, inEnglish))).toEqual([
      "+26.1%",
      "−5.0%",
      "0.0%",
      "+2,500%",
    ]);
    expect([0.0816, -0.0004, 0].map((points) => pointsText(points, inGerman))).toEqual([
      "+8,2",
      "−0,04",
      "0,00",
    ]);
    expect([0.2, 0.95, 0.995, 0.125, 1 / 3].map((share) => limitText(share, inEnglish))).toEqual([
      "20%",
      "95%",
      "99.5%",
      "12.5%",
      "33.33%",
    ]);
  });

  it("periods", () => {
    const names = ["2025", "2025-Q1", "2025-03", "2025-W05", "2025-03-31", "2025-01-01/2025-06-30"];
    expect(names.map((name) => periodText(name, english))).toEqual([
      "2025",
      "Q1 2025",
      "2025-03",
      "week 05 of 2025",
      "2025-03-31",
      "2025-01-01 – 2025-06-30",
    ]);
    expect(names.map((name) => periodText(name, german))).toEqual([
      "2025",
      "Q1 2025",
      "03/2025",
      "KW 05/2025",
      "31.03.2025",
      "01.01.2025 – 30.06.2025",
    ]);
  });
});

describe("options", () => {
  it.each([
    [undefined, "This is no record"],
    [{}, "pass en, de, or"],
    [{ locale: "de" }, "pass en, de, or"],
    [{ locale: { format: english.format } }, "pass en, de, or"],
    [{ locale: english, currency: "" }, "Pass a sign or a word"],
    [{ locale: english, currency: 7 }, "Pass a sign or a word"],
    [{ locale: english, curency: "€" }, "There is no such name here"],
  ])("%j is refused", (options, message) => {
    const call = () => describeAudit(smallAudit, options as unknown as DescribeAuditOptions);
    expect(dataErrorOf(call).message).toContain(message);
  });

  it("a language of one's own", () => {
    const own = {
      ...english,
      audit: { ...english.audit, texts: { ...english.audit.texts, size: "{nothing} {customersNumber}" } },
    };
    expect(textOf(own, "size")).toBe("{nothing} 4");
  });

  it("findings keep their figures beside the sentence", () => {
    const audit = audited(smallRows, { asOf: "2025-02-01", marginRate: 0.4 });
    const { findings, text } = describeAudit(audit, { locale: english });
    expect(findings.map(({ text: _text, ...finding }) => finding)).toEqual([...auditFindings(audit)]);
    for (const finding of findings) expect(text.split("\n")).toContain(finding.text);
  });
});
