import { STEPS, type Step } from "../analysis/steps.ts";
import { elementOf } from "./element.ts";
import type { Speech } from "./speech.ts";

/** How far the work has come: `null` when there is none. */
export type Work = { readonly step: Step; readonly rows: number } | null;

/** Shows what is being done, with the way to stop it. */
export function showWork(work: Work, { texts, count }: Speech): void {
  elementOf("work", HTMLElement).hidden = work === null;
  if (work === null) return;
  const progress = elementOf("progress", HTMLProgressElement);
  progress.max = STEPS.length;
  progress.value = STEPS.indexOf(work.step);
  elementOf("rows", HTMLElement).textContent = work.rows === 0 ? "" : texts.rowsRead(count(work.rows));
  const status = elementOf("status", HTMLElement);
  const step = `${texts.steps[work.step]} …`;
  // Read out when it changes, so not at every count of rows.
  if (status.textContent !== step) status.textContent = step;
}
