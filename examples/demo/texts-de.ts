import type { ErrorTexts, Texts } from "./texts.ts";

const help = `Die Hauptaufgabe von clientele: von einer Liste von Aufträgen zu klassifizierten, bewerteten Kunden.

  npm run demo -- --lang de                        mit simulierten Aufträgen
  npm run demo -- auftraege.csv [Optionen]         mit Ihrer Datei (CSV mit Kopfzeile; auch .csv.gz)
  zcat daten.csv.gz | npm run demo -- - [Optionen] mit der Standardeingabe

Spalten der Datei
  --customer NAME     Kundennummer                                    sonst customerId
  --date NAME         Tag oder Zeitpunkt des Auftrags                 sonst date
  --amount NAME       Betrag; unter 0 für eine Gutschrift             sonst amount
  --quantity NAME --price NAME    statt --amount: ihr Produkt ist der Betrag
  --order NAME        Belegnummer: ihre Positionen werden ein Vorgang

Schreibweise der Datei
  --delimiter ZEICHEN zwischen den Feldern; "tab" für Tabulator       sonst ,
  --decimal ZEICHEN   . oder , in Beträgen; das andere darf dann
                      Tausender trennen                               sonst . (ohne Trennung)
  --date-format WORT  iso (2025-12-31), dmy (31.12.2025),
                      mdy (12/31/2025)                                sonst iso
  --time-zone ZONE    bestimmt den Tag von Zeitpunkten mit Versatz    sonst UTC

Was berechnet wird
  --as-of TAG         Stichtag, JJJJ-MM-TT                            sonst letzter Tag der Datei
  --unit EINHEIT      Zeiteinheit des Modells: day, week, month, year sonst week
  --horizon-months N  wie weit in die Zukunft                         sonst 12
  --discount-rate X   Abzinsung pro Jahr, 0,1 sind 10 %               sonst 0,1
  --margin-rate X     Anteil des Deckungsbeitrags am Umsatz           sonst 1 (Wert ist Umsatz)
  --new-months N      so lange ist ein Kunde neu                      sonst 3
  --active-months N   aktiv ist, wer innerhalb dieser Zeit kauft      sonst 12
  --lost-months N     verloren ist, wer so lange nicht kauft          sonst 24

  --lang en|de        Sprache des Berichts                            sonst en
  --help, -h          diese Seite

Beispiel
  npm run demo -- auftraege.csv --customer kundennr --date datum --amount netto --order belegnr \\
    --delimiter ";" --decimal "," --date-format dmy --lang de
`;

const seeHelp = "Alle Optionen: npm run demo -- --help --lang de";

const errors: ErrorTexts = {
  unknownOption: (option, meant) =>
    `Die Option ${option} gibt es nicht.${meant === null ? "" : ` Ist ${meant} gemeint?`}\n${seeHelp}`,
  needsValue: (option) => `Der Option ${option} fehlt ein Wert.\n${seeHelp}`,
  takesNoValue: (option) => `Die Option ${option} hat keinen Wert.`,
  givenTwice: (option) => `Die Option ${option} steht zweimal da.`,
  needsFile: (option) =>
    `Die Option ${option} sagt, wie eine Datei zu lesen ist, aber es ist keine Datei genannt.\n${seeHelp}`,
  oneFileOnly: (second) => `Nur eine Datei kann gelesen werden; „${second}“ ist eine zu viel.\n${seeHelp}`,
  badValue: (option, value, expected) => `${option} ${value}: ${expected}`,
  expectsOneOf: (words) => `Möglich sind ${words.join(" ")}.`,
  expectsMonths: "Hier steht eine Zahl von Monaten, 1 bis 9999.",
  expectsShare: "Hier steht eine Zahl von 0 bis 1, etwa 0,1 für 10 %.",
  expectsDelimiter: 'Hier steht ein einzelnes Zeichen, etwa ";", oder das Wort tab.',
  expectsTimeZone: "Hier steht der IANA-Name einer Zeitzone, etwa Europe/Berlin.",
  expectsDay: "Hier steht ein Tag, den es gibt, etwa 2025-12-31.",
  monthsOutOfOrder:
    "Die Zeiträume müssen ineinander liegen: --new-months (sonst 3) höchstens --active-months (sonst 12), und --active-months höchstens --lost-months (sonst 24).",
  amountOrProduct: "Entweder --amount, oder --quantity und --price, nicht beides.",
  quantityAndPrice: "--quantity und --price gehören zusammen: Der Betrag ist ihr Produkt.",
  noSuchFile: (path) => `Die Datei ${path} gibt es nicht.`,
  isFolder: (path) => `${path} ist ein Ordner; gebraucht wird eine CSV-Datei.`,
  cannotRead: (path, code) => `Die Datei ${path} lässt sich nicht lesen (${code}).`,
  badGzip: (path) =>
    `Die Datei ${path} endet auf .gz, lässt sich aber nicht entpacken: Sie ist beschädigt oder nicht gepackt.`,
  badCsv: (path, line) =>
    `Die Datei ${path} ist kein lesbares CSV: In Zeile ${line} stimmen die Anführungszeichen nicht. Ein Feld, das mit einem beginnt, muss mit einem enden.`,
  noRows: (path) =>
    `${path} enthält keine Zeilen: Gebraucht werden eine Kopfzeile und wenigstens eine Zeile.`,
  noColumn: (option, name, columns, meant) =>
    `Die Spalte „${name}“ (${option}) gibt es nicht.${meant === null ? "" : ` Ist „${meant}“ gemeint?`} Die Spalten sind ${columns.map((column) => `„${column}“`).join(", ")}. Nennen Sie die richtige mit ${option} NAME.`,
  columnTwice: (name) =>
    `Die Kopfzeile nennt die Spalte „${name}“ zweimal; es ist nicht klar, welche gemeint ist.`,
  wrongDelimiter: (option, name, delimiter) =>
    `Die Spalte „${name}“ (${option}) gibt es nicht: Die Kopfzeile besteht aus einem einzigen Feld. Die Felder sind wohl anders getrennt; versuchen Sie --delimiter "${delimiter}".`,
  nothingReadable: "Keine Zeile war lesbar; die Gründe stehen oben.",
  cannotBeUsed: (message) => `Die Daten sind nicht zu gebrauchen: ${message}`,
  asOfTooEarly: (asOf, first) =>
    `--as-of ${asOf}: Bis dahin war noch nichts geschehen, der erste Vorgang ist vom ${first}.`,
};

export const textsDe: Texts = {
  help,
  errors,
  units: { day: "Tagen", week: "Wochen", month: "Monaten", year: "Jahren" },
  progress: (rows, rate) => `${rows} Zeilen | ${rate} Zeilen/s`,
  overview: {
    heading: (asOf) => `Der Kundenstamm am ${asOf}`,
    headingWithoutData: "Nichts, was sich beurteilen lässt",
    simulated: "simulierte Aufträge eines erfundenen Händlers",
    standardInput: "Standardeingabe",
    source: "Quelle",
    period: "Zeitraum",
    fromTo: (from, to) => `${from} bis ${to}`,
    rowsName: "Zeilen",
    rows: (rows, skipped, text) =>
      `${rows}, ${skipped === 0 ? "alle gelesen" : `davon ${text} übersprungen`}`,
    transactionsName: "Vorgänge",
    transactions: ({ transactions, purchases, returns, amount }) =>
      `${transactions}: Käufe ${purchases}, Gutschriften ${returns} (Betrag ${amount})`,
    purchasesOnly: (transactions) => `${transactions}, alle davon Käufe`,
    later: (transactions) => `; ${transactions} spätere bleiben außer Betracht`,
    customersName: "Kunden",
    customers: (customers, without, text) =>
      `${customers}${without === 0 ? "" : `; davon haben ${text} nur Gutschriften und zählen als Interessenten`}`,
    revenueName: "Umsatz",
    revenue: (amount) => `${amount} nach Abzug der Gutschriften`,
  },
  classes: {
    heading: "Kunden nach Klassen",
    rules: ({ activeFrom, activeMonths, newFrom, lostFrom, regularOrders, usualGap }) =>
      `Neukunde: erster Kauf seit ${newFrom}, weniger als ${regularOrders} Käufe. Stammkunde: mindestens ${regularOrders} Käufe seit ${activeFrom} (${activeMonths} Monate) und nicht überfällig. Nachlassend: noch aktiv, aber länger ohne Kauf als das Doppelte des üblichen Abstands${usualGap === null ? "" : ` (des eigenen, sonst des Medians von ${usualGap} Tagen)`}, oder mit weniger als der Hälfte des Umsatzes der ${activeMonths} Monate davor. Reaktiviert: seit ${newFrom} zurück nach mehr als ${activeMonths} Monaten. Schlafend: kein Kauf seit ${activeFrom}. Verloren: keiner seit ${lostFrom}.`,
    dormant: (onceOnly, lapsed) =>
      `Schlafende Kunden, die einmal und nie wieder kauften: ${onceOnly}; mehrmals, dann nicht mehr: ${lapsed}.`,
  },
  models: {
    heading: "Die Modelle",
    purchases: "Wie oft Kunden kaufen: BG/NBD",
    spend: "Wie viel sie pro Kauf ausgeben: Gamma-Gamma",
    estimate: "Schätzwert",
    lower: "95 % von",
    upper: "bis",
    purchaseMeaning: (perYear, dropout) =>
      `In Worten: Solange er aktiv ist, kauft ein Kunde im Mittel ${perYear} Mal im Jahr wieder, und nach jedem Wiederkauf gehen ${dropout} für immer.`,
    spendMeaning: (mean) => `In Worten: Der durchschnittliche Kunde gibt ${mean} pro Kauf aus.`,
    fit: ({ logLikelihood, customers, unit, evaluations, converged }) =>
      `Anpassung: ${customers} Kunden, Zeiten in ${unit}, Log-Likelihood ${logLikelihood}, ${converged ? "konvergiert nach" : "nicht konvergiert nach"} ${evaluations} Auswertungen.`,
    noPurchaseModel:
      "Nicht angepasst: Niemand hat an einem späteren Tag wieder gekauft; über die Kaufrate lässt sich nichts lernen.",
    noSpendModel:
      "Nicht angepasst: Gebraucht werden mindestens drei Kunden, die an einem späteren Tag wieder gekauft und dafür bezahlt haben, und nicht alle gleich viel.",
    warnings: {
      "not-converged": "Warnung: Die Suche hat das Maximum nicht erreicht; die Schätzwerte sind grob.",
      "not-identified":
        "Warnung: Die Daten bestimmen nicht alle Parameter. Darum gibt es keine Standardfehler, und andere Werte erklären die Daten ebenso gut. Vorhersagen trifft das weniger als die Parameter.",
      "infinite-mean-spend":
        "Warnung: q ist höchstens 1, und der mittlere Kaufbetrag von Kunden ohne Wiederkauf ist damit unendlich; Kundenwerte lassen sich nicht angeben.",
      "one-time-buyers-always-alive": (customers) =>
        `Hinweis: BG/NBD hält alle ${customers} Kunden mit nur einem Kauftag für aktiv, P(aktiv) = 100 %, wie lange er auch her ist.`,
    },
  },
  outlook: {
    heading: (months, asOf) =>
      `${months === 1 ? "Der nächste Monat" : `Die nächsten ${months} Monate`} ab ${asOf}: was die heutigen Kunden bringen werden`,
    aliveName: "noch aktiv",
    alive: (alive, customers) => `voraussichtlich ${alive} von ${customers} Kunden`,
    purchasesName: "erwartete Käufe",
    revenueName: "erwarteter Umsatz",
    valueName: "Kundenwert (CLV)",
    value: (amount, discount, margin) =>
      `${amount} bei ${discount} Abzinsung im Jahr und ${margin === null ? "ohne Deckungsbeitragssatz: Wert ist Umsatz" : `${margin} Deckungsbeitrag`}`,
    meanName: "CLV je Kunde",
    comparison: ({ months, from, repeatPurchases, repeatRevenue, newCustomers }) =>
      `Zum Vergleich: ${months === 1 ? "Der Monat" : `Die ${months} Monate`} ab ${from} brachte${months === 1 ? "" : "n"} ${repeatPurchases} Wiederkäufe im Wert von ${repeatRevenue}${newCustomers === null ? "" : `, die von ${newCustomers} Neukunden eingeschlossen`}.`,
    noValue: "Keine Kundenwerte: Es fehlt ein Modell, wie oben gesagt.",
  },
  best: {
    heading: (customers) =>
      customers === 1 ? "Der wertvollste Kunde" : `Die ${customers} wertvollsten Kunden`,
    headingByRevenue: (customers) =>
      customers === 1
        ? "Der einzige Kunde, der gekauft hat"
        : `Die ${customers} Kunden mit dem höchsten Umsatz`,
    predicted: ["P(aktiv)", "erwartete\nKäufe", "Betrag\npro Kauf", "CLV"],
    revenue: "Umsatz\nbisher",
    mostlyReturned: (customer, purchases, returns) =>
      `Kunde ${customer}: Käufe von ${purchases}, davon ${returns} wieder gutgeschrieben. Die Modelle sehen nur die Käufe; diesen Wert sollten Sie selbst beurteilen.`,
  },
  skipped: {
    heading: "Übersprungene Zeilen",
    nothing: "Keine.",
    rows: "Zeilen",
    share: "aller Zeilen",
    twoFaults: "Eine Zeile mit zwei Fehlern zählt unter beiden, in der Summe aber einmal.",
    hints: {
      invalid_date:
        "Ein Datum wird als 2025-12-31 gelesen; für 31.12.2025 hilft --date-format dmy, für 12/31/2025 mdy.",
      impossible_date: "Sind Tag und Monat vertauscht? Siehe --date-format.",
      text_amount:
        'Beträge werden als 1234.56 gelesen; für 1.234,56 hilft --decimal ",", für 1,234.56 hilft --decimal ".".',
      invalid_row:
        "Diese Zeilen haben mehr Felder als die Kopfzeile: Steht ein Trennzeichen in Feldern ohne Anführungszeichen?",
    },
  },
};
