import ts from "typescript";

/**
 * What the doc comment of a public symbol lacks. Functions need a summary, every `@param`, `@returns`, a name after
 * each `@throws`, and an `@example`; everything else needs a summary.
 */
export function missingDocs(symbol: ts.Symbol): string[] {
  const declarations = (symbol.declarations ?? []).filter((node) => !isImplementation(node, symbol));
  const documented = declarations.filter((node) => docsOf(node).length > 0);
  if (documented.length === 0) return ["has no doc comment"];
  const lacks = documented.flatMap((node) =>
    ts.isFunctionLike(node) ? functionLacks(node) : summaryLacks(node),
  );
  const isFunction = documented.some(ts.isFunctionLike);
  const hasExample = documented.some((node) =>
    ts.getJSDocTags(node).some((tag) => tag.tagName.text === "example"),
  );
  return [...new Set(isFunction && !hasExample ? [...lacks, "has no @example"] : lacks)];
}

function functionLacks(node: ts.SignatureDeclaration): string[] {
  const lacks = summaryLacks(node);
  const tags = ts.getJSDocTags(node);
  for (const [at, parameter] of node.parameters.entries()) {
    const name = ts.isIdentifier(parameter.name) ? parameter.name.text : `parameter ${at + 1}`;
    const tag = tags.filter(ts.isJSDocParameterTag).find((param) => param.name.getText() === name);
    if (textOf(tag?.comment) === "") lacks.push(`has no @param for ${name}`);
  }
  const names = node.parameters.map((parameter) => parameter.name.getText());
  for (const tag of tags.filter(ts.isJSDocParameterTag)) {
    if (!names.includes(tag.name.getText()))
      lacks.push(`has a @param for ${tag.name.getText()}, which it does not take`);
  }
  const returns = tags.find((tag) => tag.tagName.text === "returns");
  if (textOf(returns?.comment) === "" && node.type?.kind !== ts.SyntaxKind.VoidKeyword)
    lacks.push("has no @returns");
  // From the text, since the compiler takes the braces of {@link DataError} for those of a type.
  const comment = docsOf(node)
    .map((doc) => doc.getText())
    .join("\n");
  for (const [, words = ""] of comment.matchAll(/@throws\b *(.*)/g)) {
    if (!/^(\{@link )?[A-Z]\w*Error\b/.test(words)) {
      lacks.push("has a @throws that does not begin with the name of an error");
    }
  }
  return lacks;
}

function summaryLacks(node: ts.Node): string[] {
  return docsOf(node).every((doc) => textOf(doc.comment) === "") ? ["has no summary sentence"] : [];
}

/** The body behind overloads is not what a reader sees. */
function isImplementation(node: ts.Declaration, symbol: ts.Symbol): boolean {
  const functions = (symbol.declarations ?? []).filter(ts.isFunctionDeclaration);
  return functions.length > 1 && ts.isFunctionDeclaration(node) && node.body !== undefined;
}

function docsOf(node: ts.Declaration | ts.Node): readonly ts.JSDoc[] {
  const holder = ts.isVariableDeclaration(node) ? node.parent.parent : node;
  return ts.getJSDocCommentsAndTags(holder).filter(ts.isJSDoc);
}

function textOf(comment: string | ts.NodeArray<ts.JSDocComment> | undefined): string {
  return (ts.getTextOfJSDocComment(comment) ?? "").trim();
}
