/**
 * Colours that differ in lightness as well as in hue (after Okabe & Ito), so that they are told apart by the colour-blind; dashes, marks
 * and names beside the curves tell the same. The card has a ground of its own: it is readable on any page.
 */
export const STYLE = `text { font: 13px "Segoe UI", "Helvetica Neue", Arial, "Liberation Sans", "DejaVu Sans", sans-serif; fill: #1b2430; }
.title { font-size: 17px; font-weight: bold; }
.label { font-weight: bold; }
.muted { fill: #566273; }
.card { fill: #ffffff; stroke: #d5dbe2; }
.grid { stroke: #e3e7ec; }
.axis { stroke: #8a95a3; }
.guide { stroke: #566273; stroke-dasharray: 2 3; }
.line { fill: none; stroke-width: 2.5; stroke-linejoin: round; }
.d1 { stroke-dasharray: 9 4; }
.d2 { stroke-dasharray: 3 3; }
.d3 { stroke-dasharray: 12 4 3 4; }
.band { fill-opacity: 0.16; }
.mark { stroke-width: 1.8; }
${tones(["#0067a5", "#b34700", "#00735a", "#8f2f74"])}
.mark.hollow { fill: #ffffff; }
@media (prefers-color-scheme: dark) {
text { fill: #dbe4ee; }
.muted { fill: #a3afbd; }
.card { fill: #10151c; stroke: #2b3541; }
.grid { stroke: #2b3541; }
.axis { stroke: #7c8896; }
.guide { stroke: #a3afbd; }
${tones(["#6cb8f0", "#f2a24a", "#41d1a7", "#e79fd0"])}
.mark.hollow { fill: #10151c; }
}`;

function tones(colours: readonly string[]): string {
  return colours
    .map(
      (colour, i) => `.line.t${i} { stroke: ${colour}; }
.label.t${i}, .band.t${i} { fill: ${colour}; }
.mark.t${i} { fill: ${colour}; stroke: ${colour}; }`,
    )
    .join("\n");
}
