/**
 * Which modules of a folder import which, types included. Input: a folder of TypeScript; output: a graph,
 * and the circles in it.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** By module: the modules of the same folder that it imports. Paths from the folder. */
export type ImportGraph = ReadonlyMap<string, readonly string[]>;

export function readImports(folder: string): ImportGraph {
  const files = readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/.test(name))
    .map((name) => name.split(path.sep).join("/"));
  const known = new Set(files);
  return new Map(
    files.map((file) => {
      const text = readFileSync(path.join(folder, file), "utf8");
      const targets = specifiersOf(text)
        .filter((specifier) => specifier.startsWith("."))
        .map((specifier) => path.posix.join(path.posix.dirname(file), specifier))
        .filter((target) => known.has(target));
      return [file, [...new Set(targets)].sort()];
    }),
  );
}

/** What a module names as its imports: statements, `import()` and types of the form `import("…")`. */
function specifiersOf(text: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) {
      if (node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
        found.push(node.moduleSpecifier.text);
      }
    } else if (ts.isImportTypeNode(node)) {
      if (ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
        found.push(node.argument.literal.text);
      }
    } else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const [target] = node.arguments;
      if (target && ts.isStringLiteral(target)) found.push(target.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.tsx", text, ts.ScriptTarget.Latest));
  return found;
}

/** Sets of modules each of which imports all others of its set, by way of others or not. Sorted. */
export function importCircles(graph: ImportGraph): readonly (readonly string[])[] {
  const reached = new Map([...graph.keys()].map((file) => [file, reachedFrom(graph, file)]));
  const circles = new Map<string, readonly string[]>();
  for (const [file, targets] of reached) {
    if (!targets.has(file)) continue;
    const members = [...targets].filter((other) => reached.get(other)?.has(file)).sort();
    circles.set(members.join("\n"), members);
  }
  return [...circles.values()];
}

export function reachedFrom(graph: ImportGraph, start: string): ReadonlySet<string> {
  const reached = new Set<string>();
  const waiting = [...(graph.get(start) ?? [])];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    waiting.push(...(graph.get(file) ?? []));
  }
  return reached;
}
