/**
 * Runs citeproc-js, the processor of citations. Input: citations in the order of reading, their sources,
 * a style and a language; output: what is printed for each, and the list of sources. The package is
 * optional, for its licence: `docs/decisions/citations-by-citeproc.md`.
 */
import { createRequire } from "node:module";
import type { BibliographyFacts, CiteprocCitation, CiteprocItem, Engine } from "citeproc";
import type { Citation } from "../markdown/citations/citations.ts";
import { locate, type PlaceWords } from "./locators.ts";
import { readLocale } from "./locales.ts";
import {
  markSource,
  readPhrases,
  textOfPhrases,
  withoutSourceMarks,
  type Phrase,
} from "./phrases.ts";
import type { ListedSource } from "./publication-citations.ts";
import type { CslItem } from "./sources.ts";

const PROCESSOR = "citeproc";

export function isProcessorInstalled(): boolean {
  try {
    createRequire(import.meta.url).resolve(PROCESSOR);
    return true;
  } catch {
    return false;
  }
}

export interface ProcessorInput {
  readonly citations: readonly Citation[];
  readonly sources: ReadonlyMap<string, CslItem>;
  /** Keys of sources that are listed without being cited. */
  readonly uncited: readonly string[];
  /** XML. */
  readonly style: string;
  readonly locale: string;
  readonly words: PlaceWords;
}

export interface ProcessorOutput {
  /** One for each citation. */
  readonly citations: readonly (readonly Phrase[])[];
  /** In the order of the style. */
  readonly sources: readonly ListedSource[];
}

/** @throws where the processor cannot run the style. */
export async function processCitations(input: ProcessorInput): Promise<ProcessorOutput> {
  const { default: citeproc } = await import("citeproc");
  const { citations, sources, uncited, style, locale } = input;
  const keys = [...sources.keys()];
  const engine = new citeproc.Engine(
    {
      retrieveLocale: readLocale,
      // The processor writes into what it is given, and wraps only sources that have a number of a system.
      retrieveItem: (key) => ({ ...plainItem(sources.get(key)), system_id: key }),
      wrapCitationEntry: (printed, key) => {
        const source = keys.indexOf(key ?? keyOfNumber(printed, engine) ?? "");
        return source === -1 ? printed : markSource(printed, source);
      },
    },
    style,
    locale,
    true,
  );
  const { development_extensions: extensions } = engine.opt;
  extensions.wrap_url_and_doi = true;
  const printed = (isMarked: boolean): readonly string[] => {
    extensions.apply_citation_wrapper = isMarked;
    const made = citations.map((citation, index) =>
      citationFor(citation, index, { isMarked, input }),
    );
    return engine.rebuildProcessorState(made, "html", [...uncited]).map(([, , html]) => html);
  };
  // With sources marked, the processor leaves out what the style puts round a citation.
  const marked = printed(true);
  const whole = printed(false);
  const { layout_prefix: before = "", layout_suffix: after = "" } = engine.citation.opt;
  const list = listOf(engine);
  return {
    citations: citations.map((citation, index) =>
      withSources(citation, {
        whole: readPhrases(withForm(whole[index]), keys),
        marked: readPhrases(withForm(marked[index]), keys),
        around: [before, after],
      }),
    ),
    sources: list.entries.map((html, index) => ({
      key: list.facts.entry_ids[index]?.[0] ?? "",
      phrases: readPhrases(html, keys),
    })),
  };
}

function listOf(engine: Engine): {
  readonly facts: BibliographyFacts;
  readonly entries: readonly string[];
} {
  const list = engine.makeBibliography();
  if (list === false) throw new RangeError("the style has no list of sources");
  const [facts, entries] = list;
  return { facts, entries };
}

/** A number in a row of numbers comes without its source. */
function keyOfNumber(printed: string, { registry: { registry } }: Engine): string | undefined {
  return Object.keys(registry).find((key) => String(registry[key]?.seq) === printed);
}

function plainItem(item: CslItem | undefined): object {
  const copied: unknown = JSON.parse(withoutSourceMarks(JSON.stringify(item ?? {})));
  return copied as object;
}

function citationFor(
  { isInText, cites }: Citation,
  index: number,
  { isMarked, input: { words } }: { readonly isMarked: boolean; readonly input: ProcessorInput },
): CiteprocCitation {
  const items = cites.map(({ key, prefix, suffix, withoutAuthor }, nth): CiteprocItem => {
    const { label, locator, suffix: rest } = locate(suffix, words);
    return {
      id: key,
      ...(prefix !== "" && { prefix: `${withoutSourceMarks(prefix)} ` }),
      ...(rest !== "" && { suffix: withoutSourceMarks(rest) }),
      ...(locator !== undefined && label !== undefined && { locator, label }),
      // The words of the sentence are put before it by the processor where nothing is marked.
      ...((withoutAuthor || (isMarked && isInText && nth === 0)) && { "suppress-author": true }),
    };
  });
  const mode = isInText && !isMarked ? { mode: "composite" as const } : {};
  return { citationID: String(index), citationItems: items, properties: { noteIndex: 0, ...mode } };
}

/** What the processor prints where the style has nothing to print. */
const NO_FORM = /\s*\[(?:NO_PRINTED_FORM|CSL STYLE ERROR: reference with no printed form\.)\]\s*/gu;

function withForm(html: string | undefined): string {
  return (html ?? "").replaceAll(NO_FORM, "");
}

/** What is printed, and in it what leads to which source. */
function withSources(
  { isInText, cites }: Citation,
  {
    whole,
    marked,
    around: [before, after],
  }: {
    readonly whole: readonly Phrase[];
    readonly marked: readonly Phrase[];
    readonly around: readonly [before: string, after: string];
  },
): readonly Phrase[] {
  const [only, ...others] = cites;
  const text = textOfPhrases(whole);
  // The name in the sentence and the year behind it are one link, where there is one source.
  if (isInText && only !== undefined && others.length === 0) {
    return text === "" ? [] : [{ kind: "source", key: only.key, phrases: whole }];
  }
  const known = textOfPhrases(marked) === "" ? [] : [before, ...marked, after];
  const tail = textOfPhrases(known);
  if (!text.endsWith(tail)) return whole;
  const name = text.slice(0, text.length - tail.length);
  return isInText || name === "" ? [name, ...known].filter((phrase) => phrase !== "") : whole;
}
