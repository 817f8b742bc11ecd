/**
 * Whether a PDF reads as its source: the words met in its structure tree are those of the source,
 * all of them, in the same order. Input: the file's bytes and the logical tree; output: findings.
 * Hyphenated words count whole, ligatures as their letters, letter case as the styles print it.
 */
import type { Finding } from "../check/finding.ts";
import {
  isInline,
  type LogicalElement,
  type LogicalNode,
  type LogicalTree,
} from "./logical-tree.ts";
import { readStructure, type ReadElement, type ReadNode } from "./read-structure.ts";

export async function readingFidelity(pdf: Uint8Array, tree: LogicalTree): Promise<Finding[]> {
  const root = await readStructure(pdf);
  return compareReadings(words(sourceReading(tree.root)), words(pdfReading(root)));
}

/** At most this many differences are told one by one. */
const toldDifferences = 20;
/** How many words around a difference are shown, and how far ahead it is looked for agreement. */
const contextWords = 6;
const searchWords = 400;

export function compareReadings(expected: readonly string[], read: readonly string[]): Finding[] {
  const findings: Finding[] = [];
  let at = 0;
  let readAt = 0;
  while (at < expected.length || readAt < read.length) {
    if (expected[at] === read[readAt]) {
      at++;
      readAt++;
      continue;
    }
    const [skipped, extra] = agreement(expected, read, at, readAt);
    findings.push(difference(expected, read, { at, readAt, skipped, extra }));
    at += skipped;
    readAt += extra;
    if (findings.length >= toldDifferences) break;
  }
  return findings;
}

/** How many words to pass over on either side until both agree again for three words. */
function agreement(
  expected: readonly string[],
  read: readonly string[],
  at: number,
  readAt: number,
): [number, number] {
  const agrees = (i: number, j: number): boolean =>
    [0, 1, 2].every((step) => expected[i + step] === read[j + step]);
  for (let total = 1; total <= searchWords; total++) {
    for (let skipped = 0; skipped <= total; skipped++) {
      if (agrees(at + skipped, readAt + total - skipped)) return [skipped, total - skipped];
    }
  }
  return [expected.length - at, read.length - readAt];
}

function difference(
  expected: readonly string[],
  read: readonly string[],
  { at, readAt, skipped, extra }: { at: number; readAt: number; skipped: number; extra: number },
): Finding {
  const excerpt = (list: readonly string[], from: number, count: number): string => {
    const shown = list.slice(from, from + Math.min(count, contextWords));
    return `“${shown.join(" ")}${count > contextWords ? " …" : ""}”`;
  };
  const before = expected.slice(Math.max(0, at - contextWords), at).join(" ");
  const missing = excerpt(expected, at, skipped);
  const found = excerpt(read, readAt, extra);
  const message =
    extra === 0
      ? `the PDF does not read ${missing}`
      : skipped === 0
        ? `the PDF reads ${found}, which the source does not have`
        : `the PDF reads ${found} where the source has ${missing}`;
  return {
    rule: "reading-fidelity",
    impact: "serious",
    wcag: ["1.3.1", "1.3.2"],
    where: before === "" ? "at the start" : `after “… ${before}”`,
    message,
    help: "hint: look at this place in print, whether something covers, clips or moves the text",
  };
}

/** Words as they are compared: without soft hyphens, case and typographic variants of letters. */
export function words(text: string): string[] {
  return text
    .normalize("NFKC")
    .replace(/[\u00AD\u200B-\u200F\u2060-\u2069\uFEFF]/g, "")
    .toUpperCase()
    .split(/\s+/)
    .filter((word) => word !== "");
}

function sourceReading(node: LogicalNode): string {
  if (node.kind === "content") return node.text;
  if (node.alt !== undefined) return ` ${node.alt} `;
  const inner = node.children.map(sourceReading).join("");
  return isInline(node) ? inner : ` ${inner} `;
}

const inlineTypes = /^(?:Span|Quote|Reference|Code|Link|Ruby|RB|RT|RP|Em|Strong)$/;

function pdfReading(node: ReadNode): string {
  if (typeof node === "string") return node;
  if ("annotation" in node) return "";
  if (node.alt !== undefined) return ` ${node.alt} `;
  const inner = node.children.map(pdfReading).join("");
  return isReadInline(node) ? inner : ` ${inner} `;
}

function isReadInline(element: ReadElement): boolean {
  return inlineTypes.test(element.type) && !element.attributes.includes("Placement Block");
}

/** Elements that are in the logical tree and have to be in the PDF, counted by type. */
export function countTypes(root: LogicalElement): Map<string, number> {
  const counts = new Map<string, number>();
  const visit = (element: LogicalElement): void => {
    counts.set(element.type, (counts.get(element.type) ?? 0) + 1);
    for (const child of element.children) if (child.kind === "element") visit(child);
  };
  visit(root);
  return counts;
}
