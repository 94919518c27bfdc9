import type { Target } from "../tools/targets.ts";
import type { FitTask } from "./child.ts";
import { fitTargets } from "./fit-targets.ts";
import { runFits } from "./fits.ts";
import { fitsTable } from "./fits-table.ts";
import { growthTable } from "./growth-table.ts";

/** Fits every model in every way and reports in Markdown, with what the fits were to reach. */
export async function fitsReport(
  tasks: readonly FitTask[],
  rounds: number,
): Promise<{ readonly text: string; readonly targets: readonly Target[] }> {
  const fits = await runFits(tasks, rounds);
  const text = ["### Fits", fitsTable(fits), "### Cost of a fit as the base grows", growthTable(fits)].join(
    "\n\n",
  );
  return { text, targets: fitTargets(fits) };
}
