import type { TierLabels } from "../segmentation/tier-labels.ts";

export const enTiers: TierLabels = {
  tiers: { heavy: "heavy user", medium: "medium user", light: "light user", none: "without value" },
  directions: { up: "moved up", down: "moved down", same: "stayed", moved: "moved" },
  sides: { entered: "entered", left: "left" },
};
