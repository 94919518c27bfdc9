const STEPS = 10;

/** Tells after each tenth of the bytes how far the reading has come. */
export function progressTeller(
  bytes: number,
  tell: (text: string) => void,
): (bytes: number, rows: number) => void {
  let [done, rows, step] = [0, 0, 0];
  const begin = performance.now();
  return (moreBytes, moreRows) => {
    done += moreBytes;
    rows += moreRows;
    const reached = Math.floor((STEPS * done) / bytes);
    if (reached === step) return;
    step = reached;
    const seconds = ((performance.now() - begin) / 1000).toFixed(1);
    tell(
      `${((100 * step) / STEPS).toFixed(0)} %: ${rows.toLocaleString("en-US")} rows read in ${seconds} s\n`,
    );
  };
}
