/**
 * Finds in TypeScript source where markup is made of strings: what a reviewer would stop at. Input:
 * the text of a module; output: each place with what is wrong there. It reads the syntax tree, so
 * comments, elements of JSX and words in messages are no markup.
 *
 * Found are `dangerouslySetInnerHTML`, DOM members that parse strings, literals with tags that are
 * joined to something (templates with values, `+`, items of lists, arguments of `replace`, `concat`,
 * `join` and `push`), and regular expressions that look for tags.
 */
import ts from "typescript";

export interface JoinedMarkup {
  /** From 1. */
  readonly line: number;
  readonly what: string;
}

/** The start of a tag, a doctype, a comment or an XML declaration; not `<<` of PDF, nor a group. */
const MARKUP =
  /(?<![<?])(?<!\(\?)(?<!\\k)<(?:[a-z][\w:.-]*(?=[\s>/]|$)|\/[a-z]|!doctype|!--|\?xml)/iu;
/** The same with a value after it: `<${name}`. */
const OPEN_TAG = /(?<![<?])(?<!\(\?)(?<!\\k)<\/?$/u;
/** In a regular expression: `<p`, `<\/p`, `<!--`; not `(?<name>`. */
const MARKUP_PATTERN = /(?<!\(\?)(?<!\\k)<(?:[a-z]|\\?\/|!|\\\?)/iu;

const PARSING_MEMBERS: ReadonlySet<string> = new Set([
  "insertAdjacentHTML",
  "createContextualFragment",
  "setHTMLUnsafe",
  "parseHTMLUnsafe",
  "setContent",
  "write",
  "writeln",
]);
const JOINING_CALLS: ReadonlySet<string> = new Set([
  "replace",
  "replaceAll",
  "concat",
  "join",
  "push",
  "unshift",
]);

export function joinedMarkup(file: string, source: string): readonly JoinedMarkup[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: JoinedMarkup[] = [];
  const tell = (node: ts.Node, what: string): void => {
    found.push({ line: tree.getLineAndCharacterOfPosition(node.getStart()).line + 1, what });
  };
  const visit = (node: ts.Node): void => {
    if (isNamed(node, "dangerouslySetInnerHTML")) tell(node, "dangerouslySetInnerHTML");
    if (assignsMarkup(node)) tell(node, "a string is parsed into the document");
    if (callsParser(node)) tell(node, "a string is parsed into the document");
    if (ts.isRegularExpressionLiteral(node) && MARKUP_PATTERN.test(node.text)) {
      tell(node, "a regular expression looks for tags");
    }
    if (isJoinedLiteral(node)) tell(node, "markup is joined");
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

function isNamed(node: ts.Node, name: string): boolean {
  return (ts.isIdentifier(node) || ts.isStringLiteral(node)) && node.text === name;
}

function assignsMarkup(node: ts.Node): boolean {
  return (
    ts.isBinaryExpression(node) &&
    node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment &&
    node.operatorToken.kind <= ts.SyntaxKind.LastAssignment &&
    ts.isPropertyAccessExpression(node.left) &&
    ["innerHTML", "outerHTML", "srcdoc"].includes(node.left.name.text)
  );
}

function callsParser(node: ts.Node): boolean {
  if (!ts.isCallExpression(node) || !ts.isPropertyAccessExpression(node.expression)) return false;
  const { name, expression } = node.expression;
  const isWriting = name.text === "write" || name.text === "writeln";
  return PARSING_MEMBERS.has(name.text) && (!isWriting || expression.getText() === "document");
}

function isJoinedLiteral(node: ts.Node): boolean {
  const { parent } = node;
  if (ts.isTemplateHead(node) || ts.isTemplateMiddle(node)) {
    return !isTagged(node) && (MARKUP.test(node.text) || OPEN_TAG.test(node.text));
  }
  if (ts.isTemplateTail(node)) return !isTagged(node) && MARKUP.test(node.text);
  if (!ts.isStringLiteral(node) && !ts.isNoSubstitutionTemplateLiteral(node)) return false;
  const isJoined =
    (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.PlusToken) ||
    ts.isArrayLiteralExpression(parent) ||
    (ts.isCallExpression(parent) &&
      ts.isPropertyAccessExpression(parent.expression) &&
      JOINING_CALLS.has(parent.expression.name.text));
  return isJoined && (MARKUP.test(node.text) || OPEN_TAG.test(node.text));
}

/** Templates that a function reads, as those of regular expressions, are no strings yet. */
function isTagged(node: ts.Node): boolean {
  const template = ts.isTemplateHead(node) ? node.parent : node.parent.parent;
  return ts.isTaggedTemplateExpression(template.parent);
}
