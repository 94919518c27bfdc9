import type { LineChart } from "./chart.ts";
import { decisionsPicture } from "./hitrate/decisions.ts";
import { shrinkagePicture } from "./hitrate/shrinkage.ts";
import { bdwPicture } from "./models/bdw.ts";
import { bgBbPicture } from "./models/bg-bb.ts";
import { bgNbdPicture } from "./models/bg-nbd.ts";
import { cnbdKPicture } from "./models/cnbd-k.ts";
import { gammaGammaPicture } from "./models/gamma-gamma.ts";
import { mbgNbdPicture } from "./models/mbg-nbd.ts";
import { paretoNbdPicture } from "./models/pareto-nbd.ts";
import { sbgPicture } from "./models/sbg.ts";
import { lorenzPicture } from "./pareto/lorenz.ts";
import { churnSignalsPicture } from "./retention/churn-signals.ts";
import { cohortsPicture } from "./retention/cohorts.ts";
import { survivalPicture } from "./retention/survival.ts";

/** The pictures of the pages, by the name of their file in docs/images. */
export const PICTURES: Readonly<Record<string, LineChart>> = {
  "hitrate/decisions.svg": decisionsPicture,
  "hitrate/shrinkage.svg": shrinkagePicture,
  "models/bdw.svg": bdwPicture,
  "models/bg-bb.svg": bgBbPicture,
  "models/bg-nbd.svg": bgNbdPicture,
  "models/cnbd-k.svg": cnbdKPicture,
  "models/gamma-gamma.svg": gammaGammaPicture,
  "models/mbg-nbd.svg": mbgNbdPicture,
  "models/pareto-nbd.svg": paretoNbdPicture,
  "models/sbg.svg": sbgPicture,
  "pareto/lorenz.svg": lorenzPicture,
  "retention/churn-signals.svg": churnSignalsPicture,
  "retention/cohorts.svg": cohortsPicture,
  "retention/survival.svg": survivalPicture,
};
