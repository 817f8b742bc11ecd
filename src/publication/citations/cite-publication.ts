/**
 * Citations of a whole publication, as all its editions print them. Input: its chapters in the order of
 * reading, its files as read, and its sources, which are known to be right; output: what is printed for
 * each citation, and the list of sources with the places that cite each.
 */
import { localeOf } from "../../citations/locales.ts";
import { placeWords } from "../../citations/locators.ts";
import { textOfPhrases } from "../../citations/phrases.ts";
import { processCitations } from "../../citations/processor.ts";
import type { PublicationCitations } from "../../citations/publication-citations.ts";
import { contentFilesOf } from "../content-files.ts";
import { ContentError, type Fault } from "../faults/fault.ts";
import type { ReadContent } from "../files/read-content.ts";
import type { Chapter } from "../publication.ts";
import type { Citing } from "./read-citing.ts";

/** Undefined where nothing is cited and nothing listed. @throws ContentError */
export async function citePublication(
  chapters: readonly Chapter[],
  contents: readonly ReadContent[],
  { bibliography, style, uncited }: Citing,
  lang: string,
): Promise<PublicationCitations | undefined> {
  const placed = contentFilesOf(chapters).flatMap(({ file }) =>
    (contents.find((content) => content.file === file)?.citations ?? []).map((each) => ({
      ...{ file, ...each },
    })),
  );
  if (bibliography === undefined || style === undefined) return undefined;
  const keys = new Set([
    ...placed.flatMap(({ citation }) => citation.cites.map(({ key }) => key)),
    ...uncited,
  ]);
  if (keys.size === 0) return undefined;
  const used = [...keys].flatMap((key) => bibliography.sources.get(key) ?? []);
  const locale = localeOf(lang);
  const output = await processed(
    {
      citations: placed.map(({ citation }) => citation),
      sources: new Map(used.map(({ item }) => [item.id, item])),
      ...{ uncited, style, locale, words: placeWords([...new Set([locale, "en-US"])]) },
    },
    bibliography.file,
  );
  const unread = output.sources.flatMap(({ key, phrases }) => {
    const command = /\\[A-Za-z]+/u.exec(textOfPhrases(phrases))?.[0];
    const line = bibliography.sources.get(key)?.line ?? 1;
    return command === undefined ? [] : [{ file: bibliography.file, line, ...unknownTex(command) }];
  });
  const listed = new Set(output.sources.map(({ key }) => key));
  const lost = used
    .filter(({ item }) => !listed.has(item.id))
    .map(({ line }) => ({ file: bibliography.file, line, ...NOTHING_LISTED }));
  const printed = placed.map((each, index) => ({
    ...each,
    phrases: output.citations[index] ?? [],
  }));
  const empty = printed.filter(({ phrases }) => !/[\p{L}\p{N}]/u.test(textOfPhrases(phrases)));
  const faults = [
    ...[...unread, ...lost],
    ...empty.map(({ file, line }) => ({ file, line, ...NOTHING_PRINTED })),
  ];
  if (faults.length > 0) throw new ContentError(faults);
  const byFile = Map.groupBy(printed, ({ file }) => file);
  return {
    byFile: new Map([...byFile].map(([file, of]) => [file, of.map(({ phrases }) => phrases)])),
    sources: output.sources,
  };
}

/** Styles are untrusted, and the processor says nothing of what it does not understand. */
async function processed(
  input: Parameters<typeof processCitations>[0],
  file: string,
): ReturnType<typeof processCitations> {
  try {
    return await processCitations(input);
  } catch (error) {
    const fault: Fault = {
      file,
      message: `the sources cannot be cited in this style: ${error instanceof Error ? error.message : String(error)}`,
      expected: "a style and sources that the processor of citations understands",
      hint: "take another style, or look for a field with an odd value among the sources",
    };
    throw new ContentError([fault]);
  }
}

function unknownTex(command: string): Omit<Fault, "file"> {
  return {
    message: `the TeX command ${command} in this source is not known, and would be printed as it is`,
    expected: "letters and signs as they are printed",
    hint: "write what it stands for",
  };
}

const NOTHING_PRINTED = {
  message: "the style prints nothing for this citation",
  expected: "a source that has what the style prints: an author, a title or a date",
  hint: "add the field to the source, or cite it in another way",
};

const NOTHING_LISTED = {
  message: "the style prints nothing of this source",
  expected: "a source that has what the style prints: an author, a title or a date",
  hint: "add these fields to it",
};
