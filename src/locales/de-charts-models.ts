import type { ModelChartLabels } from "./chart-labels-models.ts";
import { deValueCharts } from "./de-charts-values.ts";

export const deModelCharts: ModelChartLabels = {
  actual: "tatsächlich",
  expected: "erwartet",
  observed: "beobachtet",
  fitted: "Modell",
  purchases: "Käufe",
  customers: { one: "1 Kunde", other: "{count} Kunden" },
  numberOfCustomers: "Kunden",
  periods: {
    day: { one: "1 Tag", other: "{count} Tage" },
    week: { one: "1 Woche", other: "{count} Wochen" },
    month: { one: "1 Monat", other: "{count} Monate" },
    quarter: { one: "1 Quartal", other: "{count} Quartale" },
    year: { one: "1 Jahr", other: "{count} Jahre" },
  },
  units: { day: "Tage", week: "Wochen", month: "Monate", quarter: "Quartale", year: "Jahre" },
  perPeriod: {
    day: "pro Tag",
    week: "pro Woche",
    month: "pro Monat",
    quarter: "pro Quartal",
    year: "pro Jahr",
    unknown: "pro Periode",
  },
  span: "{from} bis {until}",
  orMore: "{number} und mehr",
  tracking: {
    title: "Wiederkäufe: tatsächlich und erwartet",
    titleExpected: "Erwartete Wiederkäufe",
    subtitle:
      "{model}, {customers}; im Testzeitraum bis {until} {actual} Käufe, {expected} erwartet ({change})",
    subtitleExpected: "{from} bis {until}: {expected} Wiederkäufe erwartet",
    incremental: "Wiederkäufe {per}",
    cumulative: "Wiederkäufe, kumuliert",
    end: "Periode bis",
    holdout: "Testzeitraum",
    description:
      "Wiederkäufe, tatsächlich und vom Modell {model} erwartet ({customers}); das Modell kennt die Käufe bis {split}. Im Testzeitraum bis {until}: {actual} Käufe, {expected} erwartet ({change}).",
  },
  alive: {
    probability: "P(aktiv)",
    title: "Wahrscheinlichkeit, noch Kunde zu sein",
    purchasesTitle: "Erwartete Käufe (Horizont: {horizon})",
    expectedPurchases: "Erwartete Käufe",
    subtitle: "{model}; Kundenalter seit dem Erstkauf: {age}",
    frequency: "Wiederkäufe bisher",
    recency: "Kundenalter beim letzten Kauf ({unit})",
    silence: "Seit dem letzten Kauf ({unit})",
    description:
      "Wahrscheinlichkeit, noch Kunde zu sein, nach Zahl der Wiederkäufe und Alter beim letzten Kauf (Kundenalter {age}): von {least} ({leastAt}) bis {most} ({mostAt}).",
    purchasesDescription:
      "Erwartete Käufe (Horizont {horizon}) nach Zahl der bisherigen Wiederkäufe und Alter beim letzten Kauf (Kundenalter {age}): von {least} ({leastAt}) bis {most} ({mostAt}).",
    cell: "Wiederkäufe: {frequency}, Alter beim letzten: {recency}",
    historyTitle: "Ist {customer} noch Kunde?",
    historySubtitle: "{model}; {purchases}; Wahrscheinlichkeit am {asOf}: {probability}",
    day: "Tag",
    purchase: { one: "1 Kauf", other: "{count} Käufe" },
    purchaseMark: "Kauf",
    historyDescription:
      "Wahrscheinlichkeit, dass {customer} noch Kunde ist, vom {from} bis {asOf} ({purchases}). Sie sinkt, je länger nichts gekauft wird, im Tiefpunkt auf {lowest}, und beträgt am letzten Tag {probability}.",
  },
  calibration: {
    title: "Prognose und Ergebnis nach bisherigem Kaufverhalten",
    subtitle: "{model}, {customers}; {from} bis {until}: {actual} Käufe, {expected} erwartet ({change})",
    frequency: "Wiederkäufe zuvor",
    perCustomer: "Käufe je Kunde",
    probability: "Erwartete Kaufwahrscheinlichkeit",
    shareBuying: "Anteil der Käufer",
    perfect: "perfekte Prognose",
    description:
      "Käufe vom {from} bis {until} ({customers}), tatsächlich und von {model} erwartet, nach Wiederkäufen zuvor: {actual} gegenüber {expected} ({change}). Gekauft haben {buyers} Kunden, erwartet waren {expectedBuyers}.",
  },
  frequency: {
    title: "Kunden nach Zahl der Wiederkäufe",
    subtitle: "{model}, {customers}, Stichtag {asOf}",
    subtitleWithoutDay: "{model}, {customers}",
    frequency: "Wiederkäufe",
    description:
      "{customers} nach Zahl der Wiederkäufe, tatsächlich und vom Modell erwartet. Ohne Wiederkauf sind {actualNone}, erwartet {expectedNone}.",
  },
  contract: {
    title: "Wie lange Kunden bleiben",
    subtitle: "{model}, {customers}; Intervall zu {level}",
    subtitleFitted: "{model}",
    period: "Verlängerungen ({unit})",
    survival: "Noch Kunden",
    retention: "Kundenbindungsrate",
    projection: "Projektion",
    atRisk: "Kunden vor der Verlängerung",
    interval: "Intervall",
    description: "Anteil der Kunden, die nach dem Modell {model} noch da sind: {survival} nach {period}.",
    observedDescription: "Zuletzt beobachtet nach {period}: {observed}, laut Modell {fitted}.",
  },
  values: deValueCharts,
};
