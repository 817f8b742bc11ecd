/**
 * Judges whether a PDF reads as its source: the words met in its structure tree are those of the
 * source, all of them, in the same order. Input: an open PDF and the text that it must be read as;
 * output: a finding for each difference. What counts is what the file literally says: its glyphs'
 * characters, ActualText, Alt and spaces that are really there. Hyphenated words count whole,
 * ligatures as their letters, letter case as the styles print it.
 */
import type { PdfDocument } from "../pdf/read/open-pdf.ts";
import { readStructureTree } from "../pdf/read/read-structure-tree.ts";
import type { StructureElement, StructureKid } from "../pdf/read/structure-tree.ts";
import type { Finding } from "./finding.ts";
import type { Judge } from "./judge.ts";

export interface JudgedReading {
  readonly pdf: PdfDocument;
  /** The source as plain text, in reading order; lines and spaces part words. */
  readonly expected: string;
}

export const readingFidelityJudge: Judge<JudgedReading> = {
  name: "imprimatur-reading-fidelity",
  version: "1",
  async judge({ pdf, expected }) {
    const { kids } = await readStructureTree(pdf, { literal: true });
    return { findings: compareReadings(words(expected), words(kids.map(reading).join(""))) };
  },
};

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

function reading(kid: StructureKid): string {
  if (kid.kind === "content") return kid.text;
  if (kid.kind === "annotation") return "";
  const text = kid.actualText ?? kid.alt ?? kid.kids.map(reading).join("");
  return flowsInLine(kid) ? text : ` ${text} `;
}

/** Types that part no words. Stricter than other readers: a label, note or figure stands apart. */
const inlineTypes: ReadonlySet<string> = new Set(
  "Span Quote Reference Code Link Ruby RB RT RP".split(" "),
);

function flowsInLine({ mappedRole, attributes, alt }: StructureElement): boolean {
  return alt === undefined && inlineTypes.has(mappedRole) && attributes.placement !== "Block";
}
