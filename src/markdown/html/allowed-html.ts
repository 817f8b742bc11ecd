/**
 * What of HTML texts may have where a publication allows HTML: elements that say what a text is, and their
 * attributes. Nothing that runs, loads, is styled by its author or is filled in; pictures and headings are
 * written in Markdown, which knows their files and their levels. Pure data.
 */

/** Elements in a line. */
const IN_LINE = new Set(
  (
    "a abbr b bdi bdo br cite code del dfn em i ins kbd mark q rp rt ruby s samp small span strong " +
    "sub sup time u var wbr"
  ).split(" "),
);

/** Elements that stand by themselves; in Markdown they begin a line. */
const BLOCKS = new Set(
  (
    "address blockquote caption dd details div dl dt figcaption figure hr li ol p summary table tbody " +
    "td tfoot th thead tr ul"
  ).split(" "),
);

const VOID: ReadonlySet<string> = new Set(["br", "hr", "wbr"]);

const GLOBAL_ATTRIBUTES = ["id", "lang", "dir", "title"];

const ATTRIBUTES: Readonly<Record<string, readonly string[]>> = {
  a: ["href"],
  details: ["open"],
  li: ["value"],
  ol: ["reversed", "start", "type"],
  td: ["colspan", "headers", "rowspan"],
  th: ["abbr", "colspan", "headers", "rowspan", "scope"],
  time: ["datetime"],
};

/** What some elements have in them, and nothing else. */
const CHILDREN: Readonly<Record<string, readonly string[]>> = {
  dl: ["dt", "dd"],
  ol: ["li"],
  table: ["caption", "thead", "tbody", "tfoot", "tr"],
  tbody: ["tr"],
  tfoot: ["tr"],
  thead: ["tr"],
  tr: ["td", "th"],
  ul: ["li"],
};

/** What an element stands in, where that is not anything. */
const PARENTS: Readonly<Record<string, readonly string[]>> = {
  caption: ["table"],
  dd: ["dl"],
  dt: ["dl"],
  figcaption: ["figure"],
  li: ["ol", "ul"],
  summary: ["details"],
  tbody: ["table"],
  td: ["tr"],
  tfoot: ["table"],
  th: ["tr"],
  thead: ["table"],
  tr: ["table", "tbody", "tfoot", "thead"],
};

/** They hold words and what stands in a line, and no block, which would end a paragraph. */
const OF_WORDS: ReadonlySet<string> = new Set(["address", "caption", "dt", "p", "summary"]);

export const isInLine = (name: string): boolean => IN_LINE.has(name);
export const isBlock = (name: string): boolean => BLOCKS.has(name);
export const isVoid = (name: string): boolean => VOID.has(name);
export const isOfWords = (name: string): boolean => OF_WORDS.has(name);

export function attributesAllowed(name: string): readonly string[] {
  return [...GLOBAL_ATTRIBUTES, ...(ATTRIBUTES[name] ?? [])];
}

/** Undefined where it may have anything in it. */
export function childrenAllowed(name: string): readonly string[] | undefined {
  return CHILDREN[name];
}

/** Undefined where it may stand in anything. */
export function parentsAllowed(name: string): readonly string[] | undefined {
  return PARENTS[name];
}
