/**
 * Rules about characters: what the codes of text that is shown read as. A code that the file maps to
 * nothing, to a private character or to none at all is read by nobody as it looks, tagged or not.
 * Where a replacement text stands for it, or where it is an artifact, that is a doubt: some readers
 * go by it and some do not. Input: the codes of pages; output: one entry a page, rule and standing.
 */
import type { CodeReading } from "../../../pdf/fonts/coded-font.ts";
import type { ShownPage, ShownString } from "../../../pdf/text/shown-text.ts";
import type { StructureKid, StructureTree } from "../../../pdf/structure/structure-tree.ts";
import { contentKey, type MarkedFrame } from "../../../pdf/text/text-piece.ts";
import { findingOf } from "../../verdict/judge-info.ts";
import { PDF_STRUCTURE_RULES, type PdfStructureFinding } from "../pdf-structure-info.ts";
import type { Judgement } from "../../verdict/judge.ts";

/** How many different characters an entry names, and how much text it quotes on either side. */
const NAMED = 6;
const QUOTED_LENGTH = 30;

/** What a finding of each rule says of text. */
const SAYS = {
  "pdf-private-character": "reads as a character that means nothing outside its font",
  "pdf-no-character": "reads as what stands for no character",
  "pdf-unmapped-code": "has a code that the file maps to no character",
  "pdf-font-encoding": "has a code that the font alone may map to a character",
} as const satisfies Partial<Record<keyof typeof PDF_STRUCTURE_RULES, string>>;
type Rule = keyof typeof SAYS;

/** Why a fault is a doubt. */
const DOUBTS = {
  replaced: "ActualText or Alt stands for it, which some readers ignore",
  artifact: "it is an artifact, which is not read aloud, and yet is found and copied",
  unread: "the font itself is not read here",
} as const;
type Doubt = keyof typeof DOUBTS;

/** Pages with a fault, or more than was read: of most files none. The codes of all pages are never kept. */
export function faultyPages(pages: Iterable<ShownPage>): readonly ShownPage[] {
  const faulty: ShownPage[] = [];
  for (const page of pages) if (page.isCut || page.strings.some(hasFault)) faulty.push(page);
  return faulty;
}

/** @param pages of `faultyPages`. */
export function judgeCharacters(
  pages: readonly ShownPage[],
  tree: StructureTree,
): Judgement<PdfStructureFinding["rule"]> {
  const replaced = replacedContent(tree);
  const entries = pages.flatMap((page) => judgePage(page, replaced));
  return {
    findings: entries.filter(({ isDoubt }) => !isDoubt).map(({ finding }) => finding),
    toReview: entries.filter(({ isDoubt }) => isDoubt).map(({ finding }) => finding),
  };
}

interface Entry {
  readonly isDoubt: boolean;
  readonly finding: PdfStructureFinding;
}

/** What is wrong in one way on a page. */
interface Fault {
  readonly rule: Rule;
  readonly doubt: Doubt | undefined;
  readonly font: string;
  /** Where in the page's text the first letter of them stands. */
  readonly from: number;
  readonly to: number;
  readonly names: Set<string>;
  letters: number;
}

function judgePage(shown: ShownPage, replaced: ReadonlySet<string>): readonly Entry[] {
  const { page, strings, isCut } = shown;
  const faults = strings.some(hasFault) ? findFaults(shown, replaced) : undefined;
  const entries = [...(faults?.found.values() ?? [])].map((fault) =>
    entryOf(fault, faults?.text ?? "", page),
  );
  return isCut ? [...entries, cutEntry(page)] : entries;
}

function hasFault({ font, codes }: ShownString): boolean {
  return codes.some((code) => ruleOf(font.readingOf(code)) !== undefined);
}

/** A font gives one reading for all letters of a code: each is looked at once. */
const known = new WeakMap<CodeReading, Rule | "none">();

function ruleOf(reading: CodeReading): Rule | undefined {
  let found = known.get(reading);
  if (found === undefined) {
    found = brokenRule(reading) ?? "none";
    known.set(reading, found);
  }
  return found === "none" ? undefined : found;
}

function brokenRule(reading: CodeReading): Rule | undefined {
  switch (reading.kind) {
    case "unmapped":
      return "pdf-unmapped-code";
    case "unsure":
      return "pdf-font-encoding";
    case "known":
      return undefined;
    case "text":
      if (/[\0\uFEFF\uFFFD-\uFFFF\p{Cs}]/u.test(reading.text)) return "pdf-no-character";
      return /\p{Co}/u.test(reading.text) ? "pdf-private-character" : undefined;
  }
}

function findFaults(
  { page, strings }: ShownPage,
  replaced: ReadonlySet<string>,
): { readonly text: string; readonly found: ReadonlyMap<string, Fault> } {
  const found = new Map<string, Fault>();
  let text = "";
  for (const { font, codes, frame, beginsLine } of strings) {
    if (beginsLine && text !== "") text += " ";
    for (const code of codes) {
      const reading = font.readingOf(code);
      const rule = ruleOf(reading);
      const from = text.length;
      const name = rule === undefined ? "" : nameOf(code, reading);
      text += rule === undefined ? textOf(reading) : `[${name}]`;
      if (rule === undefined) continue;
      const doubt = rule === "pdf-font-encoding" ? "unread" : doubtOf(frame, page, replaced);
      const key = `${rule} ${doubt ?? ""}`;
      const fault = found.get(key) ?? {
        ...{ rule, doubt, font: font.name, from, to: text.length },
        names: new Set<string>(),
        letters: 0,
      };
      fault.letters += 1;
      fault.names.add(name);
      found.set(key, fault);
    }
  }
  return { text, found };
}

function textOf(reading: CodeReading): string {
  return reading.kind === "text" ? reading.text : "…";
}

/** `U+E071`, or `code 0x12` where the code has no character. */
function nameOf(code: number, reading: CodeReading): string {
  const hexadecimal = (number: number, digits: number): string =>
    number.toString(16).toUpperCase().padStart(digits, "0");
  if (reading.kind !== "text") return `code 0x${hexadecimal(code, 2)}`;
  return Array.from(
    reading.text,
    (letter) => `U+${hexadecimal(letter.codePointAt(0) ?? 0, 4)}`,
  ).join(" ");
}

function doubtOf(
  frame: MarkedFrame | undefined,
  page: number,
  replaced: ReadonlySet<string>,
): Doubt | undefined {
  for (let at = frame; at !== undefined; at = at.outer) {
    if (at.tag === "Artifact") return "artifact";
    if (at.replacement !== undefined) return "replaced";
    if (at.mcid !== undefined && replaced.has(contentKey(page, at.stream, at.mcid))) {
      return "replaced";
    }
  }
  return undefined;
}

/** Marked content of elements that have, or stand in what has, a replacement text. */
function replacedContent({ kids }: StructureTree): ReadonlySet<string> {
  const keys = new Set<string>();
  const visit = (kid: StructureKid, isReplaced: boolean): void => {
    if (kid.kind === "annotation") return;
    if (kid.kind === "content") {
      if (isReplaced) keys.add(contentKey(kid.page, kid.stream, kid.mcid));
      return;
    }
    const isNow = isReplaced || kid.actualText !== undefined || kid.alt !== undefined;
    for (const inner of kid.kids) visit(inner, isNow);
  };
  for (const kid of kids) visit(kid, false);
  return keys;
}

function entryOf(fault: Fault, text: string, page: number): Entry {
  const { rule, doubt, font, from, to, letters } = fault;
  const before = text.slice(Math.max(0, from - QUOTED_LENGTH), from);
  const after = text.slice(to, to + QUOTED_LENGTH);
  const quoted = `${before}${text.slice(from, to)}${after}`.replace(/\s+/g, " ").trim();
  const names = [...fault.names];
  const listed = names.slice(0, NAMED).join(", ") + (names.length > NAMED ? ", …" : "");
  const more = letters === 1 ? "" : `; ${letters} such letters on the page`;
  const why = doubt === undefined ? "" : `: ${DOUBTS[doubt]}`;
  return {
    isDoubt: doubt !== undefined,
    finding: findingOf(PDF_STRUCTURE_RULES[rule], {
      ...(doubt !== undefined && { impact: "moderate" }),
      where: `page ${page}`,
      message: `Text ${SAYS[rule]} (${listed}), in “${quoted}”${font === "" ? "" : `, font ${font}`}${more}${why}.`,
    }),
  };
}

function cutEntry(page: number): Entry {
  return {
    isDoubt: true,
    finding: findingOf(PDF_STRUCTURE_RULES["pdf-unread-content"], {
      where: `page ${page}`,
      message: "The page paints more than is read here: not all of its text was judged.",
    }),
  };
}
