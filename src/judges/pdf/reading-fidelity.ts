/**
 * Judges whether a PDF reads as its source. Input: an open PDF, the text that it must be read as,
 * and programs that read it; output: a finding for each difference.
 *
 * First literally: the words met in the structure tree are those of the source, all of them, in the
 * same order. What counts is what the file says: its glyphs' characters, ActualText, Alt and spaces
 * that are really there. Hyphenated words count whole, ligatures as their letters, letter case as
 * the styles print it. Then as programs read its pages: the words of each page are those of the
 * tree, in its order where the page is painted so.
 */
import type { PdfDocument } from "../../pdf/objects/open-pdf.ts";
import { readPageTexts } from "../../pdf/text/page-texts.ts";
import { readPdfiumText } from "../../pdf/text/pdfium-text.ts";
import { readPdfjsText } from "../../pdf/text/pdfjs-text.ts";
import { readStructureTree } from "../../pdf/structure/read-structure-tree.ts";
import type { StructureKid } from "../../pdf/structure/structure-tree.ts";
import { hasRightToLeft } from "../../pdf/text/text-piece.ts";
import { findingOf, type RuleInfo } from "../verdict/judge-info.ts";
import { judgeBy, type Judge, type Judgement } from "../verdict/judge.ts";
import { READING_FIDELITY, READING_RULES, type ReadingFinding } from "./reading-fidelity-info.ts";
import {
  compareReadings,
  foldedWords,
  foldCase,
  REPORTED_DIFFERENCES,
  type ReadingDifference,
} from "./reading/compare-readings.ts";
import { comparePage, readerWords, type PageDifference } from "./reading/compare-page.ts";
import { hasLettersOf } from "./reading/page-letters.ts";
import { pageWords } from "./reading/page-words.ts";
import { pagesPaintedInOrder } from "./reading/painting-order.ts";
import { isReadable } from "./reading/reader-words.ts";
import { partsWords } from "./reading/parts-words.ts";

/** A program that reads the text of pages in the order in which they are painted. */
export interface PageReader {
  /** The name that findings show. */
  readonly name: string;
  readonly read: (pdf: PdfDocument, signal: AbortSignal) => Promise<readonly string[]>;
}

/** Chromium's viewer, and many programs that are built on it. */
export const pdfiumReader: PageReader = {
  name: "PDFium",
  read: ({ bytes }, signal) => readPdfiumText(bytes, signal),
};

/** Firefox's viewer. */
export const pdfjsReader: PageReader = { name: "pdf.js", read: readPdfjsText };

export interface JudgedReading {
  readonly pdf: PdfDocument;
  /** The source as plain text, in reading order; lines and spaces part words. */
  readonly expected: string;
  /** PDFium alone where it is undefined. */
  readonly readers?: readonly PageReader[];
}

type ReadingJudgement = Judgement<ReadingFinding["rule"]>;

export const readingFidelityJudge: Judge<JudgedReading> = judgeBy(
  READING_FIDELITY,
  async ({ pdf, expected, readers = [pdfiumReader] }, signal) => {
    // They begin at once: most of what the tree is read from comes from another thread.
    const reads = readers.map(async (reader) => ({
      name: reader.name,
      read: await reader.read(pdf, signal),
    }));
    for (const read of reads) read.catch(() => undefined);
    const tree = await readStructureTree(pdf, { literal: true });
    const literal = compareReadings(
      foldedWords(expected),
      foldedWords(tree.kids.map(reading).join("")),
    );
    const texts = await readPageTexts(pdf);
    const pages = pageWords(tree, texts);
    const pagesWith = (has: (word: string) => boolean): ReadonlySet<number> =>
      new Set(pages.filter(({ words }) => words.some(has)).map(({ page }) => page));
    const traits: PageTraits = {
      paintedInOrder: pagesPaintedInOrder(tree, texts),
      rightToLeft: pagesWith(hasRightToLeft),
      clusters: pagesWith((word) => CLUSTERS.test(word)),
    };
    const judgements: ReadingJudgement[] = [{ findings: literal.map(treeFinding) }];
    // Where the tree has too many differences to find them all, those of readers are not distinguished.
    if (literal.length < REPORTED_DIFFERENCES) {
      const isRepeated = repeated(literal);
      for (const { name, read } of await Promise.all(reads)) {
        const readings = pages.map((page, index) => ({
          page,
          words: readerWords(page, read[index] ?? ""),
        }));
        const differences = readings
          .flatMap(({ page, words }) => comparePage(page, words))
          .filter((difference) => !isRepeated(difference));
        const otherLetters = readings.filter(({ page, words }) => !hasLettersOf(page, words));
        const pagesWithOthers = new Set(otherLetters.map(({ page }) => page.page));
        judgements.push(judgeReader(name, differences, traits, pagesWithOthers));
      }
    }
    return {
      findings: judgements.flatMap(({ findings }) => findings),
      toReview: judgements.flatMap(({ toReview = [] }) => toReview),
    };
  },
);

/**
 * Pages are expected to read as the tree. Where that lacks words of the source, or has others, all
 * readers differ from it in the same place: that is not reported again.
 */
function repeated(literal: readonly ReadingDifference[]): (found: PageDifference) => boolean {
  const wrong = new Set(literal.flatMap(({ added }) => added));
  const known = new Set(literal.flatMap(({ missing, added }) => [...missing, ...added]));
  return ({ lost, added }) =>
    lost.some((word) => wrong.has(foldCase(word))) ||
    [...lost, ...added].every((word) => known.has(foldCase(word)));
}

/** What is drawn of several glyphs that stand in each other's way. */
const CLUSTERS = /\p{M}|\p{Extended_Pictographic}/u;

/** What a page is known for beside its words. */
interface PageTraits {
  /** Pages that are painted in the order of the structure. */
  readonly paintedInOrder: ReadonlySet<number>;
  /** Pages with text from right to left. */
  readonly rightToLeft: ReadonlySet<number>;
  /** Pages with marks over letters, or pictures of several characters. */
  readonly clusters: ReadonlySet<number>;
}

/**
 * Another order is certain where the page is painted in that of the structure, and the reader did
 * not sort a line. Other words are certain where letters are others, or where words run together.
 * That a word is parted by a gap that is seen, as between a number and the text beside it, is a doubt.
 * So is what a reader makes of marks, which it sorts by where they stand, and, where text runs from
 * right to left, of spaces and brackets.
 */
function isCertain(
  { kind, page, lost, added, ofWholeLines }: PageDifference,
  { paintedInOrder, rightToLeft, clusters }: PageTraits,
  otherLetters: ReadonlySet<number>,
): boolean {
  if (!added.every(isReadable)) return true;
  if (clusters.has(page)) return false;
  if (kind === "order") return paintedInOrder.has(page) && ofWholeLines === true;
  if (rightToLeft.has(page)) return otherLetters.has(page);
  return lettersOf(lost) !== lettersOf(added) || added.length < lost.length;
}

const CLOSING: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{", "»": "«" };

/** In the order of their numbers, brackets of either side as one. */
function lettersOf(words: readonly string[]): string {
  return Array.from(words.join(""), (letter) => CLOSING[letter] ?? letter)
    .sort()
    .join("");
}

function judgeReader(
  name: string,
  differences: readonly PageDifference[],
  traits: PageTraits,
  /** Pages on which the reader has other letters than the source, wherever they stand. */
  otherLetters: ReadonlySet<number>,
): ReadingJudgement {
  const isFinding = (found: PageDifference): boolean => isCertain(found, traits, otherLetters);
  const findings = differences.filter(isFinding);
  const doubts = differences.filter((difference) => !isFinding(difference));
  const firstDoubts = doubts.filter(({ page }, at) => doubts[at - 1]?.page !== page);
  return {
    findings: reported(findings, (difference) => readerFinding(name, difference)),
    toReview: reported(firstDoubts, (difference) => ({
      ...readerFinding(name, difference),
      help: "hint: the structure tree is right here; the reader goes by where letters stand on the page, and by the order in which they are painted",
    })),
  };
}

function treeFinding({ where, message }: ReadingDifference): ReadingFinding {
  const rule = READING_RULES["reading-fidelity"];
  return findingOf(rule, { where, message: `the PDF ${message}`, help: asHint(rule) });
}

function readerFinding(
  name: string,
  { kind, page, where, message }: PageDifference,
): ReadingFinding {
  const found = { where: `page ${page}, ${where}`, message: `${name} ${message}` };
  return kind === "words"
    ? findingOf(READING_RULES["reading-fidelity"], {
        ...found,
        help: "hint: the structure tree has the right words; the reader goes by places: see how far apart letters and words are, and what is drawn twice",
      })
    : findingOf(READING_RULES["reading-order"], {
        ...found,
        help: asHint(READING_RULES["reading-order"]),
      });
}

/** How the command `pdf` writes help below a message. */
function asHint({ fix }: RuleInfo): string {
  return `hint: ${fix.charAt(0).toLowerCase()}${fix.slice(1).replace(/\.$/, "")}`;
}

/** The last one says how many more there are. */
function reported(
  differences: readonly PageDifference[],
  describe: (difference: PageDifference) => ReadingFinding,
): readonly ReadingFinding[] {
  const findings = differences.slice(0, REPORTED_DIFFERENCES).map(describe);
  const more = differences.length - findings.length;
  const last = findings.at(-1);
  if (more === 0 || last === undefined) return findings;
  return [...findings.slice(0, -1), { ...last, message: `${last.message}, and ${more} more` }];
}

function reading(kid: StructureKid): string {
  if (kid.kind === "content") return kid.text;
  if (kid.kind === "annotation") return "";
  const text = kid.actualText ?? kid.alt ?? kid.kids.map(reading).join("");
  return partsWords(kid) ? ` ${text} ` : text;
}
