/** The longest line that the demo writes. */
export const LINE_WIDTH = 100;

/** Breaks a text at blanks into lines; all but the first are indented by `hanging`. A word longer than the line stays whole. */
export function wrapped(text: string, indent = "", hanging = indent): string[] {
  const lines: string[] = [];
  let line = indent;
  let empty = true;
  for (const word of text.split(" ")) {
    if (!empty && line.length + 1 + word.length > LINE_WIDTH) {
      lines.push(line);
      line = hanging;
      empty = true;
    }
    line += empty ? word : ` ${word}`;
    empty = false;
  }
  lines.push(line);
  return lines;
}
