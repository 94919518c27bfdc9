import type { AbcClass } from "../pareto/abc-options.ts";
import type { AbcAnalysis } from "../pareto/abc-result.ts";

/** A point of the ABC curve. */
export interface ParetoPoint {
  readonly class: AbcClass;
  readonly customers: number;
  readonly shareOfCustomers: number;
  readonly shareOfValue: number;
}

/** A picture shows no more. */
const POINTS = 100;

/** The curve class by class: each begins where the one before ends, so that their areas touch. Ends of classes are always there. */
export function paretoCurve({ rows, classes, customers }: AbcAnalysis): readonly ParetoPoint[] {
  const points: ParetoPoint[] = [];
  const step = Math.max(1, Math.ceil(customers / POINTS));
  let start = 0;
  const add = (name: AbcClass, place: number): void => {
    points.push({
      class: name,
      customers: place,
      shareOfCustomers: place / customers,
      shareOfValue: place === 0 ? 0 : (rows[place - 1]?.cumulativeShare ?? 0),
    });
  };
  for (const { class: name, customers: held } of classes) {
    const end = start + held;
    if (held > 0) add(name, start);
    for (let place = start + 1; place <= end; place++) {
      if (place === end || place % step === 0) add(name, place);
    }
    start = end;
  }
  return points;
}
