import { bdwPicture } from "./bdw.ts";
import { bgBbPicture } from "./bg-bb.ts";
import { bgNbdPicture } from "./bg-nbd.ts";
import type { LineChart } from "./chart.ts";
import { cnbdKPicture } from "./cnbd-k.ts";
import { gammaGammaPicture } from "./gamma-gamma.ts";
import { mbgNbdPicture } from "./mbg-nbd.ts";
import { paretoNbdPicture } from "./pareto-nbd.ts";
import { sbgPicture } from "./sbg.ts";

/** The pictures of the pages about models, by the name of their file in docs/images/models. */
export const PICTURES: Readonly<Record<string, LineChart>> = {
  "bdw.svg": bdwPicture,
  "bg-bb.svg": bgBbPicture,
  "bg-nbd.svg": bgNbdPicture,
  "cnbd-k.svg": cnbdKPicture,
  "gamma-gamma.svg": gammaGammaPicture,
  "mbg-nbd.svg": mbgNbdPicture,
  "pareto-nbd.svg": paretoNbdPicture,
  "sbg.svg": sbgPicture,
};
