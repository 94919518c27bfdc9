import { describe, expect, it } from "vitest";
import { classifyCustomers, explainClass, type Interaction } from "../../src/classification/index.ts";
import { de, en, type Locale } from "../../src/locales/index.ts";
import { type ShortRow, shortLog } from "./short-log.ts";

const asOf = "2025-12-31";

function explained(
  rows: readonly ShortRow[],
  interactions: readonly Interaction[] = [],
  activity = ["purchase"],
  locales: readonly Locale[] = [en, de],
): string[] {
  const result = classifyCustomers(shortLog(...rows), { asOf, interactions, activity, prospects: ["A"] });
  return locales.flatMap((locale) => result.rows.slice(0, 1).map((row) => explainClass(row, locale)));
}

const event = (kind: string, date: string): Interaction => ({ customerId: "A", date, kind });

describe("the reason in a sentence", () => {
  it("terminated", () => {
    expect(explained([["A", "2025-11-01"]], [event("termination", "2025-12-05")])).toEqual([
      "Terminated on 2025-12-05; the last purchase was on 2025-11-01.",
      "Gekündigt am 05.12.2025; letzter Kauf: 01.11.2025.",
    ]);
  });

  it("contacted in vain", () => {
    const contacts = ["2025-01-01", "2025-01-01", "2025-03-01"].map((date) => event("contact", date));
    expect(explained([], contacts)).toEqual([
      "3 contacts, and still no purchase.",
      "3 Kontakte und noch immer kein Kauf.",
    ]);
  });

  it("no purchase", () => {
    expect(explained([])).toEqual(["Known, but no purchase yet.", "Bekannt, aber noch ohne Kauf."]);
  });

  it("long silence", () => {
    const rows: ShortRow[] = [["A", "2020-02-29"]];
    expect(explained(rows)).toEqual([
      "No activity for so long that the customer counts as lost: last activity 2020-02-29, last purchase 2020-02-29.",
      "So lange ohne Aktivität, dass der Kunde als verloren gilt: letzte Aktivität 29.02.2020, letzter Kauf 29.02.2020.",
    ]);
    expect(explained(rows, [], ["login"], [en])[0]).toContain(
      "last activity never, last purchase 2020-02-29",
    );
  });

  it("silence", () => {
    expect(
      explained([
        ["A", "2024-06-01"],
        ["A", "2024-06-02"],
      ]),
    ).toEqual([
      "No activity in the active window: 2 purchases in all, the last one on 2024-06-02; since then 577 days.",
      "Keine Aktivität im Aktivzeitraum: insgesamt 2 Käufe, zuletzt am 02.06.2024; seitdem 577 Tage.",
    ]);
  });

  it("recent first purchase", () => {
    expect(explained([["A", "2025-12-01"]])).toEqual([
      "First purchase on 2025-12-01; 1 purchase so far.",
      "Erster Kauf am 01.12.2025; bisher 1 Kauf.",
    ]);
  });

  it("back after silence, with groups of digits", () => {
    expect(
      explained([
        ["A", "2021-12-01"],
        ["A", "2025-12-01"],
      ]),
    ).toEqual([
      "Bought again on 2025-12-01 after 1,461 days without a purchase.",
      "Erneuter Kauf am 01.12.2025, davor 1.461 Tage ohne Kauf.",
    ]);
  });

  it("overdue, with half days", () => {
    expect(
      explained([
        ["A", "2025-08-01"],
        ["A", "2025-08-02"],
        ["A", "2025-08-04"],
      ]),
    ).toEqual([
      "Overdue: 149 days without a purchase; the usual gap of this customer is 1.5 days.",
      "Überfällig: 149 Tage ohne Kauf; der übliche Abstand dieses Kunden beträgt 1,5 Tage.",
    ]);
    expect(
      explained([
        ["A", "2025-08-01"],
        ["A", "2025-08-02"],
      ]),
    ).toEqual([
      "Overdue: 151 days without a purchase; the usual gap of the customer base is 1 day.",
      "Überfällig: 151 Tage ohne Kauf; der übliche Abstand des Kundenstamms beträgt 1 Tag.",
    ]);
  });

  it("revenue drop", () => {
    expect(
      explained([
        ["A", "2024-06-01", 1_234_567.891],
        ["A", "2025-06-01", 0.5],
        ["A", "2025-06-02", -20],
      ]),
    ).toEqual([
      "Revenue dropped to −19.50 in the active window, from 1,234,567.89 in the window before.",
      "Umsatz im Aktivzeitraum auf −19,50 gesunken, nach 1.234.567,89 im Zeitraum davor.",
    ]);
  });

  it("frequent purchases", () => {
    expect(
      explained([
        ["A", "2025-05-01"],
        ["A", "2025-08-01"],
        ["A", "2025-11-01"],
      ]),
    ).toEqual([
      "3 purchases in the active window, the last one on 2025-11-01.",
      "3 Käufe im Aktivzeitraum, zuletzt am 01.11.2025.",
    ]);
  });

  it("active", () => {
    expect(explained([["A", "2025-05-01"]])).toEqual([
      "Active, with 1 purchase in the active window; last purchase 2025-05-01.",
      "Aktiv, im Aktivzeitraum 1 Kauf; letzter Kauf: 01.05.2025.",
    ]);
  });

  it("keeps places that no figure fills, and marks that look like patterns", () => {
    const own: Locale = {
      ...en,
      format: { decimalMark: ",", groupMark: "$&", date: "{day}/{month}/{year}" },
      classification: {
        ...en.classification,
        reasons: { ...en.classification.reasons, "back-after-silence": "{backOn} {backAfter} {constructor}" },
      },
    };
    expect(
      explained(
        [
          ["A", "2021-12-01"],
          ["A", "2025-12-01"],
        ],
        [],
        ["purchase"],
        [own],
      ),
    ).toEqual(["01/12/2025 1$&461 days {constructor}"]);
  });
});

describe("locales", () => {
  it("have the same keys in both languages, and a text for each", () => {
    const isText = (value: unknown): boolean => typeof value === "string" && value !== "";
    // Where one language needs another text for one than for many, the other may do with one for all.
    const isCounted = (value: object): boolean => "one" in value && "other" in value;
    const keys = (value: unknown, path = ""): string[] => {
      if (typeof value !== "object" || value === null) return [`${path}: ${isText(value)}`];
      if (isCounted(value)) return [`${path}: ${Object.values(value).every(isText)}`];
      return Object.entries(value).flatMap(([key, inner]) => keys(inner, `${path}.${key}`));
    };
    expect(keys(de)).toEqual(keys(en));
    expect(keys(en).every((key) => key.endsWith(": true"))).toBe(true);
  });

  it("use only places that exist", () => {
    const places = [
      ...["firstPurchase", "lastPurchase", "lastActivity", "terminatedOn", "backOn", "purchases"],
      ...["purchasesInWindow", "contacts", "silence", "usualGap", "backAfter", "revenueInWindow"],
      ...["revenueBefore", "usualGapOf"],
    ];
    for (const { classification } of [en, de]) {
      for (const template of Object.values(classification.reasons)) {
        for (const [, place] of template.matchAll(/\{(\w+)\}/g)) expect(places).toContain(place);
      }
    }
  });

  it("have the German names of the classes", () => {
    expect(Object.values(de.classification.classes)).toEqual([
      "Interessent",
      "Neukunde",
      "Bestandskunde",
      "Stammkunde",
      "nachlassender Kunde",
      "reaktivierter Kunde",
      "schlafender Kunde",
      "verlorener Kunde",
    ]);
  });
});
