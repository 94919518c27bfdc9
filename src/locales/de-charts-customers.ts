import type { CustomerChartLabels } from "./chart-labels-customers.ts";

export const deCustomerCharts: CustomerChartLabels = {
  count: { one: "{count} Kunde", other: "{count} Kunden" },
  value: "Wert",
  pareto: {
    title: "{shareOfCustomers} der Kunden bringen {shareOfValue} vom {value}",
    subtitle: "ABC-Kurve, {customers}, die besten zuerst",
    description:
      "ABC-Kurve: Anteil vom {value} nach Anteil der Kunden ({customers}), die besten zuerst. {classes}.",
    classText: "{class}: {customers} ({shareOfCustomers}), {shareOfValue} vom {value}",
    shareOfCustomers: "Anteil der Kunden, die besten zuerst",
    shareOfValue: "kumulierter Anteil vom {value}",
  },
  lorenz: {
    title: "Auf die besten 20\u00a0% der Kunden entfallen {share} vom {value}",
    subtitle: "Lorenzkurve, {customers}, die kleinsten zuerst",
    description:
      "Lorenzkurve ({customers}): Auf die untere Hälfte entfallen {lower} vom {value}, auf die besten 20\u00a0% der Kunden {share}.",
    shareOfCustomers: "Anteil der Kunden, die kleinsten zuerst",
    shareOfValue: "Anteil vom {value}",
    equality: "bei Gleichverteilung",
    gini: "Gini-Koeffizient {gini}",
  },
  rfmGrid: {
    title: "{segment}: {shareOfCustomers} der Kunden, {shareOfRevenue} des Umsatzes",
    plainTitle: "Kunden nach letztem Kauf, Häufigkeit und Umsatz",
    subtitle: "{customers} nach Punktwerten; {day}",
    window: "Käufe vom {from} bis {to}",
    day: "Stichtag {day}",
    rows: "Punktwerte aus Datenzeilen",
    description: "Raster nach Aktualität und {vertical}, {customers}. Das vollste Feld enthält {fullest}.",
    recency: "Punktwert der Aktualität (höher: kürzlich gekauft)",
    frequencyMonetary: "Punktwert aus Häufigkeit und Umsatz",
    frequency: "Punktwert der Häufigkeit",
    customers: "Kunden",
    revenue: "Umsatz",
    segment: "Segment",
    several: "mehrere Segmente",
  },
  segmentBars: {
    title: "{segment}: {shareOfCustomers} der Kunden, {shareOfRevenue} des Umsatzes",
    subtitle: "Anteile an {customers} und am Umsatz von {revenue}",
    customersTitle: "{segment}: {shareOfCustomers} der Kunden",
    customersOnly: "Anteile an {customers}; der Umsatz liegt nicht über 0 und hat keine Anteile",
    description: "Balken je Segment, insgesamt {customers}. {segments}.",
    segment: "Segment",
    noSegment: "ohne Segment",
    share: "Anteil am Ganzen",
  },
  classShares: {
    title: "{share} aller bekannten Kunden sind aktiv",
    subtitle: "{customers} nach Kundenklasse, Stichtag {day}, einschließlich Interessenten",
    description: "Balken je Kundenklasse, {customers}, Stichtag {day}. {classes}.",
    overTimeTitle: "Aktive Kunden: {first} am {from}, {last} am {to}",
    overTimeSubtitle:
      "Anteile der Kundenklassen an allen am Stichtag Bekannten, einschließlich Interessenten",
    overTimeDescription:
      "Gestapelte Anteile der Kundenklassen an {days}. Aktiv waren {first} am {from} und {last} am {to}.",
    active: "aktiv",
    inactive: "nicht aktiv",
    activity: "Kunden sind",
    barText: "{customers} ({share})",
  },
  classMovements: {
    title: "Aktive Kunden: {start} am {from}, {end} am {to}",
    subtitle: "{new} neu, {reactivated} reaktiviert, {dormant} eingeschlafen; Zahlen sind Kunden",
    description:
      "Matrix von {customers} nach Klasse am {from} und am {to}. Zuvor waren {start} aktiv; {new} kamen neu und {reactivated} wieder hinzu, {dormant} sind eingeschlafen, aktiv sind nun {end}.",
    from: "Klasse am {date}",
    to: "Klasse am {date}",
    shareOfRow: "Anteil an der bisherigen Klasse",
  },
  portfolio: {
    title: "{share} der Kunden sind attraktiv bei starker eigener Position",
    subtitle: "{customers} in vier Feldern; Größe der Punkte: {value}",
    plainSubtitle: "{customers} in vier Feldern",
    description: "Kunden als Punkte in vier Feldern, insgesamt {customers}. {fields}.",
    valuedDescription:
      "Kunden als Punkte in vier Feldern, insgesamt {customers}, Größe nach {value}. {fields}.",
    ofCustomers: "{share} der Kunden",
    ofValue: "{share} vom {value}",
    fields: "Feld",
  },
  keyAccounts: {
    title: "Schlüsselkunden: {share} der Kunden bringen {shareOfValue} vom {value}",
    subtitle: "Die ersten {shown} von {customers}; Balken: Anteil des Kunden, Linie: kumulierter Anteil",
    description:
      "Balken der ersten {shown} von {customers}. Insgesamt {keyAccounts} sind Schlüsselkunden und bringen {shareOfValue} vom {value}. Auf den ersten entfallen {first}, auf alle gezeigten zusammen {together}.",
    others: "anderer Kunde",
    keyAccounts: "Schlüsselkunde",
    shareOfValue: "Anteil vom {value}",
    cumulative: "kumulierter Anteil",
    strategicText: "{share}, {reason}",
    rank: "Rang",
  },
  clusterProfile: {
    title: "{clusters} Cluster; auf das größte entfallen {share}",
    subtitle: "Zahlen: {measure} in der Einheit des Merkmals; Farben: {colour}",
    description: "Tabelle von {clusters} Clustern nach {features}. {centres}.",
    profileDescription:
      "Tabelle von {clusters} Clustern nach {features}, Mittelwerte im Vergleich zum Gesamtmittel. {centres}.",
    cluster: "Cluster {cluster}",
    clusters: "Cluster und Anteil an allen",
    feature: "Merkmal",
    centre: "Zentrum",
    mean: "Mittelwert",
    deviation: "Standardabweichungen vom Gesamtmittel",
    index: "Vielfaches des Gesamtmittels",
  },
  migration: {
    title: "{share} der Kunden blieben in ihrem Segment",
    subtitle:
      "Zuvor {before}, danach {after}: {moved} gewechselt, {left} ausgeschieden, {entered} hinzugekommen",
    orderedSubtitle:
      "Zuvor {before}, danach {after}: {up} aufgestiegen, {down} abgestiegen, {left} ausgeschieden, {entered} hinzugekommen",
    description:
      "Matrix der Segmente zuvor und danach. Von {before} blieben {stayed}, {moved} wechselten und {left} schieden aus; {entered} kamen hinzu.",
    from: "Segment zuvor",
    to: "Segment danach",
    shareOfRow: "Anteil am bisherigen Segment",
  },
};
