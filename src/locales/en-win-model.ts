import type { WinModelLabels } from "../hitrate/win-model-labels.ts";

export const enWinModel: WinModelLabels = {
  features: { customer: "customer", value: "value offered", submittedMonth: "month of submission" },
  levels: { "(other)": "others together", "(missing)": "not stated" },
};
