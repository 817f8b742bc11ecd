/**
 * What programs should read on each page of a tagged PDF. Input: the literal structure tree and the
 * texts of the pages; output: for each page its words in the order of the structure, and what may
 * be read beside them. Pure.
 *
 * Programs that read pages know nothing of alternative texts, nor of text for what is drawn as a
 * path: what is painted of a picture may be read or not, as may artifacts and drawn bullets.
 */
import type { PageText } from "../../pdf/read/page-texts.ts";
import type {
  StructureElement,
  StructureKid,
  StructureTree,
} from "../../pdf/read/structure-tree.ts";
import { partsWords } from "./parts-words.ts";
import { wordsOf } from "./reader-words.ts";

export interface PageWords {
  /** Counted from 1. */
  readonly page: number;
  /** In the order of the structure. */
  readonly words: readonly string[];
  /** Words of artifacts and of what is drawn: they may be read, at any place. */
  readonly beside: readonly string[];
  /** What is painted of elements that have an alternative text: its letters may be read as well. */
  readonly pictures: string;
  /**
   * Words that a block parts in the structure and not on the page, as a footnote does which stands
   * at the foot of the page: `another²` and `.` from `another².`
   */
  readonly parted: ReadonlyMap<string, readonly string[]>;
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
    return {
      page,
      words: wordsOf(texts.of(page, "words")),
      beside: [
        ...wordsOf(artifacts.map(({ text }) => text).join(" ")),
        ...wordsOf(texts.of(page, "drawn")),
      ],
      pictures: texts.of(page, "pictures"),
      parted: texts.parted(page),
    };
  });
}

type Part = "words" | "drawn" | "pictures";

/** Stands for a block in the text around it. */
const BLOCK = "\u0001";

class PageTexts {
  readonly #texts = new Map<string, string>();
  /** How many boundaries between blocks there were: now, and when a text was last added to. */
  #blocks = 0;
  readonly #blocksBefore = new Map<string, number>();
  /** The text of the innermost block by page, without that of blocks within it. */
  #own = new Map<number, string>();
  readonly #parted = new Map<number, Map<string, readonly string[]>>();

  of(page: number, part: Part): string {
    return (this.#texts.get(`${part} ${page}`) ?? "").trim();
  }

  parted(page: number): ReadonlyMap<string, readonly string[]> {
    return this.#parted.get(page) ?? new Map();
  }

  add(kid: StructureKid, part: Part): void {
    switch (kid.kind) {
      case "annotation":
        return;
      case "content": {
        const isDrawn = part === "words" && kid.withoutGlyphs === true;
        this.#append(isDrawn ? "drawn" : part, kid.page, kid.text);
        if (part === "words") this.#own.set(kid.page, (this.#own.get(kid.page) ?? "") + kid.text);
        return;
      }
      case "element":
        if (partsWords(kid)) this.#addBlock(kid, part);
        else for (const inner of kid.kids) this.add(inner, part);
    }
  }

  #addBlock(block: StructureElement, part: Part): void {
    // Programs that read pages do not look at what elements say in place of their content.
    const isReplaced = block.alt !== undefined || block.actualText !== undefined;
    const around = this.#own;
    this.#own = new Map();
    this.#blocks++;
    for (const kid of block.kids) this.add(kid, isReplaced ? "pictures" : part);
    this.#blocks++;
    for (const [page, text] of this.#own) this.#notePartedWords(page, text);
    this.#own = new Map([...around].map(([page, text]) => [page, text + BLOCK]));
  }

  #notePartedWords(page: number, text: string): void {
    const known = this.#parted.get(page) ?? new Map<string, readonly string[]>();
    for (const word of text.split(/\s+/)) {
      const parts = word.split(BLOCK).flatMap((part) => wordsOf(part));
      if (parts.length > 1) known.set(parts.join(""), parts);
    }
    if (known.size > 0) this.#parted.set(page, known);
  }

  #append(part: Part, page: number, text: string): void {
    const key = `${part} ${page}`;
    const known = this.#texts.get(key) ?? "";
    const separator = this.#blocksBefore.get(key) === this.#blocks ? "" : " ";
    this.#texts.set(key, known + separator + text);
    this.#blocksBefore.set(key, this.#blocks);
  }
}
