/** The smallest whole number from 1 on for which a condition holds that, once it holds, holds for all larger ones; `null` beyond all whole numbers. */
export function smallestSize(isEnough: (size: number) => boolean): number | null {
  let tooFew = 0;
  let enough = 1;
  while (!isEnough(enough)) {
    tooFew = enough;
    enough *= 2;
    if (enough > Number.MAX_SAFE_INTEGER) return null;
  }
  while (enough - tooFew > 1) {
    const middle = Math.floor((tooFew + enough) / 2);
    if (isEnough(middle)) enough = middle;
    else tooFew = middle;
  }
  return enough;
}
