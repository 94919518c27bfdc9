import type { TierLabels } from "../segmentation/tier-labels.ts";

export const deTiers: TierLabels = {
  tiers: {
    heavy: "Intensivkunde",
    medium: "Durchschnittskunde",
    light: "Gelegenheitskunde",
    none: "ohne Wert",
  },
  directions: { up: "aufgestiegen", down: "abgestiegen", same: "geblieben", moved: "gewechselt" },
  sides: { entered: "hinzugekommen", left: "ausgeschieden" },
};
