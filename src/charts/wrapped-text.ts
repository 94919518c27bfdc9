/** Breaks a text between words into lines of at most so many characters; a longer word has a line of its own. */
export function wrappedText(text: string, longest: number): string {
  const lines: string[] = [];
  for (const word of text.split(" ")) {
    const line = lines.at(-1);
    const longer = line === undefined ? word : `${line} ${word}`;
    if (line === undefined || longer.length > longest) lines.push(word);
    else lines[lines.length - 1] = longer;
  }
  return lines.join("\n");
}
