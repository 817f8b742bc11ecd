/**
 * Functions that are handed over to a page as their own text, as `world.evaluate(…)` does, and what in them
 * cannot go with them. Input: the text of a module; output: a complaint for each such function.
 */
import { transform } from "esbuild";
import ts from "typescript";

const takers = new Set(["call", "enterFrame", "evaluate"]);

export async function whatCannotBeHandedOver(file: string, text: string): Promise<string[]> {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const own = valuesOf(source);
  const complaints: string[] = [];
  for (const { name, code } of handedFunctions(source, own)) {
    if (code === undefined) {
      complaints.push(`${file}: ${name} is of another module`);
      continue;
    }
    for (const used of ownValuesIn(code, own)) complaints.push(`${file}: ${name} uses ${used}`);
    // As tsx compiles it: functions with names are wrapped in a call of a helper.
    const compiled = await transform(`[${anonymous(code)}]`, { loader: "ts", keepNames: true });
    if (/\b__name\(/.test(compiled.code)) {
      complaints.push(`${file}: ${name} holds a function with a name`);
    }
  }
  return complaints;
}

interface Handed {
  readonly name: string;
  /** Undefined where it is of another module. */
  readonly code: ts.FunctionLikeDeclaration | undefined;
}

function* handedFunctions(
  source: ts.SourceFile,
  own: ReadonlyMap<string, ts.Node>,
): Generator<Handed> {
  for (const call of callsIn(source)) {
    const [given] = call.arguments;
    if (given === undefined) continue;
    if (ts.isArrowFunction(given) || ts.isFunctionExpression(given)) {
      const { line } = source.getLineAndCharacterOfPosition(given.getStart());
      yield { name: `the function in line ${line + 1}`, code: given };
    } else if (ts.isIdentifier(given) && own.has(given.text)) {
      const declared = own.get(given.text);
      if (declared && ts.isFunctionDeclaration(declared)) {
        yield { name: given.text, code: declared };
      } else if (declared && ts.isImportSpecifier(declared)) {
        yield { name: given.text, code: undefined };
      }
    }
  }
}

function* callsIn(node: ts.Node): Generator<ts.CallExpression> {
  if (ts.isCallExpression(node)) {
    const { expression } = node;
    const callee = ts.isPropertyAccessExpression(expression) ? expression.name : expression;
    if (ts.isIdentifier(callee) && takers.has(callee.text)) yield node;
  }
  for (const child of node.getChildren()) yield* callsIn(child);
}

/** Values that the module declares or imports, by name. */
function valuesOf(source: ts.SourceFile): ReadonlyMap<string, ts.Node> {
  const found = new Map<string, ts.Node>();
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) {
      found.set(statement.name.text, statement);
    } else if (ts.isClassDeclaration(statement) && statement.name) {
      found.set(statement.name.text, statement);
    } else if (ts.isVariableStatement(statement)) {
      for (const { name } of statement.declarationList.declarations) {
        if (ts.isIdentifier(name)) found.set(name.text, statement);
      }
    } else if (ts.isImportDeclaration(statement)) {
      const clause = statement.importClause;
      if (clause === undefined || clause.phaseModifier === ts.SyntaxKind.TypeKeyword) continue;
      if (clause.name) found.set(clause.name.text, clause);
      const named = clause.namedBindings;
      if (named === undefined || !ts.isNamedImports(named)) continue;
      for (const each of named.elements) if (!each.isTypeOnly) found.set(each.name.text, each);
    }
  }
  return found;
}

/** Names of values of the module that the function uses, but for types and its own variables. */
function ownValuesIn(
  code: ts.FunctionLikeDeclaration,
  own: ReadonlyMap<string, ts.Node>,
): ReadonlySet<string> {
  const used = new Set<string>();
  const declared = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isIdentifier(node)) {
      const { parent } = node;
      const isDeclared =
        (ts.isVariableDeclaration(parent) ||
          ts.isParameter(parent) ||
          ts.isBindingElement(parent)) &&
        parent.name === node;
      const isProperty =
        (ts.isPropertyAccessExpression(parent) && parent.name === node) ||
        (ts.isPropertyAssignment(parent) && parent.name === node) ||
        (ts.isBindingElement(parent) && parent.propertyName === node);
      if (isDeclared) declared.add(node.text);
      else if (!isProperty && own.has(node.text)) used.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  for (const parameter of code.parameters) visit(parameter);
  if (code.body) visit(code.body);
  return new Set([...used].filter((name) => !declared.has(name)));
}

/** A declaration's own name is given to it from outside, and does not go with it. */
function anonymous(code: ts.FunctionLikeDeclaration): string {
  const text = code.getText();
  if (!ts.isFunctionDeclaration(code) || code.name === undefined) return text;
  const start = code.getStart();
  const isAsync = code.modifiers?.some(({ kind }) => kind === ts.SyntaxKind.AsyncKeyword);
  return `${isAsync ? "async " : ""}function ${text.slice(code.name.end - start)}`;
}
