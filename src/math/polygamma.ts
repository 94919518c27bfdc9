/**
 * The derivative of log Γ (digamma): shifted beyond 10, then the asymptotic series DLMF 5.11.2; relatively accurate near its positive
 * root. For negative x by reflection (DLMF 5.5.4).
 */
export function digamma(x: number): number {
  if (x < 0) return digamma(1 - x) - Math.PI / Math.tan(Math.PI * (x - Math.round(x)));
  if (Math.abs(x - ROOT) < 0.15) return nearRoot(x - ROOT - ROOT_REST);
  let shifted = x;
  let sum = 0;
  while (shifted < 10) {
    sum -= 1 / shifted;
    shifted += 1;
  }
  const s = 1 / (shifted * shifted);
  const series =
    s *
    (1 / 12 -
      s *
        (1 / 120 -
          s *
            (1 / 252 -
              s * (1 / 240 - s * (1 / 132 - s * (691 / 32_760 - s * (1 / 12 - (s * 3617) / 8160)))))));
  return sum + Math.log(shifted) - 0.5 / shifted - series;
}

// The positive root of digamma to 32 digits, as the sum of two doubles.
const ROOT = 1.4616321449683622;
const ROOT_REST = 9.549995429965698e-17;

/** Taylor's series about the root. */
function nearRoot(distance: number): number {
  let sum = 0;
  for (let k = AT_ROOT.length - 1; k >= 0; k--) sum = (sum + (AT_ROOT[k] as number)) * distance;
  return sum;
}

// (−1)^(k+1) ζ(k+1, root) for k = 1, 2, …
const AT_ROOT = [
  0.96767224544762117, -0.44276316898359211, 0.25849976095565101, -0.16394270544240653, 0.10782405069126237,
  -0.072199561256454711, 0.048804288164143107, -0.033161126474847359, 0.022597648232218105,
  -0.015424765904948959, 0.010538791616612175, -0.0072045343863568682, 0.0049267813957298534,
  -0.0033698016554393281, 0.0023051263267349278, -0.0015769367714301973, 0.0010788252019162966,
  -0.00073807093899600513, 0.00050495326583460204, -0.0003454680251063077,
];

/**
 * The second derivative of log Γ (trigamma): shifted beyond 10, then DLMF 5.15.9's series. For negative x by reflection (DLMF 5.15.6).
 */
export function trigamma(x: number): number {
  if (x < 0) return (Math.PI / Math.sin(Math.PI * (x - Math.round(x)))) ** 2 - trigamma(1 - x);
  let shifted = x;
  let sum = 0;
  while (shifted < 10) {
    sum += 1 / (shifted * shifted);
    shifted += 1;
  }
  const s = 1 / (shifted * shifted);
  const series =
    1 / 6 -
    s *
      (1 / 30 -
        s * (1 / 42 - s * (1 / 30 - s * (5 / 66 - s * (691 / 2730 - s * (7 / 6 - (s * 3617) / 510))))));
  return sum + 1 / shifted + s / 2 + (s / shifted) * series;
}
