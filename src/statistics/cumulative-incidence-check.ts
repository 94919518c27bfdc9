import type { GroupValue } from "../rows/group-value.ts";
import { quoted } from "../rows/issue.ts";
import { checkOption, invalidOption } from "../rows/options.ts";
import type { CauseIncidence, CumulativeIncidence } from "./cumulative-incidence-result.ts";

/** Refuses what are no incidences. */
export function checkIncidence(incidence: CumulativeIncidence): void {
  const is =
    typeof incidence === "object" &&
    incidence !== null &&
    incidence.kind === "cumulative-incidence" &&
    Array.isArray(incidence.causes) &&
    incidence.causes.every((one: unknown) => Array.isArray((one as Partial<CauseIncidence> | null)?.steps)) &&
    Array.isArray(incidence.survival);
  const trouble = "These are no incidences: pass what cumulativeIncidence returns.";
  checkOption("incidence", incidence, is ? null : trouble);
}

/** The incidence of a cause by its name. */
export function causeOf({ causes }: CumulativeIncidence, cause: GroupValue): CauseIncidence {
  const found = causes.find((one) => one.cause === cause);
  if (found !== undefined) return found;
  const known = causes.map((one) => quoted(one.cause)).join(", ");
  throw invalidOption("cause", cause, `There is no cause ${quoted(cause)}; there are: ${known || "none"}.`);
}
