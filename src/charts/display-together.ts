import type { Chart } from "./chart.ts";

const OWN = { color: "independent", shape: "independent", size: "independent", strokeDash: "independent" };

/** One chart as it is, or several as one, one below the other; colours of the ground and language are those of the first. */
export function chartsTogether(charts: readonly [Chart, ...Chart[]]): Chart {
  const [first, ...others] = charts;
  if (others.length === 0) return first;
  return {
    $schema: first.$schema,
    title: { text: "" },
    description: charts.map(({ description }) => description).join(" "),
    config: first["config"],
    spacing: 40,
    resolve: { scale: OWN, legend: OWN },
    vconcat: charts.map(({ $schema, config, ...plot }) => plot),
  };
}
