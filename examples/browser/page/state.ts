import type { Report } from "../analysis/report.ts";
import type { FailureReason } from "../failure.ts";
import type { Language } from "../language.ts";
import type { OrderSource } from "../messages.ts";
import type { Preview, Reading } from "../reading/reading.ts";
import type { Work } from "./show-work.ts";

/** All that the page shows, in no language. */
export interface State {
  readonly language: Language;
  readonly source: OrderSource | null;
  readonly preview: Preview | null;
  /** As the user has chosen it. */
  readonly reading: Reading | null;
  readonly work: Work;
  readonly outcome: "done" | "cancelled" | null;
  readonly report: Report | null;
  readonly failure: FailureReason | null;
}

export function beginning(language: Language): State {
  return { language, source: null, preview: null, reading: null, ...NOTHING_DONE };
}

/** No work, and nothing of earlier work. */
export const NOTHING_DONE = { work: null, outcome: null, report: null, failure: null } as const;
