import type { OfferChartLabels } from "./chart-labels-offers.ts";
import { deAuditCharts } from "./de-charts-audit.ts";
import { dePipelineCharts } from "./de-charts-pipeline.ts";
import { deSatisfactionCharts } from "./de-charts-satisfaction.ts";

export const deOfferCharts: OfferChartLabels = {
  terms: {
    offers: "Angebote",
    offerCount: { one: "{count} Angebot", other: "{count} Angebote" },
    customerCount: { one: "{count} Kunde", other: "{count} Kunden" },
    answerCount: { one: "{count} Antwort", other: "{count} Antworten" },
    lower: "untere Grenze",
    upper: "obere Grenze",
    group: "Gruppe",
    kind: "Art der Quote",
    period: "Zeitraum",
    none: "(ohne Angabe)",
    toDate: "{period} (bisher)",
    by: { day: "je Tag", week: "je Woche", month: "je Monat", quarter: "je Quartal", year: "je Jahr" },
  },
  hitRateBy: {
    title: "Trefferquote nach {keys}: {rate} insgesamt",
    subtitle: "{offers}, davon {won} gewonnen; {basis}, {window}; Konfidenzniveau {level}; Stichtag {date}",
    description:
      "Trefferquoten von {groups} Gruppen, Konfidenzniveau {level}; höchste: {best} ({bestRate}), niedrigste: {worst} ({worstRate}); {mean}.",
    raw: "Quote der Gruppe allein",
    shrunken: "zum Mittel aller Gruppen hin geglättet",
    rate: "Trefferquote",
    mean: "Mittel der Gruppen {rate}",
    overall: "alle Angebote {rate}",
    column: "gewonnen / Angebote",
    won: "gewonnen",
    of: "Angebote im Nenner",
  },
  hitRateOverTime: {
    title: "Trefferquote {by}: {rate} insgesamt",
    subtitle: "{offers}, davon {won} gewonnen; {basis}, {window}; Konfidenzniveau {level}; Stichtag {date}",
    description:
      "Von {first} bis {last} lag die Trefferquote zwischen {least} und {most}; noch offen: {open}.",
    final: "endgültig",
    notFinal: "vorläufig (gestrichelt: falls alle offenen Angebote verloren oder gewonnen werden)",
    outcome: "Ausgang",
  },
  funnel: {
    title: "Verkaufstrichter: {offers}, davon {won} gewonnen",
    subtitle:
      "Stufenquoten der Angebote, deren Stufe abgeschlossen ist; Konfidenzniveau {level}; Stichtag {date}",
    description: "Verkaufstrichter: {stages}.",
    stage: "{stage} {reached} (Stufenquote {rate})",
    firstStage: "{stage} {reached}",
    step: "▼ Stufenquote {rate} ({limits}): {count} von {of} abgeschlossenen",
    fates: {
      wentOn: "weitergekommen",
      won: "gewonnen",
      open: "hier noch offen",
      lost: "hier verloren",
      withdrawn: "hier zurückgezogen",
    },
    reached: "Angebote, die die Stufe erreicht haben",
    stageName: "Stufe",
    fate: "Verbleib",
  },
  lossReasons: {
    title: "Häufigster Absagegrund: {reason} ({share})",
    titleByValue: "Teuerster Absagegrund: {reason} ({share} des Werts)",
    subtitle: "Anteile an den verlorenen Angeboten ({offers}); Konfidenzniveau {level}; Stichtag {date}",
    subtitleByValue: "Anteile am verlorenen Angebotswert von {value} ({offers}); Stichtag {date}",
    description: "Absagegründe mit ihren Anteilen: {reasons}.",
    reason: "Absagegrund",
    share: "Anteil an den verlorenen Angeboten",
    shareOfValue: "Anteil am verlorenen Angebotswert",
    noReason: "(kein Grund genannt)",
    value: "Angebotswert",
  },
  pipeline: dePipelineCharts,
  satisfaction: deSatisfactionCharts,
  audit: deAuditCharts,
};
