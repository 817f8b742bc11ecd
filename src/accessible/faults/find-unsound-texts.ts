/**
 * Texts that PDF/A cannot hold as they are: strings that are too long, and characters that mean
 * something only by private agreement. Input: the logical tree and the source's elements; output: a
 * fault for each. Pure. ISO 19005-2 §6.1.13, §6.2.11.7.3.
 */
import { descriptionInfo } from "../../pdf/document/description.ts";
import { pdfText } from "../../pdf/objects/text-string.ts";
import { KEPT_DEMANDS } from "../kept-standards.ts";
import { descendants, type LogicalElement, type LogicalTree } from "../tree/logical-tree.ts";
import type { SourceFault } from "../source/source-fault.ts";
import { describeElement } from "../source/source-names.ts";
import type { SourceElement } from "../source/source-tree.ts";

/** Of a string in the file. */
const { stringBytes: mostBytes = Infinity } = KEPT_DEMANDS.limits;

/** By number. */
type Elements = ReadonlyMap<string, SourceElement>;

export function findUnsoundTexts(tree: LogicalTree, elements: Elements): SourceFault[] {
  return [...longTexts(tree, elements), ...privateCharacters(tree, elements)];
}

function* longTexts(tree: LogicalTree, elements: Elements): Generator<SourceFault> {
  const { Author = "", Subject = "", Keywords = "" } = descriptionInfo(tree.description);
  const stated = { title: tree.title, author: Author, description: Subject, keywords: Keywords };
  for (const [name, text] of Object.entries(stated)) {
    if (isTooLong(text)) yield tooLong(`the document's ${name}`, { where: "head" });
  }
  for (const element of descendants(tree.root)) {
    const source = elements.get(element.ref);
    for (const [name, text] of stringsOf(element)) {
      if (isTooLong(text)) yield tooLong(name, placeOf(source));
    }
    const { href = "" } = (element.link && source?.attributes) ?? {};
    if (Buffer.byteLength(href) > mostBytes) yield tooLong("a link's address", placeOf(source));
  }
  // What generated text reads as becomes its ActualText.
  for (const source of elements.values()) {
    for (const text of Object.values(source.alternatives ?? {})) {
      if (isTooLong(text)) yield tooLong("the alternative of generated text", placeOf(source));
    }
  }
}

function stringsOf({ title, alt, expansion, summary, link }: LogicalElement): [string, string][] {
  return [
    ["a group's name", title ?? ""],
    ["an alternative text", alt ?? ""],
    ["what an abbreviation stands for", expansion ?? ""],
    ["a table's summary", summary ?? ""],
    ["a link's name", link?.contents ?? ""],
  ];
}

function isTooLong(text: string): boolean {
  // No character takes more than two bytes for each of its two code units, and a mark in front.
  return text.length * 2 + 2 > mostBytes && pdfText(text).asBytes().length > mostBytes;
}

type FaultPlace = Pick<SourceFault, "where" | "ref">;

function tooLong(what: string, place: FaultPlace): SourceFault {
  return {
    rule: "text-too-long",
    message: `${what} takes more than ${mostBytes} bytes`,
    ...place,
    hint: "say it in a sentence or two, and put what is longer in the text",
    wcag: [],
  };
}

function* privateCharacters(tree: LogicalTree, elements: Elements): Generator<SourceFault> {
  for (const element of descendants(tree.root)) {
    const texts = element.children.map((child) => (child.kind === "content" ? child.text : ""));
    const found = [element.alt ?? "", ...texts].join("").match(/\p{Co}/gu);
    if (found === null) continue;
    yield {
      rule: "private-character",
      message: `${codePoints(found)} means nothing outside its font`,
      ...placeOf(elements.get(element.ref)),
      hint: 'write a character of Unicode, or have the styles show it: content: "\\e000" / "what it means"',
      wcag: ["1.1.1"],
    };
  }
}

function codePoints(letters: readonly string[]): string {
  return [...new Set(letters)]
    .slice(0, 4)
    .map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase()}`)
    .join(", ");
}

function placeOf(source: SourceElement | undefined): FaultPlace {
  if (source === undefined) return { where: "the document" };
  return { where: describeElement(source), ref: source.ref };
}
