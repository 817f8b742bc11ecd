/**
 * What programs should read on each page of a tagged PDF. Input: the literal structure tree and the
 * texts of the pages; output: for each page its words in the order of the structure, and what may
 * be read beside them. Pure.
 *
 * Programs that read pages know nothing of alternative texts, nor of text for what is drawn as a
 * path: what is painted of a picture may be read or not, as may artifacts and drawn bullets.
 */
import type { PageText } from "../../../pdf/text/page-texts.ts";
import type {
  StructureElement,
  StructureKid,
  StructureTree,
} from "../../../pdf/structure/structure-tree.ts";
import { partsWords } from "./parts-words.ts";
import { wordsOf } from "./reader-words.ts";

export interface PageWords {
  /** Counted from 1. */
  readonly page: number;
  /** In the order of the structure. */
  readonly words: readonly string[];
  /** Words of artifacts and of what is drawn: they may be read, at any place. */
  readonly beside: readonly string[];
  /**
   * What is painted of elements that have an alternative text: its letters may be read as well, and so
   * may those that no space parts from a formula. Beside
   * formulas artifacts are such: where the words of a formula are hidden from sight, its drawing is one.
   */
  readonly pictures: string;
  /**
   * What readers may give of several words, or of another one. A block may part in the structure
   * what is together on the page, as a note does that stands at its foot: `another²` and `.` of
   * `another².` Ligatures of the source may be spelled out: `ﬁn` of `fin`.
   */
  readonly parted: ReadonlyMap<string, readonly string[]>;
  /**
   * Where in a word, in characters from its start, contents of different marks meet: layout may put
   * them apart, as a number in the margin, and readers see the gap.
   */
  readonly seams: ReadonlyMap<string, ReadonlySet<number>>;
}

/** For all pages in order, those without words too. */
export function pageWords(
  { kids }: Pick<StructureTree, "kids">,
  pages: readonly PageText[],
): readonly PageWords[] {
  const texts = new PageTexts();
  for (const kid of kids) texts.add(kid, "words");
  return pages.map(({ page, runs }) => {
    const artifacts = runs.filter(({ standing }) => standing === "artifact");
    const drawings = texts.hasFormula(page) ? artifacts.map(({ text }) => text) : [];
    return {
      page,
      words: wordsOf(texts.of(page, "words")),
      beside: [
        ...wordsOf(artifacts.map(({ text }) => text).join(" ")),
        ...wordsOf(texts.of(page, "drawn")),
      ],
      pictures: [texts.of(page, "pictures"), ...drawings].join(" "),
      ...texts.joints(page),
    };
  });
}

type Part = "words" | "drawn" | "pictures";

/** What stands for a block in the text around it. */
const BLOCK = "\u0001";
/** What stands where content of another mark begins. */
const SEAM = "\u0002";

/** A word, one or more blocks, and the next word. */
const PARTED = new RegExp(`([^${BLOCK}\\s]+)\\s*${BLOCK}[${BLOCK}\\s]*(?=([^${BLOCK}\\s]+))`, "gu");
const BLOCKS_AND_SPACES = new RegExp(`[${BLOCK}\\s]+`, "u");
const LIGATURE = /[\ufb00-\ufb06]/u;
const LIGATURES = /[\ufb00-\ufb06]/gu;

class PageTexts {
  readonly #texts = new Map<string, string>();
  /** How many boundaries between blocks there were: now, and when a text was last added to. */
  #blocks = 0;
  readonly #blocksBefore = new Map<string, number>();
  readonly #formulaPages = new Set<number>();
  /** The text of the innermost block by page, without that of blocks within it. */
  #own = new Map<number, string>();
  /** The own texts of all blocks by page. */
  readonly #ownTexts = new Map<number, string[]>();

  of(page: number, part: Part): string {
    return (this.#texts.get(`${part} ${page}`) ?? "").trim();
  }

  hasFormula(page: number): boolean {
    return this.#formulaPages.has(page);
  }

  joints(page: number): Pick<PageWords, "parted" | "seams"> {
    const parted = new Map<string, readonly string[]>();
    const seams = new Map<string, Set<number>>();
    for (const text of this.#ownTexts.get(page) ?? []) {
      notePartedWords(text.replaceAll(SEAM, ""), parted);
      noteSeams(text, seams);
    }
    return { parted, seams };
  }

  add(kid: StructureKid, part: Part): void {
    switch (kid.kind) {
      case "annotation":
        return;
      case "content": {
        const isDrawn = part === "words" && kid.withoutGlyphs === true;
        this.#append(isDrawn ? "drawn" : part, kid.page, kid.text);
        if (part === "words") {
          this.#own.set(kid.page, (this.#own.get(kid.page) ?? "") + SEAM + kid.text);
        }
        return;
      }
      case "element":
        if (partsWords(kid)) this.#addBlock(kid, part);
        else this.#addAll(kid.kids, part);
    }
  }

  /** What is written against a formula, as a full stop is, programs may read as letters of it. */
  #addAll(kids: readonly StructureKid[], part: Part): void {
    for (const [index, kid] of kids.entries()) {
      if (kid.kind !== "content" || part !== "words") {
        this.add(kid, part);
        continue;
      }
      const { start, text, end } = besideFormulas(kid.text, kids[index - 1], kids[index + 1]);
      this.add({ ...kid, text }, part);
      for (const piece of [start, end]) this.#append("pictures", kid.page, piece);
    }
  }

  #addBlock(block: StructureElement, part: Part): void {
    // Programs that read pages do not look at what elements say in place of their content.
    const isReplaced = block.alt !== undefined || block.actualText !== undefined;
    if (block.mappedRole === "Formula") this.#noteFormula(block);
    const around = this.#own;
    this.#own = new Map();
    this.#blocks++;
    this.#addAll(block.kids, isReplaced ? "pictures" : part);
    this.#blocks++;
    for (const [page, text] of this.#own) {
      this.#ownTexts.set(page, [...(this.#ownTexts.get(page) ?? []), text]);
    }
    this.#own = new Map([...around].map(([page, text]) => [page, text + BLOCK]));
  }

  #noteFormula({ kids }: StructureElement): void {
    for (const kid of kids) {
      if (kid.kind === "content") this.#formulaPages.add(kid.page);
      else if (kid.kind === "element") this.#noteFormula(kid);
    }
  }

  #append(part: Part, page: number, text: string): void {
    const key = `${part} ${page}`;
    const known = this.#texts.get(key) ?? "";
    const separator = this.#blocksBefore.get(key) === this.#blocks ? "" : " ";
    this.#texts.set(key, known + separator + text);
    this.#blocksBefore.set(key, this.#blocks);
  }
}

/** Text between formulas, or a formula and other text, without what no space parts from them. */
function besideFormulas(
  text: string,
  before: StructureKid | undefined,
  after: StructureKid | undefined,
): { readonly start: string; readonly text: string; readonly end: string } {
  const start = isFormula(before) ? (/^\S*/u.exec(text)?.[0] ?? "") : "";
  const rest = text.slice(start.length);
  const end = isFormula(after) ? (/\S*$/u.exec(rest)?.[0] ?? "") : "";
  return { start, text: rest.slice(0, rest.length - end.length), end };
}

function isFormula(kid: StructureKid | undefined): boolean {
  return kid?.kind === "element" && kid.mappedRole === "Formula";
}

function notePartedWords(text: string, parted: Map<string, readonly string[]>): void {
  for (const [, before = "", after = ""] of text.matchAll(PARTED)) {
    const [start, end] = [wordsOf(before).at(-1), wordsOf(after).at(0)];
    if (start !== undefined && end !== undefined) parted.set(start + end, [start, end]);
  }
  for (const word of wordsOf(text.replaceAll(BLOCK, " "))) {
    if (LIGATURE.test(word)) parted.set(word.replace(LIGATURES, spelledOut), [word]);
  }
}

function noteSeams(text: string, seams: Map<string, Set<number>>): void {
  for (const word of text.split(BLOCKS_AND_SPACES)) {
    // Content of one mark, whole.
    if (word.lastIndexOf(SEAM) <= 0) continue;
    const parts = word.split(SEAM).map((part) => wordsOf(part).join(""));
    const whole = parts.join("");
    const known = seams.get(whole) ?? new Set<number>();
    let length = 0;
    for (const part of parts) {
      length += part.length;
      if (length > 0 && length < whole.length) known.add(length);
    }
    if (known.size > 0) seams.set(whole, known);
  }
}

function spelledOut(ligature: string): string {
  return ligature.normalize("NFKC");
}
