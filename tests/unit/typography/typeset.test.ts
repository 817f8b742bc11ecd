import { describe, expect, test } from "vitest";
import { typeset, type Run } from "../../../src/web/typography/typeset.ts";
import { show, withSpaces } from "./show.ts";

const fr = (text: string): Run => ({ text: withSpaces(text), lang: "fr", literal: false });
const en = (text: string): Run => ({ text: withSpaces(text), lang: "en", literal: false });
const sv = (text: string): Run => ({ text: withSpaces(text), lang: "sv", literal: false });
const code = (text: string): Run => ({ text, lang: "fr", literal: true });

function set(runs: readonly Run[], lang = "fr"): readonly string[] {
  return typeset(runs, lang).map((run) => show(run.text));
}

describe("across elements", () => {
  test.each<[string, readonly Run[], readonly string[]]>([
    ["guillemets around an element", [fr("« "), fr("mot"), fr(" »")], ["«~", "mot", "~»"]],
    ["quotes around an element", [fr('"'), fr("mot"), fr('"')], ["«~", "mot", "~»"]],
    ["quotes inside an element", [fr("le "), fr('"mot"'), fr(" !")], ["le ", "«~mot~»", "^!"]],
    ["number and unit", [fr("10 "), fr("km")], ["10~", "km"]],
    ["number and unit, space in between", [fr("10"), fr(" "), fr("km")], ["10", "~", "km"]],
    ["a thousand in two", [fr("10 "), fr("000")], ["10^", "000"]],
    ["apostrophe at the edge", [fr("l'"), fr("entité")], ["l’", "entité"]],
    ["sign after an element", [fr("mot"), fr("!")], ["mot", "^!"]],
    ["space in the element", [fr("mot "), fr("!")], ["mot^", "!"]],
    ["century", [fr("XX"), fr("e"), fr(" siècle")], ["XX", "e", "~siècle"]],
    ["ellipsis in two", [fr("mot.."), fr(".")], ["mot…", ""]],
    ["double space in two", [fr("un "), fr(" deux")], ["un ", "deux"]],
  ])("%s", (_, runs, expected) => {
    expect(set(runs)).toEqual(expected);
  });

  test("runs keep their count, language and kind", () => {
    const runs = [fr("un "), en("Smart Store"), code("l'x"), fr("")];
    expect(typeset(runs, "fr")).toEqual(runs);
  });

  test("no runs, no text", () => {
    expect(set([])).toEqual([]);
    expect(set([fr("")])).toEqual([""]);
  });
});

describe("literal runs", () => {
  test.each<[string, readonly Run[], readonly string[]]>([
    ["are left alone", [code('l\'x ... "y" ! 5 km')], ['l\'x ... "y" ! 5 km']],
    ["hold a sign", [fr("voir "), code("x"), fr(" !")], ["voir ", "x", "^!"]],
    ["hold guillemets", [fr('"'), code("x"), fr('"')], ["«~", "x", "~»"]],
    ["hold an apostrophe", [fr("l'"), code("x")], ["l’", "x"]],
    ["lend no quote", [fr('dire "'), code('x"'), fr(" mot")], ['dire "', 'x"', " mot"]],
    ["lend no unit", [fr("10 "), code("km")], ["10 ", "km"]],
    ["lend no space", [fr("mot"), code(" "), fr("fin !")], ["mot", " ", "fin^!"]],
  ])("%s", (_, runs, expected) => {
    expect(set(runs)).toEqual(expected);
  });

  test("a line break is a literal space", () => {
    expect(set([fr("un vers :"), code("\n"), fr('"deux"')])).toEqual([
      "un vers~:",
      "\n",
      "«~deux~»",
    ]);
  });
});

describe("languages", () => {
  test.each<[string, readonly Run[], readonly string[]]>([
    ["English inside French", [fr("le "), en('"It\'s ok"'), fr(" !")], ["le ", "“It’s ok”", "^!"]],
    [
      "English loses its spaces",
      [fr("le "), en("Really ? Yes"), fr(".")],
      ["le ", "Really? Yes", "."],
    ],
    [
      "the space outside is French",
      [fr("le "), en("Smart Store"), fr(" !")],
      ["le ", "Smart Store", "^!"],
    ],
    [
      "the space at the edge is French",
      [fr("le"), en(" Smart Store "), fr("!")],
      ["le", " Smart Store^", "!"],
    ],
    ["French guillemets around English", [fr('"'), en("ok"), fr('" :')], ["«~", "ok", "~»~:"]],
    [
      "quotes do not pair across languages",
      [fr('le "'), en('x"'), fr(" mot")],
      ['le "', 'x"', " mot"],
    ],
    ["an inner edge after a guillemet", [fr("«"), en(" ok"), fr("»")], ["«", "~ok", "~»"]],
    ["a language without rules", [fr("le "), sv('"Ord" !'), fr(" !")], ["le ", '"Ord" !', "^!"]],
    [
      "English ends with its sign",
      [fr("le "), en("Why ?"), fr(" : mot")],
      ["le ", "Why?", "~: mot"],
    ],
  ])("%s", (_, runs, expected) => {
    expect(set(runs)).toEqual(expected);
  });

  test("French inside English keeps its spaces", () => {
    expect(set([en("She cried "), fr("« Vive la vie ! »"), en(".")], "en")).toEqual([
      "She cried ",
      "«~Vive la vie^!~»",
      ".",
    ]);
  });

  test("the whole paragraph in another language than its run", () => {
    expect(set([en('"ok" ?')])).toEqual(["“ok”?"]);
  });
});

/** A fixed sequence of numbers from 0 to 1 (mulberry32), so that a failure can be repeated. */
function sequence(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe("any text", () => {
  const pieces = [
    ...Array.from("'\"«»“”‘’:;!?.,…–—-+%€°()/\n"),
    ...["  ", " ", " ", " ", "~", "^", "...", "mot", "l", "n°", "M.", "XXe", "siècle", "é", "'90s"],
    ...["1", "10", "000", "2019", "-2020", "km", "h", "s", "A", "https://x.fr/", "a@b.fr", "💡"],
  ];
  const next = sequence(7);
  const pick = <Value>(values: readonly [Value, ...Value[]]): Value =>
    values[Math.floor(next() * values.length)] ?? values[0];
  const text = () =>
    withSpaces(
      Array.from({ length: Math.floor(next() * 9) }, () => pick(["", ...pieces])).join(""),
    );
  // An element in another language starts and ends with a word, as phrases do.
  const foreign = (lang: string): Run => ({ text: `un${text()}mot`, lang, literal: false });
  const paragraphs = Array.from({ length: 1500 }, () =>
    Array.from({ length: 1 + Math.floor(next() * 4) }, () =>
      pick([fr(text()), fr(text()), code(text()), foreign("en"), foreign("de")]),
    ),
  );
  const letters = (text: string) => text.replaceAll(/[^\p{L}\p{N}💡]/gu, "");

  test.each(["fr", "en", "es"])("in %s: twice is as once, and no letter changes", (lang) => {
    for (const runs of paragraphs) {
      const once = typeset(runs, lang);
      expect({ from: runs, to: typeset(once, lang) }).toEqual({ from: runs, to: once });
      expect(once.map((run) => letters(run.text))).toEqual(runs.map((run) => letters(run.text)));
      for (const [index, run] of runs.entries()) {
        if (run.literal) expect(once[index]).toEqual(run);
      }
    }
  });
});
