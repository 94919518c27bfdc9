import { elementOf } from "./element.ts";
import { showFixedTexts } from "./fixed-texts.ts";
import { showReading } from "./reading-form.ts";
import { faultsOf, showFailure } from "./show-failure.ts";
import { showFaults } from "./show-faults.ts";
import { showReport } from "./show-report.ts";
import { showWork } from "./show-work.ts";
import { type Speech, speechOf } from "./speech.ts";
import type { State } from "./state.ts";

const NO_COLUMNS = { customer: null, date: null, amount: null, order: null } as const;

/** Brings the page from one state to the next; what did not change is left alone, and everything speaks one language. */
export function showState(before: State | null, now: State): void {
  const speech = speechOf(now.language);
  const changed = (...names: readonly (keyof State)[]): boolean =>
    before === null || before.language !== now.language || names.some((name) => before[name] !== now[name]);
  if (changed()) showFixedTexts(speech);
  if (changed("source")) showSource(now, speech);
  if (changed("preview")) showColumns(now, speech);
  if (changed("work", "outcome")) {
    if (now.work === null) showOutcome(now, speech);
    showWork(now.work, speech);
  }
  if (changed("failure")) showFailure(now.failure, speech);
  if (changed("report")) showReport(now.report, speech);
  if (changed("report", "failure")) {
    const faults = now.report?.faults ?? faultsOf(now.failure);
    showFaults(faults, now.report?.base.rows ?? null, now.reading?.columns ?? NO_COLUMNS, speech);
  }
}

function showSource({ source }: State, { texts }: Speech): void {
  const name = source === null ? "" : source.kind === "file" ? source.file.name : texts.inventedName;
  elementOf("source", HTMLElement).textContent = name;
}

function showColumns({ preview, reading }: State, speech: Speech): void {
  elementOf("columns", HTMLElement).hidden = preview === null;
  if (preview !== null) showReading(preview, reading ?? preview.guess, speech);
}

function showOutcome({ outcome }: State, { texts }: Speech): void {
  const words = { done: texts.done, cancelled: texts.cancelled };
  elementOf("status", HTMLElement).textContent = outcome === null ? "" : words[outcome];
}
