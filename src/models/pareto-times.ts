/** Numbers per time: ln(1+t/α), ln(1+t/β), 1/(α+t), 1/(β+t), (β+t)/(α+t). */
export const TIME_COLUMNS = 5;

/** Fills in what cells share that share a time. */
export function fillTimes(columns: Float64Array, times: Float64Array, alpha: number, beta: number): void {
  for (let t = 0; t < times.length; t++) {
    const time = times[t] as number;
    const at = TIME_COLUMNS * t;
    columns[at] = Math.log1p(time / alpha);
    columns[at + 1] = Math.log1p(time / beta);
    columns[at + 2] = 1 / (alpha + time);
    columns[at + 3] = 1 / (beta + time);
    columns[at + 4] = (beta + time) / (alpha + time);
  }
}
