/**
 * Which layout features a web font keeps. Input: the stylesheet. Output: OpenType feature tags. What
 * no rule asks for, such as stylistic sets, would take a third of the file and is never used.
 */

/** What browsers apply unasked, and the forms of numbers, which tables and figures ask for. */
const KEPT = [
  ...["ccmp", "locl", "rlig", "liga", "clig", "calt", "curs", "kern", "mark", "mkmk"],
  // Forms of letters that are joined, as those of Arabic; fonts of other scripts have none.
  ...["isol", "init", "medi", "fina", "mset", "rclt"],
  ...["lnum", "onum", "pnum", "tnum", "zero", "frac", "numr", "dnom", "ordn"],
  ...["sups", "subs", "sinf", "case"],
];
const SMALL_CAPITALS = ["smcp", "c2sc", "pcap", "c2pc", "unic"];

export function keptFeatures(css: string): readonly string[] {
  const settings = [...css.matchAll(/font-feature-settings:([^;}]*)/gu)].map(
    ([, value = ""]) => value,
  );
  const asked = settings.flatMap((value) => [...value.matchAll(/["']([\x20-\x7e]{4})["']/gu)]);
  return [
    ...new Set([
      ...KEPT,
      ...(/-caps\b/u.test(css) ? SMALL_CAPITALS : []),
      ...asked.map(([, tag = ""]) => tag),
    ]),
  ];
}
