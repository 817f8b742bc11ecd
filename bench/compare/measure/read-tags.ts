/**
 * The structure tree of a PDF, read by libraries of other people: pdf-lib goes through the tree of the
 * whole file, pdf.js reads the text of each piece of marked content. Input: a PDF's bytes; output:
 * the words in the order of the tree, how many elements of each kind it has, and what the file claims.
 */
import { PDFArray, PDFDict, PDFDocument, PDFHexString, PDFName, PDFNumber } from "@cantoo/pdf-lib";
import { PDFRef, PDFString, type PDFObject } from "@cantoo/pdf-lib";
import { fileURLToPath } from "node:url";
import { getDocument, VerbosityLevel } from "pdfjs-dist/legacy/build/pdf.mjs";
import { readClaims } from "./claims.ts";
import { wordsOf } from "./words.ts";

export interface TagFacts {
  readonly pages: number;
  /** What it says of itself, e.g. `PDF/UA-1`. */
  readonly claims: readonly string[];
  /** There is a structure tree with content in it. */
  readonly isTagged: boolean;
  /** In the order of the tree. */
  readonly words: readonly string[];
  readonly headings: number;
  readonly tables: number;
  readonly lists: number;
  /** Figures and formulas that have an alternative which is not empty. */
  readonly figures: number;
}

const HEADING = /^H[1-6]?$/u;
/** A tree that goes deeper is damaged. */
const DEEPEST = 500;

/** @throws Error where the file cannot be read. */
export async function readTags(bytes: Uint8Array): Promise<TagFacts> {
  const texts = await readMarkedTexts(bytes);
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const tree = walkTree(pdf, texts.byContent);
  return { pages: pdf.getPageCount(), claims: readClaims(texts.xmp), ...tree };
}

interface MarkedTexts {
  /** By the names that pdf.js gives: the number of the page's object, and that of the content. */
  readonly byContent: ReadonlyMap<string, string>;
  readonly xmp: string;
}

async function readMarkedTexts(bytes: Uint8Array): Promise<MarkedTexts> {
  const task = getDocument({
    // pdf.js may take the buffer over: it gets a copy.
    data: new Uint8Array(bytes),
    verbosity: VerbosityLevel.ERRORS,
    cMapUrl: packageFolder("cmaps"),
    cMapPacked: true,
    standardFontDataUrl: packageFolder("standard_fonts"),
    maxImageSize: 1,
  });
  try {
    const pdf = await task.promise;
    const parts = new Map<string, string[]>();
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent({ includeMarkedContent: true });
      const open: unknown[] = [];
      for (const item of items) {
        if ("str" in item) {
          // Nested content belongs to the innermost that has a number; pdf.js gives others null.
          const id = open.findLast((each) => typeof each === "string");
          if (typeof id !== "string") continue;
          const texts = parts.get(id) ?? [];
          texts.push(item.str, item.hasEOL ? "\n" : "");
          parts.set(id, texts);
        } else if (item.type === "endMarkedContent") open.pop();
        else open.push(item.id);
      }
      page.cleanup();
    }
    const { metadata } = await pdf.getMetadata();
    const raw: unknown = (metadata as { getRaw?: () => unknown } | null)?.getRaw?.();
    return {
      byContent: new Map([...parts].map(([id, texts]) => [id, texts.join("")])),
      xmp: typeof raw === "string" ? raw : "",
    };
  } finally {
    await task.destroy();
  }
}

function walkTree(
  pdf: PDFDocument,
  texts: ReadonlyMap<string, string>,
): Omit<TagFacts, "pages" | "claims"> {
  const { context, catalog } = pdf;
  const dict = (value: PDFObject | undefined): PDFDict | undefined => {
    const found = context.lookup(value);
    return found instanceof PDFDict ? found : undefined;
  };
  const name = (value: PDFObject | undefined): string | undefined => {
    const found = context.lookup(value);
    return found instanceof PDFName ? found.decodeText() : undefined;
  };
  const text = (value: PDFObject | undefined): string => {
    const found = context.lookup(value);
    return found instanceof PDFString || found instanceof PDFHexString ? found.decodeText() : "";
  };
  const root = dict(catalog.get(PDFName.of("StructTreeRoot")));
  const roleMap = dict(root?.get(PDFName.of("RoleMap")));
  const roleOf = (element: PDFDict): string => {
    let role = name(element.get(PDFName.of("S"))) ?? "";
    for (let steps = 0; steps < 10; steps++) {
      const mapped = name(roleMap?.get(PDFName.of(role)));
      if (mapped === undefined || mapped === role) break;
      role = mapped;
    }
    return role;
  };
  const facts = { headings: 0, tables: 0, lists: 0, figures: 0 };
  const parts: string[] = [];
  const seen = new Set<PDFDict>();
  let contents = 0;

  const content = (page: PDFObject | undefined, id: number): void => {
    contents += 1;
    if (page instanceof PDFRef) parts.push(texts.get(contentName(page, id)) ?? "", " ");
  };
  const visit = (kid: PDFObject | undefined, page: PDFObject | undefined, depth: number): void => {
    const found = context.lookup(kid);
    if (depth > DEEPEST) throw new RangeError("the structure tree is too deep");
    if (found instanceof PDFNumber) content(page, found.asNumber());
    else if (found instanceof PDFArray) {
      for (const each of found.asArray()) visit(each, page, depth + 1);
    } else if (found instanceof PDFDict) {
      const own = found.get(PDFName.of("Pg")) ?? page;
      const type = name(found.get(PDFName.of("Type")));
      const number = context.lookup(found.get(PDFName.of("MCID")));
      if (number instanceof PDFNumber) content(own, number.asNumber());
      else if (type !== "OBJR" && !seen.has(found)) {
        seen.add(found);
        visitElement(found, own, depth);
      }
    }
  };
  const visitElement = (element: PDFDict, page: PDFObject | undefined, depth: number): void => {
    const role = roleOf(element);
    const alt = text(element.get(PDFName.of("Alt"))).trim();
    if (HEADING.test(role)) facts.headings += 1;
    else if (role === "Table") facts.tables += 1;
    else if (role === "L") facts.lists += 1;
    else if ((role === "Figure" || role === "Formula") && alt !== "") facts.figures += 1;
    const actual = text(element.get(PDFName.of("ActualText")));
    const before = parts.length;
    visit(element.get(PDFName.of("K")), page, depth + 1);
    // What a text stands for is read instead of it.
    if (actual !== "") parts.splice(before, Infinity, actual, " ");
  };

  visit(root?.get(PDFName.of("K")), undefined, 0);
  return { isTagged: contents > 0, words: wordsOf(parts.join("")), ...facts };
}

function contentName(page: PDFRef, id: number): string {
  const generation = page.generationNumber === 0 ? "" : String(page.generationNumber);
  return `p${page.objectNumber}R${generation}_mc${id}`;
}

function packageFolder(folder: string): string {
  return fileURLToPath(new URL(`${folder}/`, import.meta.resolve("pdfjs-dist/package.json")));
}
