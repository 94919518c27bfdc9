import type { PipelineLabels } from "../hitrate/pipeline-labels.ts";

export const enPipeline: PipelineLabels = {
  standings: { open: "open offer", draft: "draft" },
  bases: {
    given: "given",
    history: "learned from decided offers",
    "no-group-history": "nothing decided in its group",
    "older-than-any-decision": "open for longer than any decision took",
    unknown: "unknown",
  },
  sources: { given: "given", learned: "learned from decided offers", none: "none" },
  warnings: {
    "no-offers": "no open offers",
    "nothing-decided": "no offer decided yet",
    "one-outcome": "all decided offers won, or none",
    "undecided-offers": "many offers are never decided",
    "older-than-any-decision": "open for longer than any decision took",
    "no-group-history": "groups without decided offers",
    "groups-alike": "groups differ no more than by chance",
    "unknown-stage": "lost offers without a known stage",
    "without-probability": "offers without a probability",
    "no-values": "no values",
    "after-end": "judged after the end of the book",
  },
};
