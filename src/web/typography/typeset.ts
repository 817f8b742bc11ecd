/**
 * Micro-typography of one paragraph. Input: its text as runs, one a text node, each with its
 * language; output: as many runs, with the same languages, retouched. Rules see the paragraph as
 * one string, so they work across `« <em>mot</em> »` and `10 <abbr>km</abbr>`.
 *
 * Literal runs and addresses are never touched. Languages without rules here are left as typed.
 * Setting a text twice changes nothing more (unless marks of two languages touch without a word or
 * a space between them). It does not hyphenate and knows no HTML.
 */
import { findAddresses } from "./addresses.ts";
import { findLanguage } from "../../languages/languages.ts";
import type { Typography } from "../../languages/language.ts";
import { OBJECT, type Edit, type Rule } from "./rule.ts";
import { rulesOf } from "./rules-of.ts";

/** A stretch of text in one element. */
export interface Run {
  readonly text: string;
  /** BCP 47 language tag; empty where it is not known. */
  readonly lang: string;
  /** Code, keyboard input, an address, an image: taken as it is. */
  readonly literal: boolean;
}

/**
 * The typography of a language: regions that set alike have the same. A language without rules is its
 * own tag.
 */
type SetLanguage = Typography | string;

/** A UTF-16 code unit and where it belongs. */
interface Unit {
  readonly character: string;
  readonly run: number;
  readonly untouchable: boolean;
}

/**
 * Sets a paragraph whose own language is `lang`. Where a run is in another language, that
 * language's rules set it, but the spaces at its edges belong to the paragraph's.
 */
export function typeset(runs: readonly Run[], lang: string): readonly Run[] {
  const languages = runs.map((run) => setLanguageOf(run.lang));
  const outer = setLanguageOf(lang);
  let units = markAddresses(unitsOf(runs));
  for (const language of new Set([outer, ...languages])) {
    for (const rule of typeof language === "string" ? [] : rulesOf(language)) {
      units = applyRule(rule, language, units, languagesOfUnits(units, languages, outer));
    }
  }
  const texts = runs.map(() => "");
  for (const unit of units) texts[unit.run] = (texts[unit.run] ?? "") + unit.character;
  return runs.map((run, index) => ({ ...run, text: texts[index] ?? "" }));
}

/** `fr-CH` has the rules of `fr`, `fr-CA` its own. */
function setLanguageOf(lang: string): SetLanguage {
  return findLanguage(lang)?.typography ?? lang.toLowerCase();
}

function unitsOf(runs: readonly Run[]): readonly Unit[] {
  return runs.flatMap((run, index) =>
    run.text.split("").map((character) => ({ character, run: index, untouchable: run.literal })),
  );
}

function markAddresses(units: readonly Unit[]): readonly Unit[] {
  const text = units.map((unit) => (unit.untouchable ? OBJECT : unit.character)).join("");
  const marked = [...units];
  for (const { start, end } of findAddresses(text)) {
    for (let index = start; index < end; index += 1) {
      const unit = marked[index];
      if (unit !== undefined) marked[index] = { ...unit, untouchable: true };
    }
  }
  return marked;
}

/** The language whose rules hold for each unit: its run's, or the paragraph's for edge spaces. */
function languagesOfUnits(
  units: readonly Unit[],
  languages: readonly SetLanguage[],
  outer: SetLanguage,
): readonly SetLanguage[] {
  const ofUnits = units.map((unit) => languages[unit.run] ?? outer);
  const isSpace = (index: number) => /\s/u.test(units[index]?.character ?? "");
  const giveUpEdge = (first: number, step: 1 | -1) => {
    let inner = outer;
    for (let index = first; index >= 0 && index < ofUnits.length; index += step) {
      const language = ofUnits[index] ?? outer;
      if (language !== inner && language !== outer && isSpace(index)) ofUnits[index] = outer;
      else inner = language;
    }
  };
  giveUpEdge(0, 1);
  giveUpEdge(ofUnits.length - 1, -1);
  return ofUnits;
}

function applyRule(
  rule: Rule,
  language: SetLanguage,
  units: readonly Unit[],
  languages: readonly SetLanguage[],
): readonly Unit[] {
  const text = units.map((unit, index) => visible(unit, languages[index] === language)).join("");
  const result: Unit[] = [];
  let done = 0;
  for (const edit of rule.edits(text)) {
    const touched = touchedUnits(edit);
    const allowed = touched.every(
      (index) => languages[index] === language && units[index]?.untouchable === false,
    );
    const owner = units[touched[0] ?? -1];
    if (!allowed || owner === undefined) continue;
    for (const unit of units.slice(done, edit.start)) result.push(unit);
    for (const character of edit.text.split("")) result.push({ ...owner, character });
    done = edit.end;
  }
  return result.concat(units.slice(done));
}

/** The units an edit replaces, or for an insertion the neighbour it joins. */
function touchedUnits(edit: Edit): readonly number[] {
  if (edit.start === edit.end) return [edit.joins === "next" ? edit.start : edit.start - 1];
  return Array.from({ length: edit.end - edit.start }, (_, offset) => edit.start + offset);
}

/** What a rule sees: of other languages only words, numbers and spaces, of literals line breaks. */
function visible(unit: Unit, ownLanguage: boolean): string {
  if (unit.untouchable) return unit.character === "\n" ? "\n" : OBJECT;
  return ownLanguage || /[\s\p{L}\p{M}\p{N}]/u.test(unit.character) ? unit.character : OBJECT;
}
