import type { Model } from "../models/models.ts";

/** What models are called, in every language. */
const MODEL_NAMES: Readonly<Record<Model["kind"], string>> = {
  "bg-nbd": "BG/NBD",
  "mbg-nbd": "MBG/NBD",
  "pareto-nbd": "Pareto/NBD",
  "bg-bb": "BG/BB",
  "bg-cnbd-k": "BG/CNBD-k",
  "mbg-cnbd-k": "MBG/CNBD-k",
  "gamma-gamma": "Gamma-Gamma",
  sbg: "sBG",
  bdw: "BdW",
};

export function modelName({ kind }: { readonly kind: Model["kind"] }): string {
  return MODEL_NAMES[kind] ?? String(kind);
}
