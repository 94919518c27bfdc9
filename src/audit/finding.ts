import type { ChangeFigures } from "./finding-change-figures.ts";
import type { CheckFigures } from "./finding-check-figures.ts";
import type { CohortFigures } from "./finding-cohort-figures.ts";
import type { DifferencesFigures } from "./finding-differences-figures.ts";
import type { WholeFigures } from "./finding-whole-figures.ts";

/** The figures of each finding, by its code: money in the log's currency, shares in [0, 1], days as ISO dates, ids as they came. */
export interface FindingFigures
  extends DifferencesFigures,
    ChangeFigures,
    CohortFigures,
    WholeFigures,
    CheckFigures {}

/** What was found. */
export type FindingCode = keyof FindingFigures;

/** To which of the five views a finding belongs; `"check"` for what cannot be told and for totals against the log. */
export type FindingView = 1 | 2 | 3 | 4 | 5 | "check";

/** Whether a finding is welcome. */
export type FindingTone = "good" | "bad" | "neutral";

/** A finding with one code. */
export interface FindingOf<Code extends FindingCode> {
  readonly code: Code;
  readonly view: FindingView;
  readonly tone: FindingTone;
  readonly figures: FindingFigures[Code];
  /** When it is reported, with the threshold. */
  readonly rule: string;
}

/** Something that an audit shows, by a stated rule. */
export type AuditFinding = { readonly [Code in FindingCode]: FindingOf<Code> }[FindingCode];
