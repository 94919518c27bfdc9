import type { AuditLabels } from "../audit/labels.ts";

export const deAuditTexts: AuditLabels["texts"] = {
  size: "{period}: {customers} mit {ordersDative}, {revenue} Umsatz nach Gutschriften, {revenuePerCustomer} je Kunde.",
  "nobody-bought": "{period}: kein einziger Kauf.",
  "credit-notes-only":
    "Gutschriften ohne Kauf im Zeitraum: {credited} bei {peopleDative}; Umsatz des Zeitraums einschließlich dieser: {periodRevenue}.",
  "top-tenth": "Auf das beste Zehntel der Kunden ({customers}) entfielen {share} {sortedBy}.",
  "top-share":
    "Auf die besten {topShare} der Kunden ({customers}) entfielen {share} {sortedBy}; negative Werte zählen dabei als 0.",
  inequality:
    "Gini-Koeffizient {sortedBy}: {gini}, also {band} auf die Kunden verteilt (0: alle bringen gleich viel; nahe 1: einer bringt fast alles).",
  "one-order": {
    by: "customers",
    one: "{customersNumber} von {allCustomersDative} ({shareOfCustomers}) bestellte im Zeitraum nur einmal und brachte {revenue} Umsatz.",
    other:
      "{customersNumber} von {allCustomersDative} ({shareOfCustomers}) bestellten im Zeitraum nur einmal und brachten {revenue} Umsatz.",
  },
  "negative-revenue":
    "Bei {customersDative} ({shareOfCustomers}) überstiegen die Gutschriften die Käufe: Umsatz {value}.",
  "negative-margin": "Bei {customersDative} ({shareOfCustomers}) liegt der Deckungsbeitrag unter 0: {value}.",
  "revenue-rose":
    "Der Umsatz stieg von {revenueBefore} ({previousPeriod}) auf {revenueNow} ({period}): {change} ({growth}).",
  "revenue-fell":
    "Der Umsatz sank von {revenueBefore} ({previousPeriod}) auf {revenueNow} ({period}): {change} ({growth}).",
  "revenue-level": "Der Umsatz blieb gleich: {revenueNow} in beiden Zeiträumen ({previousPeriod}, {period}).",
  "customers-moved":
    "Kaufende Kunden: {customersBeforeNumber} ({previousPeriod}), {customersNowNumber} ({period}); neu {won}, zurückgekehrt {returned}, in beiden Zeiträumen {kept}, verloren {lost}.",
  "revenue-steps": "Umsatzbrücke von {revenueBefore} zu {revenueNow}: {steps}.",
  "gains-outweigh": "Die Zuwächse ({gains}) überwogen die Rückgänge ({losses}); größter Posten: {largest}.",
  "losses-outweigh": "Die Rückgänge ({losses}) überwogen die Zuwächse ({gains}); größter Posten: {largest}.",
  "mostly-came-and-went":
    "Den größeren Ausschlag gaben neue, zurückgekehrte und verlorene Kunden ({cameAndWent}); Kunden, die in beiden Zeiträumen kauften: {stayed}.",
  "mostly-stayed":
    "Den größeren Ausschlag gaben Kunden, die in beiden Zeiträumen kauften ({stayed}); neue, zurückgekehrte und verlorene Kunden: {cameAndWent}.",
  "strongest-driver": "Stärkster Treiber der Veränderung war {driver}: {factors}.",
  "largest-gains": "Größte Zuwächse: {contributors}.",
  "largest-losses": "Größte Rückgänge: {contributors}.",
  cohort: "Kohorte {cohort} ({chosenAs}): {size}, im Mittel {firstOrderValue} am Tag des Erstkaufs.",
  "cohort-holds-older":
    "Da die Daten erst am {logFrom} beginnen, kann diese Kohorte langjährige Kunden enthalten, die nur als neu erscheinen.",
  "cohort-next": {
    by: "active",
    one: "Nach {age} ({period}) kaufte {active} von {sizeDative}: {activeShare} ({levelNumber}-%-Intervall {lower} bis {upper}).",
    other:
      "Nach {age} ({period}) kauften {active} von {sizeDative}: {activeShare} ({levelNumber}-%-Intervall {lower} bis {upper}).",
  },
  "cohort-last": {
    by: "active",
    one: "Nach {age} ({period}) kaufte {active} von {sizeDative}: {activeShare} ({levelNumber}-%-Intervall {lower} bis {upper}).",
    other:
      "Nach {age} ({period}) kauften {active} von {sizeDative}: {activeShare} ({levelNumber}-%-Intervall {lower} bis {upper}).",
  },
  "cohort-revenue":
    "Umsatz der Kohorte einschließlich {period}: {revenue}, das sind {revenuePerCustomer} je gewonnenem Kunden, ob noch aktiv oder nicht.",
  "cohort-margin": "Ihr Deckungsbeitrag bisher: {marginPerCustomer} je gewonnenem Kunden.",
  "newer-more-active": {
    by: "cohortsPerSide",
    one: "Nach {age} ist die neuere Kohorte ({newer}) aktiver als die ältere ({older}): Es kauften {newerShare} gegenüber {olderShare}; Unterschied {shareDifference} Prozentpunkte ({levelNumber}-%-Intervall {shareLower} bis {shareUpper}).",
    other:
      "Nach {age} sind neuere Kohorten ({newer}) aktiver als ältere ({older}): Es kauften {newerShare} gegenüber {olderShare}; Unterschied {shareDifference} Prozentpunkte ({levelNumber}-%-Intervall {shareLower} bis {shareUpper}).",
  },
  "newer-less-active": {
    by: "cohortsPerSide",
    one: "Nach {age} ist die neuere Kohorte ({newer}) weniger aktiv als die ältere ({older}): Es kauften {newerShare} gegenüber {olderShare}; Unterschied {shareDifference} Prozentpunkte ({levelNumber}-%-Intervall {shareLower} bis {shareUpper}).",
    other:
      "Nach {age} sind neuere Kohorten ({newer}) weniger aktiv als ältere ({older}): Es kauften {newerShare} gegenüber {olderShare}; Unterschied {shareDifference} Prozentpunkte ({levelNumber}-%-Intervall {shareLower} bis {shareUpper}).",
  },
  "newer-activity-open": {
    by: "cohortsPerSide",
    one: "Nach {age} kauften {newerShare} der neueren Kohorte ({newer}) und {olderShare} der älteren ({older}). Ein Unterschied ist nicht erkennbar: {shareDifference} Prozentpunkte, {levelNumber}-%-Intervall {shareLower} bis {shareUpper}.",
    other:
      "Nach {age} kauften {newerShare} der neueren Kohorten ({newer}) und {olderShare} der älteren ({older}). Ein Unterschied ist nicht erkennbar: {shareDifference} Prozentpunkte, {levelNumber}-%-Intervall {shareLower} bis {shareUpper}.",
  },
  "newer-worth-more": {
    by: "cohortsPerSide",
    one: "Nach {age} hat die neuere Kohorte ({newer}) je gewonnenem Kunden mehr Umsatz gebracht als die ältere ({older}): {newerWorth} gegenüber {olderWorth}; Unterschied {worthDifference} ({levelNumber}-%-Intervall {worthLower} bis {worthUpper}).",
    other:
      "Nach {age} haben neuere Kohorten ({newer}) je gewonnenem Kunden mehr Umsatz gebracht als ältere ({older}): {newerWorth} gegenüber {olderWorth}; Unterschied {worthDifference} ({levelNumber}-%-Intervall {worthLower} bis {worthUpper}).",
  },
  "newer-worth-less": {
    by: "cohortsPerSide",
    one: "Nach {age} hat die neuere Kohorte ({newer}) je gewonnenem Kunden weniger Umsatz gebracht als die ältere ({older}): {newerWorth} gegenüber {olderWorth}; Unterschied {worthDifference} ({levelNumber}-%-Intervall {worthLower} bis {worthUpper}).",
    other:
      "Nach {age} haben neuere Kohorten ({newer}) je gewonnenem Kunden weniger Umsatz gebracht als ältere ({older}): {newerWorth} gegenüber {olderWorth}; Unterschied {worthDifference} ({levelNumber}-%-Intervall {worthLower} bis {worthUpper}).",
  },
  "newer-worth-open": {
    by: "cohortsPerSide",
    one: "Nach {age} hat die neuere Kohorte ({newer}) je gewonnenem Kunden {newerWorth} Umsatz gebracht, die ältere ({older}) {olderWorth}. Ein Unterschied ist nicht erkennbar: {worthDifference}, {levelNumber}-%-Intervall {worthLower} bis {worthUpper}.",
    other:
      "Nach {age} haben neuere Kohorten ({newer}) je gewonnenem Kunden {newerWorth} Umsatz gebracht, ältere ({older}) {olderWorth}. Ein Unterschied ist nicht erkennbar: {worthDifference}, {levelNumber}-%-Intervall {worthLower} bis {worthUpper}.",
  },
  "newer-not-told": {
    by: "cohortsPerSide",
    one: "Ob die neuere Kohorte ({newer}) nach {age} je gewonnenem Kunden mehr oder weniger bringt als die ältere ({older}), lässt sich bei so wenigen Kunden nicht sagen.",
    other:
      "Ob neuere Kohorten ({newer}) nach {age} je gewonnenem Kunden mehr oder weniger bringen als ältere ({older}), lässt sich bei so wenigen Kunden nicht sagen.",
  },
  "older-look-new": {
    by: "cohortsPerSide",
    one: "Da die Daten erst am {logFrom} beginnen, kann die ältere Kohorte ({older}) langjährige Kunden enthalten, die nur als neu erscheinen; sie wirkte dann besser, als sie ist.",
    other:
      "Da die Daten erst am {logFrom} beginnen, können die älteren Kohorten ({older}) langjährige Kunden enthalten, die nur als neu erscheinen; sie wirkten dann besser, als sie sind.",
  },
  "whole-log": "Gesamte Daten vom {logFrom} bis {asOf}: {customers}, {orders}, {revenue} Umsatz.",
  "never-bought": "Gutschriften ganz ohne Kauf: {credited} bei {peopleDative}.",
  "revenue-source":
    "Umsatz {period} nach Herkunft: {wonInPeriodShare} von Neukunden des Zeitraums ({wonInPeriodCustomers}), {wonInYearBeforeShare} von Kunden, die in den zwölf Monaten davor gewonnen wurden ({wonInYearBeforeCustomers}), {wonEarlierShare} von älteren Kunden ({wonEarlierCustomers}).",
  "short-history":
    "Die Daten beginnen am {logFrom}, weniger als ein Jahr vor {period}: Wer schon davor kaufte, zählt als seither gewonnen.",
  "repeat-purchases":
    "{repeatShare} des Umsatzes vor Gutschriften ({period}) entfielen auf Wiederholungskäufe: {repeatOrders} über {repeatRevenue}, gegenüber {firstOrdersDative} über {firstRevenue}.",
  "returned-goods": "Gutschriften minderten den Umsatz ({period}) um {share}: {credited}.",
  empty: "Bis zum {asOf} hat niemand etwas gekauft; es gibt nichts zu beschreiben.",
  "no-current-period":
    "Bis zum {asOf} ist kein Zeitraum abgeschlossen: Unterschiede zwischen den Kunden und Veränderungen lassen sich nicht angeben.",
  "no-previous-period":
    "Die Daten beginnen am {logFrom}: Für {period} fehlt ein früherer Vergleichszeitraum.",
  "previous-not-covered":
    "Die Daten beginnen erst am {logFrom}, innerhalb von {previousPeriod}: Das Wachstum erscheint zu groß, und ältere Kunden erscheinen als Neukunden.",
  "period-in-progress": "{openPeriod} endet am {to}, nach dem Stichtag {asOf}, und wird nicht verglichen.",
  "different-seasons":
    "{previousPeriod} und {period} sind verschiedene Abschnitte des Jahres: Ein Teil der Veränderung kann saisonal sein und jedes Jahr wiederkehren.",
  "after-log-end":
    "Die Daten enden vor dem Beginn von {period} (Stichtag {asOf}): Es sieht so aus, als hätte niemand gekauft.",
  "few-customers":
    "Nur {customers} im Zeitraum: Bei weniger als {least} sind Zehntel und Konzentrationsmaße nicht aussagekräftig.",
  "revenue-not-positive":
    "Der Umsatz der kaufenden Kunden ({period}) liegt bei {revenue} und damit nicht über 0: Anteile daran lassen sich nicht angeben.",
  "drivers-not-split": "Was die Veränderung bewirkt hat, lässt sich nicht aufteilen: {reason}.",
  "no-cohort":
    "Bis zum {asOf} ist keine Kohorte vollständig: Die Entwicklung einer Kohorte lässt sich nicht zeigen.",
  "cohort-too-young":
    "Für die Kohorte {cohort} ist noch kein Zeitraum nach dem des Erstkaufs abgeschlossen: Ihre Entwicklung lässt sich noch nicht zeigen.",
  "cohorts-not-compared":
    "Bis zum {asOf} gibt es keine zwei vollständigen Kohorten gleichen Alters: Neuere und ältere lassen sich nicht vergleichen.",
  "no-margins": "Deckungsbeiträge liegen nicht vor: Zum Ertrag lässt sich nichts sagen.",
  "totals-agree": "Alle Summen stimmen auf den Cent mit den Daten überein (geprüfte Summen: {checks}).",
  "total-differs": "Eine Summe weicht ab: {name}; Teile {parts}, Summe {total}, Differenz {difference}.",
};
