/** Reads a number as a file writes it: a number, or the text itself if it is none. */
export type AmountReader = (text: string) => number | string;

/**
 * Reads amounts with a stated decimal mark; the other mark, blanks and apostrophes may then group thousands.
 *
 * If no mark is stated, only plain numbers with a point are read: "1,234" might be a thousand or little more than one.
 */
export function amountReader(decimalMark: "." | "," | null): AmountReader {
  if (decimalMark === null) return (text) => (PLAIN.test(text) ? Number(text) : text);
  const group = decimalMark === "," ? "." : ",";
  const mark = `\\${decimalMark}`;
  const grouped = `\\d{1,3}(?:[\\${group}'’ \\u00a0\\u202f]\\d{3})+`;
  const written = new RegExp(`^([+−-]?)(\\d+|${grouped}|(?=${mark}))(?:${mark}(\\d*))?([eE][+-]?\\d+)?(-?)$`);
  return (text) => {
    const match = written.exec(text);
    if (match === null) return text;
    const [, sign = "", whole = "", fraction = "", exponent = "", signBehind = ""] = match;
    if (whole === "" && fraction === "") return text;
    if (sign !== "" && signBehind !== "") return text;
    const value = Number(`${whole.replace(/\D/g, "")}.${fraction}${exponent}`);
    return sign === "−" || sign === "-" || signBehind === "-" ? -value : value;
  };
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
