/**
 * Which text each `::first-letter` was taken from. Input: a snapshot's layout entries in reading
 * order; output: for an entry whose text lost its beginning, the entries of that beginning. Pure.
 *
 * Paged.js gives a first letter in a style of its own to everything that goes on from an earlier
 * page, and authors set large initials. Browsers differ in what they take: where a counter comes
 * first, Chromium 153 takes nothing and 156 what follows the counter, e.g. the `". "` of `"2. "`.
 * The snapshot has a first letter before all other texts of its element, wherever it was.
 * CSS Pseudo-Elements 4, 2.2.
 */

/** One entry of the snapshot's layout. */
export interface LaidOutEntry {
  /** The number of its node. */
  readonly node: number;
  /** What it shows; empty for boxes, and for a text of which nothing is left. */
  readonly text: string;
}

export interface LaidOutNodes {
  /** The node that holds this one, -1 for the document. */
  readonly parentOf: (node: number) => number;
  /** E.g. `first-letter`, `before`; undefined for other nodes. */
  readonly pseudoOf: (node: number) => string | undefined;
  /** A text node's text in the document; undefined for other nodes. */
  readonly sourceOf: (node: number) => string | undefined;
}

/**
 * @returns By place in `entries`: places of the first letters that are read just before that
 * entry's own text. Each first letter is named once, except one that has no text after it.
 */
export function firstLetterHosts(
  entries: readonly LaidOutEntry[],
  nodes: LaidOutNodes,
): ReadonlyMap<number, readonly number[]> {
  const hosts = new Map<number, number[]>();
  for (const [at, { node, text }] of entries.entries()) {
    if (text === "" || nodes.pseudoOf(node) !== "first-letter") continue;
    const host = hostOf(at, entries, nodes);
    if (host === undefined) continue;
    const known = hosts.get(host);
    if (known) known.push(at);
    else hosts.set(host, [at]);
  }
  return hosts;
}

function hostOf(
  letter: number,
  entries: readonly LaidOutEntry[],
  nodes: LaidOutNodes,
): number | undefined {
  const { node = -1, text: beginning = "" } = entries[letter] ?? {};
  const element = nodes.parentOf(node);
  let generated: number | undefined;
  let first: number | undefined;
  for (let at = letter + 1; at < entries.length; at++) {
    const entry = entries[at];
    if (entry === undefined || !isInside(entry.node, element, nodes)) break;
    const pseudo = nodes.pseudoOf(entry.node);
    const source = nodes.sourceOf(entry.node);
    if (pseudo === "before" || pseudo === "after") {
      // The first entry of a pseudo-element is its box; an empty one after it was a text.
      const isText = entries[at - 1]?.node === entry.node;
      if (isText && entry.text === "") return at;
      // A counter stands before its text untouched, so that one that lost letters goes first.
      if (entry.text !== "") generated ??= at;
    } else if (source !== undefined && source.trim() !== "") {
      if (first === undefined && isShorter(entry.text, source)) return at;
      // What floats stands before the line that the letter begins.
      if (bare(beginning + entry.text) === bare(source)) return at;
      first ??= at;
    }
  }
  return generated ?? first;
}

/** Without white space and letter case, which styles change. */
function bare(text: string): string {
  return text.replace(/\s/g, "").toLowerCase();
}

function isInside(node: number, element: number, nodes: LaidOutNodes): boolean {
  let at = node;
  while (at > element) at = nodes.parentOf(at);
  return at === element;
}

/** White space apart, which layout drops too. */
function isShorter(text: string, source: string): boolean {
  return text.replace(/\s/g, "").length < source.replace(/\s/g, "").length;
}
