/**
 * What is wrong inside Markdown: headings, links, pictures and language marks. Input: the tokens of a
 * body or of one field, and the content folder. Output: faults. It renders nothing.
 */
import type { Token } from "markdown-it";
import { citationOf } from "../../markdown/citations/citations.ts";
import { faultOf, type Wording } from "../../markdown/fault-token.ts";
import { HTML_OPEN } from "../../markdown/html/push-tag.ts";
import { TERM_OPEN } from "../../markdown/glossary/glossary.ts";
import { NOTE_CALL } from "../../markdown/notes.ts";
import { referenceOf } from "../../markdown/references/cross-references.ts";
import { kindOfId } from "../../markdown/references/numbered.ts";
import { ABBREVIATION_OPEN } from "../../markdown/words/abbreviations.ts";
import { SPAN_OPEN, unknownLanguage } from "../../markdown/words/spans.ts";
import type { Theme } from "../../theme/theme.ts";
import { isKnownLanguage } from "../fields/language-tag.ts";
import { pathOfAddress } from "../fields/picture-path.ts";
import {
  allTokens,
  inlineTokens,
  type PlacedToken,
  type PlacedWording,
} from "../texts/text-tokens.ts";
import { quoteValue } from "./fault.ts";
import { inEachEdition, unshownPassages } from "./passage-faults.ts";
import { pictureFault } from "./picture-fault.ts";
import { repetitionFaults } from "./repeated-words.ts";

/**
 * Faults of a text.
 * @param blocks by their names; what is said of those that repeat words is looked for in the text.
 */
export async function textFaults(
  tokens: readonly Token[],
  contentDir: string,
  blocks: Theme["blocks"] = new Map(),
): Promise<readonly PlacedWording[]> {
  return [
    ...headingFaultsInEditions(tokens),
    ...titleFaults(tokens),
    ...unshownPassages(tokens),
    ...repetitionFaults(tokens, blocks),
    ...(await inlineFaults(tokens, contentDir)),
  ];
}

/** Faults of what stands in lines, and of the dialect. */
export async function inlineFaults(
  blocks: readonly Token[],
  contentDir: string,
): Promise<readonly PlacedWording[]> {
  const texts = inlineTokens(blocks);
  const ofPictures = await Promise.all(texts.map((text) => pictureFaults(text, contentDir)));
  return [
    ...dialectFaults(blocks),
    ...texts.flatMap(linkFaults),
    ...languageFaults(allTokens(blocks)),
    ...ofPictures.flat(),
  ];
}

/** Each edition is to have headings in their order. */
function headingFaultsInEditions(blocks: readonly Token[]): readonly PlacedWording[] {
  const all = inEachEdition(blocks).flatMap(headingFaults);
  const keyOf = ({ lineOffset, message }: PlacedWording): string => `${lineOffset} ${message}`;
  return [...new Map(all.map((fault) => [keyOf(fault), fault])).values()];
}

function headingFaults(blocks: readonly Token[]): readonly PlacedWording[] {
  let level = 1;
  return blocks.flatMap((block, index) => {
    if (block.type !== "heading_open") return [];
    const above = level;
    level = Number(block.tag.slice(1));
    const lineOffset = block.map?.[0] ?? 0;
    const faults: PlacedWording[] = [];
    if (level === 1) {
      faults.push({
        lineOffset,
        message: "there is a second title: a heading of level 1",
        expected: "headings of level 2 and below; the title comes from the fields",
        hint: "write `##` in its place, or remove it if it repeats the title",
      });
    } else if (level > above + 1) {
      faults.push({
        lineOffset,
        message: `a heading of level ${level} follows ${above === 1 ? "the title" : `one of level ${above}`}`,
        expected: `a heading of level ${above + 1} or above`,
        hint: `write \`${"#".repeat(above + 1)}\` in its place`,
      });
    }
    if (blocks[index + 1]?.content.trim() === "") {
      faults.push({
        lineOffset,
        message: "a heading has no text",
        expected: "text after the #",
        hint: "write the heading, or remove the line",
      });
    }
    return faults;
  });
}

/** The title of a section stands where it is referred to: without what leads on from there. */
function titleFaults(blocks: readonly Token[]): readonly PlacedWording[] {
  return blocks.flatMap((block, index) => {
    const id = block.type === "heading_open" ? block.attrGet("id") : null;
    const parts = blocks[index + 1]?.children ?? [];
    const leadsOn = parts.some(
      (token) => referenceOf(token) !== undefined || citationOf(token) !== undefined,
    );
    return id === null || kindOfId(String(id)) !== "section" || !leadsOn
      ? []
      : [{ lineOffset: block.map?.[0] ?? 0, ...LEADING_TITLE }];
  });
}

const LEADING_TITLE: Wording = {
  message: "a heading that others refer to has a reference or a citation in it",
  expected: "words alone in a heading whose id begins with `sec-`",
  hint: "move the reference into the text, or give the heading another id",
};

/** Whether it becomes a link, which no link may have in it. */
function isLink(token: Token): boolean {
  return (
    ["link_open", TERM_OPEN, NOTE_CALL].includes(token.type) ||
    referenceOf(token) !== undefined ||
    citationOf(token) !== undefined
  );
}

/** What stands between a `link_open` and its `link_close`. */
function linkContent(tokens: readonly PlacedToken[], openIndex: number): readonly Token[] {
  const end = tokens.findIndex(({ token }, at) => at > openIndex && token.type === "link_close");
  return tokens.slice(openIndex + 1, end).map(({ token }) => token);
}

function linkFaults(tokens: readonly PlacedToken[]): readonly PlacedWording[] {
  return tokens.flatMap(({ token, lineOffset }, index) => {
    if (token.type !== "link_open") return [];
    const address = String(token.attrGet("href") ?? "");
    const faults: PlacedWording[] = [];
    // A picture in a link is its text; if it has none, that is the fault to fix.
    const hasText = linkContent(tokens, index).some(
      ({ type, content }) => type === "image" || content.trim() !== "",
    );
    if (!hasText) {
      faults.push({
        lineOffset,
        message: `the link to ${quoteValue(address)} has no text`,
        expected: "text between the square brackets that says where the link leads",
        hint: "write `[text](address)`",
      });
    }
    if (linkContent(tokens, index).some(isLink)) {
      faults.push({
        lineOffset,
        message: `something in the text of the link to ${quoteValue(address)} is a link itself`,
        expected: "words without a link, a note, a reference, a citation or a term",
        hint: "move it out of the link's text",
      });
    }
    const scheme = /^[^/?#]*?:/u.exec(address)?.[0].toLowerCase();
    const isAllowed = scheme === undefined || ["http:", "https:", "mailto:"].includes(scheme);
    if (address === "" || address.startsWith("//") || !isAllowed) {
      faults.push({
        lineOffset,
        message: `${quoteValue(address)} is not an address that a link may have`,
        expected: "an address that begins with https:, http: or mailto:, or a #",
        hint: "write the whole address, such as https://example.org/",
      });
    }
    return faults;
  });
}

/** Tags that are formed as one of a language is, and are none. */
function languageFaults(tokens: readonly PlacedToken[]): readonly PlacedWording[] {
  return tokens.flatMap(({ token, lineOffset }) => {
    const mayHave = [SPAN_OPEN, TERM_OPEN, ABBREVIATION_OPEN, HTML_OPEN].includes(token.type);
    const lang = mayHave ? token.attrGet("lang") : null;
    const tag = lang === null ? undefined : String(lang);
    return tag === undefined || isKnownLanguage(tag)
      ? []
      : [{ lineOffset, ...unknownLanguage(tag) }];
  });
}

/** Of blocks and of what stands in lines. */
function dialectFaults(blocks: readonly Token[]): readonly PlacedWording[] {
  return allTokens(blocks).flatMap(({ token, lineOffset }) => {
    const wording = faultOf(token);
    return wording === undefined ? [] : [{ ...wording, lineOffset }];
  });
}

async function pictureFaults(
  tokens: readonly PlacedToken[],
  contentDir: string,
): Promise<readonly PlacedWording[]> {
  const faults = await Promise.all(
    tokens.map(async ({ token, lineOffset }): Promise<readonly PlacedWording[]> => {
      if (token.type !== "image") return [];
      const source = String(token.attrGet("src") ?? "");
      const wrongFile = await pictureFault(contentDir, pathOfAddress(source));
      const noText: Wording = {
        message: `the picture ${quoteValue(source)} has no text that stands for it`,
        expected: "between the square brackets, what the picture shows",
        hint: "write `![A map of Madrid](images/madrid.png)`; what only decorates belongs to the styles",
      };
      return [
        ...(wrongFile === undefined ? [] : [wrongFile]),
        ...(token.content.trim() === "" ? [noText] : []),
      ].map((fault) => ({ ...fault, lineOffset }));
    }),
  );
  return faults.flat();
}
