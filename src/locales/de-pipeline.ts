import type { PipelineLabels } from "../hitrate/pipeline-labels.ts";

export const dePipeline: PipelineLabels = {
  standings: { open: "offenes Angebot", draft: "Entwurf" },
  bases: {
    given: "vorgegeben",
    history: "aus entschiedenen Angeboten gelernt",
    "no-group-history": "in der Gruppe ist noch nichts entschieden",
    "older-than-any-decision": "länger offen, als je eine Entscheidung dauerte",
    unknown: "unbekannt",
  },
  sources: { given: "vorgegeben", learned: "aus entschiedenen Angeboten gelernt", none: "keine" },
  warnings: {
    "no-offers": "keine offenen Angebote",
    "nothing-decided": "noch kein Angebot entschieden",
    "one-outcome": "alle entschiedenen Angebote gewonnen oder keines",
    "undecided-offers": "viele Angebote werden nie entschieden",
    "older-than-any-decision": "länger offen, als je eine Entscheidung dauerte",
    "no-group-history": "Gruppen ohne entschiedene Angebote",
    "groups-alike": "Gruppen unterscheiden sich nicht stärker als durch Zufall",
    "unknown-stage": "verlorene Angebote ohne bekannte Phase",
    "without-probability": "Angebote ohne Wahrscheinlichkeit",
    "no-values": "keine Angebotswerte",
    "after-end": "Stichtag nach dem Ende der Daten",
  },
};
