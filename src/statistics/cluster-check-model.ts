import { DataError } from "../rows/data-error.ts";
import { plainValue } from "../rows/issue.ts";
import { TRANSFORMS } from "./feature-spec.ts";
import type { Cluster, ClusterFeature, KMeansModel } from "./k-means-model.ts";

/** The part of a k-means model that places rows: enough for a model written by hand. */
export interface ClusterCentres extends Pick<KMeansModel, "kind" | "version"> {
  readonly features: readonly ClusterFeature[];
  readonly clusters: readonly Pick<Cluster, "cluster" | "position">[];
}

/** Refuses what is no k-means model, since it may come from a file; gives its centres, one after the other. */
export function checkedCentres(model: ClusterCentres): Float64Array {
  const hint = typeof model === "string" ? " Parse the text first: JSON.parse(text)." : "";
  const fields = recordOf(model, "model", hint);
  demand(fields["kind"] === "k-means", "model.kind", fields["kind"], 'The kind is not "k-means".');
  const version = fields["version"];
  demand(version === 1, "model.version", version, "This version of the library reads models of version 1.");
  const features = listOf(fields["features"], "model.features");
  const names = features.map((feature, j) => checkFeature(feature, `model.features[${j}]`));
  demand(new Set(names).size === names.length, "model.features", null, "A feature is there twice.");
  const clusters = listOf(fields["clusters"], "model.clusters");
  const centres = new Float64Array(clusters.length * features.length);
  clusters.forEach((cluster, c) => {
    const path = `model.clusters[${c}]`;
    const { cluster: number, position } = recordOf(cluster, path);
    demand(number === c + 1, `${path}.cluster`, number, `This must be cluster ${c + 1}.`);
    const coordinates = listOf(position, `${path}.position`);
    const fits = coordinates.length === features.length;
    demand(fits, `${path}.position`, position, `It must hold ${features.length} numbers.`);
    coordinates.forEach((coordinate, j) => {
      centres[c * features.length + j] = numberOf(coordinate, `${path}.position[${j}]`);
    });
  });
  return centres;
}

function checkFeature(feature: unknown, path: string): string {
  const { name, transform, centre, spread, weight } = recordOf(feature, path);
  demand(typeof name === "string" && name !== "", `${path}.name`, name, "The name is missing.");
  const known = (TRANSFORMS as readonly unknown[]).includes(transform);
  demand(known, `${path}.transform`, transform, `This is none of ${TRANSFORMS.join(", ")}.`);
  numberOf(centre, `${path}.centre`);
  demand(numberOf(spread, `${path}.spread`) > 0, `${path}.spread`, spread, "It must be above 0.");
  demand(numberOf(weight, `${path}.weight`) > 0, `${path}.weight`, weight, "It must be above 0.");
  return name as string;
}

function demand(holds: boolean, field: string, value: unknown, message: string): void {
  if (holds) return;
  throw new DataError([{ code: "invalid_model", row: null, field, value: plainValue(value), message }]);
}

function recordOf(value: unknown, field: string, hint = ""): Readonly<Record<string, unknown>> {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  demand(isRecord, field, value, `This is no record.${hint}`);
  return value as Readonly<Record<string, unknown>>;
}

function listOf(value: unknown, field: string): readonly unknown[] {
  demand(Array.isArray(value) && value.length > 0, field, value, "This is no list with something in it.");
  return value as readonly unknown[];
}

function numberOf(value: unknown, field: string): number {
  demand(typeof value === "number" && Number.isFinite(value), field, value, "This is no finite number.");
  return value as number;
}
