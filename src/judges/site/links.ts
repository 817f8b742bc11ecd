/**
 * The judge of internal links: every address in the published HTML and CSS that stays within the
 * published folder leads to a file that is there, and its fragment to a place in that file. Input: a
 * folder, or one page's text; output: a finding for each broken link. Addresses of other hosts are
 * not requested and not judged; double ids are html-validate's.
 */
import { readdir } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import { findingOf, type RuleFinding } from "../verdict/judge-info.ts";
import { readText, type HtmlText } from "../html/html-text.ts";
import { judgeBy, type Judge, type Judgement } from "../verdict/judge.ts";
import { readCssReferences, readHtmlReferences } from "./link-references.ts";
import type { HtmlReferences, Reference } from "./link-references.ts";
import { LINK_RULES, LINKS } from "./links-info.ts";

export interface PublishedFolder {
  /** The folder that is published as a whole. */
  readonly root: string;
  /** Path of that folder on its host, with / at both ends; undefined where it is not known. */
  readonly basePath?: string | undefined;
  /** Judge the files in this folder below `root` only; its links may lead anywhere in `root`. */
  readonly under?: string;
}

/** A host that cannot exist (RFC 6761), which distinguishes the addresses of the edition from all others. */
const origin = "http://published.invalid";

type LinkRule = keyof typeof LINK_RULES;

export const linksJudge: Judge<PublishedFolder> = judgeBy(LINKS, judgeFolder);

/** One page by itself: only its links to places in itself can be judged. */
export const fragmentsJudge: Judge<HtmlText> = judgeBy(LINKS, async ({ file, read }) => {
  const { references, anchors } = readHtmlReferences(await read());
  const findings = references
    .filter(({ address }) => address.startsWith("#") && !hasAnchor(anchors, address))
    .map((reference) => brokenFragment(file, reference));
  return { findings };
});

async function judgeFolder(
  { root, under, basePath }: PublishedFolder,
  signal: AbortSignal,
): Promise<Judgement<LinkRule>> {
  const files = await listFiles(root);
  const published: ReadonlySet<string> = new Set(files);
  const pages = new Map<string, HtmlReferences>();
  for (const file of files.filter(isHtml)) {
    signal.throwIfAborted();
    pages.set(file, readHtmlReferences(await readText(join(root, file))));
  }
  const start = under === undefined ? "" : `${under.split(sep).join("/").replace(/\/$/, "")}/`;
  const findings: RuleFinding<LinkRule>[] = [];
  for (const file of files.filter((name) => name.startsWith(start))) {
    const page = pages.get(file);
    if (page === undefined && !file.endsWith(".css")) continue;
    const references = page?.references ?? readCssReferences(await readText(join(root, file)));
    for (const reference of references) {
      const finding = judgeReference(file, page?.base, reference, { basePath, published, pages });
      if (finding !== undefined) findings.push(finding);
    }
  }
  return { findings };
}

interface Surroundings {
  readonly basePath: string | undefined;
  readonly published: ReadonlySet<string>;
  readonly pages: ReadonlyMap<string, HtmlReferences>;
}

function judgeReference(
  file: string,
  base: string | undefined,
  reference: Reference,
  { basePath: known, published, pages }: Surroundings,
): RuleFinding<LinkRule> | undefined {
  const basePath = known ?? assumedPath(reference, base);
  const ownAddress = new URL(
    file.split("/").map(encodeURIComponent).join("/"),
    `${origin}${basePath}`,
  );
  const start = base === undefined ? ownAddress : URL.parse(base, ownAddress);
  const target = start === null ? null : URL.parse(reference.address, start);
  if (target === null) {
    return finding(file, reference, "link-malformed", "is no address");
  }
  // What lies beside the folder on the same host is another's, as other hosts are.
  if (target.origin !== origin || !target.pathname.startsWith(basePath)) return undefined;
  const path = decodeAddressPart(target.pathname.slice(basePath.length));
  const wanted = path === "" || path.endsWith("/") ? `${path}index.html` : path;
  if (!published.has(wanted)) {
    return finding(file, reference, "link-broken", `leads to ${wanted}, which is not there`);
  }
  const anchors = pages.get(wanted)?.anchors;
  if (anchors === undefined || hasAnchor(anchors, target.hash)) return undefined;
  return brokenFragment(file, reference);
}

/**
 * Where the folder is taken to stand whose place is not known. What begins at the host is looked for in
 * it, and what climbs out of it is beside it, as it is wherever the folder stands.
 */
function assumedPath({ address }: Reference, base: string | undefined): string {
  return base !== undefined || address.startsWith("/") ? "/" : "/published/";
}

/** True for no fragment, the top of the page, and text fragments, which need no place. */
function hasAnchor(anchors: ReadonlySet<string>, hash: string): boolean {
  const fragment = hash.replace(/^#/, "").replace(/:~:.*$/, "");
  if (fragment === "" || fragment.toLowerCase() === "top") return true;
  return anchors.has(fragment) || anchors.has(decodeAddressPart(fragment));
}

function brokenFragment(file: string, reference: Reference): RuleFinding<LinkRule> {
  return finding(file, reference, "fragment-broken", "names a place that the page does not have");
}

function finding(
  file: string,
  { address, line, element }: Reference,
  rule: LinkRule,
  fault: string,
): RuleFinding<LinkRule> {
  return findingOf(LINK_RULES[rule], {
    where: `${file}:${line}`,
    element: element && { kind: "page-element", file, ...element },
    message: `The link “${address}” ${fault}.`,
  });
}

function decodeAddressPart(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    // A lone % stands for itself.
    return part;
  }
}

function isHtml(file: string): boolean {
  return /\.x?html?$/i.test(file);
}

/** Paths of all files below `root`, with `/` between their parts, in order. */
async function listFiles(root: string): Promise<readonly string[]> {
  const entries = await readdir(root, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)).split(sep).join("/"))
    .sort();
}
