/**
 * Where tests read the content/ or styles/ of the repository itself, which are its publisher's. Input: a
 * repository's folder; output: places in its tests/. Names are followed through constants and imports,
 * not through parameters.
 */
import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

const { posix } = path;

/** From the repository's folder, which is the current one of tests: `""` is the folder itself. */
interface Place {
  readonly at: string;
  /** Whether it is a path as it stands, and not only where something reads it as one. */
  readonly rooted: boolean;
}

const JOINING = new Set(["join", "resolve"]);
const HANDING_ON = new Set(["fileURLToPath", "pathToFileURL"]);
/** They read what their first argument names. */
const READING =
  /^(?:access|copyFile|cp|createReadStream|exists|glob|lstat|open|opendir|readFile|readdir|realpath|stat)(?:Sync)?$/u;
/** They read a whole project, or copy it. */
const OF_PROJECT = /^(?:openProject|projectFolders|stylesOf|ownDesign|cp|cpSync)$/u;
/** They have the command line read the project of a folder: the current one, or their `cwd`. */
const RUNNING_HERE = "runHere";
const RUNNING_IN = "watchRun";

const isOwn = ({ at }: Place): boolean => /^(?:content|styles)(?:\/|$)/u.test(at);
const isRoot = ({ at }: Place): boolean => at === "";

function placeAt(at: string, rooted: boolean): Place {
  return { at: posix.normalize(at).replace(/^\.?\/?$|\/$/u, ""), rooted };
}

export function ownContentReads(root: string): readonly string[] {
  const files = readdirSync(path.join(root, "tests"), { recursive: true, encoding: "utf8" })
    .filter((name) => /\.tsx?$/u.test(name))
    .map((name) => posix.join("tests", name.split(path.sep).join("/")));
  const modules = new Map(
    files.map((file) => [file, new Module(file, readFileSync(path.join(root, file), "utf8"))]),
  );
  return files.flatMap((file) => modules.get(file)?.reads(modules) ?? []);
}

class Module {
  readonly #file: string;
  readonly #source: ts.SourceFile;
  readonly #constants = new Map<string, ts.Expression>();
  /** By name: the module that it comes from. */
  readonly #imported = new Map<string, string>();

  constructor(file: string, text: string) {
    this.#file = file;
    this.#source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
    this.#walk((node) => {
      if (ts.isVariableDeclaration(node) && ts.isIdentifier(node.name) && node.initializer) {
        this.#constants.set(node.name.text, node.initializer);
      }
      if (!ts.isImportDeclaration(node) || !ts.isStringLiteral(node.moduleSpecifier)) return;
      const bindings = node.importClause?.namedBindings;
      if (!bindings || !ts.isNamedImports(bindings)) return;
      const from = posix.join(posix.dirname(file), node.moduleSpecifier.text);
      for (const { name } of bindings.elements) this.#imported.set(name.text, from);
    });
  }

  reads(modules: ReadonlyMap<string, Module>): readonly string[] {
    const found: string[] = [];
    this.#walk((node) => {
      if (!this.#isRead(node, modules)) return;
      const { line } = this.#source.getLineAndCharacterOfPosition(node.getStart());
      found.push(`${this.#file}:${line + 1}`);
    });
    return [...new Set(found)];
  }

  #walk(visitor: (node: ts.Node) => void): void {
    const visit = (node: ts.Node): void => {
      visitor(node);
      ts.forEachChild(node, visit);
    };
    visit(this.#source);
  }

  #isRead(node: ts.Node, modules: ReadonlyMap<string, Module>): boolean {
    const placeOf = (each: ts.Node | undefined): Place | undefined =>
      each && this.#placeOf(each, modules);
    const place = placeOf(node);
    if (place?.rooted && isOwn(place)) return true;
    if (!ts.isCallExpression(node)) return false;
    const name = calledName(node);
    const [first] = node.arguments;
    const given = placeOf(first);
    if (READING.test(name) && given && isOwn(given)) return true;
    if (OF_PROJECT.test(name) && given && isRoot(given)) return true;
    if (name === RUNNING_HERE) return isBuild(first);
    const cwd = name === RUNNING_IN && placeOf(cwdOf(node));
    return cwd !== undefined && cwd !== false && isRoot(cwd);
  }

  #placeOf(node: ts.Node, modules: ReadonlyMap<string, Module>): Place | undefined {
    const placeOf = (each: ts.Node | undefined): Place | undefined =>
      each && this.#placeOf(each, modules);
    if (ts.isStringLiteralLike(node)) return placeAt(node.text, false);
    if (ts.isTemplateExpression(node)) return this.#placeOfTemplate(node, modules);
    if (ts.isIdentifier(node)) {
      const from = this.#imported.get(node.text);
      if (from !== undefined) return modules.get(from)?.constant(node.text, modules);
      return this.constant(node.text, modules);
    }
    if (ts.isPropertyAccessExpression(node)) {
      const isHere = node.getText() === "import.meta.dirname";
      return isHere ? placeAt(posix.dirname(this.#file), true) : undefined;
    }
    if (ts.isNewExpression(node) && node.expression.getText() === "URL") {
      const [address, base] = node.arguments ?? [];
      const place = base?.getText() === "import.meta.url" ? placeOf(address) : undefined;
      return place && placeAt(posix.join(posix.dirname(this.#file), place.at), true);
    }
    if (!ts.isCallExpression(node)) return undefined;
    if (node.expression.getText() === "process.cwd") return placeAt("", true);
    const name = calledName(node);
    const [first, ...rest] = node.arguments;
    const start = placeOf(first);
    if (HANDING_ON.has(name) || start === undefined) return start;
    if (!JOINING.has(name)) return undefined;
    const steps = rest.map((each) => placeOf(each)?.at ?? "*");
    return placeAt(posix.join(start.at, ...steps), start.rooted || name === "resolve");
  }

  #placeOfTemplate(
    { head, templateSpans: [span] }: ts.TemplateExpression,
    modules: ReadonlyMap<string, Module>,
  ): Place | undefined {
    if (head.text !== "") return placeAt(`${head.text}*`, false);
    const start = span && this.#placeOf(span.expression, modules);
    return start && placeAt(posix.join(start.at, "./", span.literal.text), start.rooted);
  }

  constant(name: string, modules: ReadonlyMap<string, Module>): Place | undefined {
    const value = this.#constants.get(name);
    // Asked for within its own value, it is no path.
    if (value === undefined || !this.#constants.delete(name)) return undefined;
    try {
      return this.#placeOf(value, modules);
    } finally {
      this.#constants.set(name, value);
    }
  }
}

function calledName({ expression }: ts.CallExpression): string {
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : expression.getText();
}

function cwdOf({ arguments: [, options] }: ts.CallExpression): ts.Expression | undefined {
  if (!options || !ts.isObjectLiteralExpression(options)) return undefined;
  const cwd = options.properties.find((each) => each.name?.getText() === "cwd");
  return cwd && ts.isPropertyAssignment(cwd) ? cwd.initializer : undefined;
}

function isBuild(args: ts.Expression | undefined): boolean {
  const [command] = args && ts.isArrayLiteralExpression(args) ? args.elements : [];
  return command !== undefined && ts.isStringLiteral(command) && command.text === "build";
}
