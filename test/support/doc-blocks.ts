import ts from "typescript";

/** One fenced block of TypeScript, and how its fence asks to be treated. */
export interface DocBlock {
  readonly code: string;
  /** Line of the file, from 1, on which the code begins. */
  readonly line: number;
  /** `false` for ` ```ts no-run `: type-checked only. */
  readonly run: boolean;
}

/** Blocks that share one scope, in order. */
export interface DocModule {
  readonly path: string;
  readonly blocks: readonly DocBlock[];
}

const fence = /^( *)```(\S*) *(.*)$/;

/** The fenced `ts` blocks of a Markdown text. */
export function blocksOf(markdown: string): DocBlock[] {
  const blocks: DocBlock[] = [];
  const lines = markdown.split("\n");
  for (let at = 0; at < lines.length; at++) {
    const [, indent, language, words] = fence.exec(lines[at] ?? "") ?? [];
    if (indent === undefined || language === undefined) continue;
    const start = at + 1;
    do at++;
    while (at < lines.length && lines[at]?.trim() !== "```");
    if (at === lines.length) throw new Error(`line ${start}: the block is never closed`);
    if (language !== "ts") continue;
    const flags = (words ?? "").split(" ").filter((flag) => flag !== "");
    const unknown = flags.find((flag) => flag !== "no-run");
    if (unknown !== undefined) throw new Error(`line ${start}: unknown word "${unknown}" after \`\`\`ts`);
    blocks.push({
      code: lines
        .slice(start, at)
        .map((line) => (line.startsWith(indent) ? line.slice(indent.length) : line))
        .join("\n"),
      line: start + 1,
      run: !flags.includes("no-run"),
    });
  }
  return blocks;
}

/** The scopes of a page: its blocks follow each other; one that declares a name again begins a new scope. */
export function modulesOfMarkdown(path: string, markdown: string): DocModule[] {
  const scopes: { names: Set<string>; blocks: DocBlock[] }[] = [];
  for (const block of blocksOf(markdown)) {
    const names = declaredNames(block.code);
    let scope = scopes.at(-1);
    if (scope === undefined || names.some((name) => scope?.names.has(name))) {
      scope = { names: new Set(), blocks: [] };
      scopes.push(scope);
    }
    for (const name of names) scope.names.add(name);
    scope.blocks.push(block);
  }
  return scopes.map(({ blocks }) => ({ path, blocks }));
}

/** What a block declares for all blocks after it; imports may be repeated. */
function declaredNames(code: string): string[] {
  const names: string[] = [];
  const add = (name: ts.BindingName): void => {
    if (ts.isIdentifier(name)) names.push(name.text);
    else for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name);
  };
  const file = ts.createSourceFile("block.ts", code, ts.ScriptTarget.ES2022, true);
  for (const statement of file.statements) {
    if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) add(name);
    } else if (ts.isDeclarationStatement(statement) && statement.name && ts.isIdentifier(statement.name)) {
      add(statement.name);
    }
  }
  return names;
}

/** Each `@example` of a source file's doc comments, every fenced block in it a scope of its own. */
export function modulesOfSource(path: string, text: string): DocModule[] {
  return examplesOf(text).flatMap(({ line, body }) =>
    blocksOfExample(body).map((block) => ({ path, blocks: [{ ...block, line: block.line + line - 1 }] })),
  );
}

/** An example without any fence is code from its first line to its last, as TypeDoc has it. */
function blocksOfExample(body: string): DocBlock[] {
  if (body.includes("```")) return blocksOf(body);
  const lines = body.replace("@example", "").trimEnd().split("\n");
  const first = lines.findIndex((line) => line.trim() !== "");
  if (first < 0) return [];
  return [{ code: lines.slice(first).join("\n").trimStart(), line: first + 1, run: true }];
}

/** The text of each `@example`, without the comment's stars, and the line on which it begins. */
function examplesOf(text: string): { line: number; body: string }[] {
  const examples: { line: number; body: string }[] = [];
  for (const comment of docCommentsOf(text)) {
    const before = text.slice(0, comment.pos).split("\n").length;
    const lines = text
      .slice(comment.pos, comment.end)
      .replace(/\*\/$/, "")
      .split("\n")
      .map((line) => line.replace(/^\s*\/?\*+ ?/, ""));
    for (let at = 0; at < lines.length; at++) {
      if (!lines[at]?.startsWith("@example")) continue;
      const next = lines.findIndex((line, index) => index > at && /^@[a-z]/i.test(line));
      examples.push({ line: before + at, body: lines.slice(at, next < 0 ? undefined : next).join("\n") });
    }
  }
  return examples;
}

function docCommentsOf(text: string): { pos: number; end: number }[] {
  const file = ts.createSourceFile("source.ts", text, ts.ScriptTarget.ES2022, true);
  const comments = new Map<number, { pos: number; end: number }>();
  const visit = (node: ts.Node): void => {
    for (const { pos, end } of ts.getLeadingCommentRanges(text, node.getFullStart()) ?? []) {
      if (text.startsWith("/**", pos)) comments.set(pos, { pos, end });
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...comments.values()];
}

/**
 * The blocks of a scope as the text of one module, every line where it stands in its own file, so that
 * whatever is reported names the right line.
 */
export function textOf(blocks: readonly DocBlock[]): string {
  const lines: string[] = [];
  for (const { line, code } of blocks) {
    while (lines.length < line - 1) lines.push("");
    lines.push(...code.split("\n"));
  }
  return `${withoutRepeatedImports(lines.join("\n"))}\nexport {};\n`;
}

/** A later block may import again what an earlier one has: a reader should be able to copy it alone. */
function withoutRepeatedImports(text: string): string {
  const file = ts.createSourceFile("page.ts", text, ts.ScriptTarget.ES2022, true);
  const seen = new Set<string>();
  const edits: { start: number; end: number; text: string }[] = [];
  for (const statement of file.statements.filter(ts.isImportDeclaration)) {
    const clause = statement.importClause;
    const bindings = clause?.namedBindings;
    if (clause === undefined || bindings === undefined || !ts.isNamedImports(bindings)) continue;
    const from = statement.moduleSpecifier.getText();
    const kept = bindings.elements.filter(({ name, propertyName }) => {
      const key = `${from} ${propertyName?.text ?? name.text} ${name.text}`;
      return !seen.has(key) && seen.add(key).has(key);
    });
    if (kept.length === bindings.elements.length) continue;
    const kind = clause.phaseModifier === ts.SyntaxKind.TypeKeyword ? "type " : "";
    const names = kept.map((element) => element.getText()).join(", ");
    const breaks = "\n".repeat(statement.getText().split("\n").length - 1);
    const start = statement.getStart();
    edits.push({
      start,
      end: statement.end,
      text: (names && `import ${kind}{ ${names} } from ${from};`) + breaks,
    });
  }
  return edits.reduceRight(
    (result, edit) => result.slice(0, edit.start) + edit.text + result.slice(edit.end),
    text,
  );
}
