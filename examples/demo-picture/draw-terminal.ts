const CHARACTER_WIDTH = 8.4;
const LINE_HEIGHT = 20;
const PADDING = 20;
const TITLE_BAR = 34;
const FONTS = "DejaVu Sans Mono, Menlo, Consolas, Liberation Mono, monospace";

/** Lines of text as a picture of a terminal. */
export function drawTerminal(command: string, lines: readonly string[]): string {
  const columns = Math.max(...lines.map((line) => line.length));
  const width = Math.ceil(columns * CHARACTER_WIDTH + 2 * PADDING);
  const height = TITLE_BAR + lines.length * LINE_HEIGHT + 2 * PADDING;
  const text = lines
    .map((line, i) => textLine(line, TITLE_BAR + PADDING + (i + 0.7) * LINE_HEIGHT))
    .join("\n");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${escaped(command)}">
<rect width="${width}" height="${height}" rx="10" fill="#10151c"/>
<circle cx="22" cy="18" r="6" fill="#d1605e"/><circle cx="42" cy="18" r="6" fill="#d9a441"/><circle cx="62" cy="18" r="6" fill="#5fa55a"/>
<text x="${width / 2}" y="22" text-anchor="middle" fill="#8b98a9" font-family="${FONTS}" font-size="13">${escaped(command)}</text>
<g font-family="${FONTS}" font-size="14">
${text}
</g>
</svg>
`;
}

function textLine(line: string, y: number): string {
  const isTable = line.startsWith("  ");
  const color = /^ *─+$/.test(line) ? "#465260" : isTable ? "#dbe4ee" : "#7cc4ff";
  const weight = isTable ? "" : ' font-weight="bold"';
  const cells = [...line.matchAll(/\S+(?: \S+)*/g)].map(({ 0: cell, index }) => {
    // Place and length are stated, so that columns stay in line whatever monospaced font the reader has.
    const x = (PADDING + index * CHARACTER_WIDTH).toFixed(1);
    const length = (cell.length * CHARACTER_WIDTH).toFixed(1);
    return `<text x="${x}" y="${y.toFixed(1)}" textLength="${length}" lengthAdjust="spacingAndGlyphs">${escaped(cell)}</text>`;
  });
  return cells.length === 0 ? "" : `<g fill="${color}"${weight}>${cells.join("")}</g>`;
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
