/** What is said of tags that a text may not have. Pure. */
import { tagWords } from "../../document/tag-words.ts";
import type { Wording } from "../fault-token.ts";

/** What authors write for what these elements mean. */
const INSTEAD: ReadonlyMap<string, string> = new Map([
  ["a", "`[text](address)`"],
  ["b", "`**text**`"],
  ["br", "a backslash at the end of the line"],
  ["code", "`` `text` ``"],
  ["del", "`~~text~~`"],
  ["em", "`*text*`"],
  ["figure", '`![Caption](a.png){#fig-name alt="…"}`'],
  ["hr", "`***` between two paragraphs"],
  ["i", "`*text*`"],
  ["img", "`![what it shows](a.png)`"],
  ["kbd", "`` `text` ``"],
  ["s", "`~~text~~`"],
  ["strong", "`**text**`"],
  ["sub", "`~text~`"],
  ["sup", "`^text^`"],
]);

export function tagFault(name: string): Wording {
  const instead = INSTEAD.get(name.toLowerCase());
  return {
    message: `the tag ${JSON.stringify(name)} is HTML, which is not read in texts`,
    expected: instead ?? "Markdown",
    hint: `write ${instead ?? "it in Markdown"}, or \\< for a sign that is to be printed`,
  };
}

/** Where a publication allows HTML, and not this. */
export function refusedElement(name: string): Wording {
  const instead = INSTEAD.get(name);
  return {
    message: `the element ${JSON.stringify(name)} has no place in a text`,
    expected: instead ?? "Markdown, or an element that says what words are, such as `<kbd>`",
    hint: `write ${instead ?? "it in Markdown"}, or \\< for a sign that is to be printed`,
  };
}

export function refusedAttribute(
  name: string,
  attribute: string,
  known: readonly string[],
): Wording {
  return {
    message: `${JSON.stringify(attribute)} is no attribute that ${JSON.stringify(name)} may have in a text`,
    expected: known.join(", "),
    hint: "remove it: how things look belongs to the styles, and nothing in a text acts",
  };
}

export function refusedAddress(address: string): Wording {
  return {
    message: `${JSON.stringify(address)} is no address that a link may lead to`,
    expected: "a web or mail address, a file, or an id after a #",
    hint: "write an address that begins with https:// or mailto:, or a path in the content folder",
  };
}

export function notClosed(name: string): Wording {
  return {
    message: `the element ${JSON.stringify(name)} is not closed where it has to be`,
    expected: `${tagWords(`/${name}`)} before the end of what it stands in`,
    hint: "close it in the same paragraph, item or cell, and what was opened last first",
  };
}

export function notOpened(name: string): Wording {
  return {
    message: `nothing is open that “${tagWords(`/${name}`)}” could close`,
    expected: `${tagWords(name)} before it, in the same paragraph, item or cell`,
    hint: "remove it, or open the element where it begins",
  };
}

export function tooDeep(name: string, most: number): Wording {
  return {
    message: `the element ${JSON.stringify(name)} is nested too deeply`,
    expected: `at most ${most} elements in each other`,
    hint: "close elements before you open others",
  };
}

export function wrongPlace(name: string, expected: string): Wording {
  return {
    message: `the element ${JSON.stringify(name)} cannot stand here`,
    expected,
    hint: "put it there, or write it in Markdown",
  };
}
