/**
 * What is wrong between texts that cite, the bibliography, and the place of the list of sources. Input:
 * all files as read, and what publication.yaml says of citations; output: faults. It reads no file.
 */
import type { Bibliography } from "../../citations/sources.ts";
import { isProcessorInstalled } from "../../citations/processor.ts";
import { isSourceList } from "../../markdown/blocks/fenced-block.ts";
import type { Fault } from "../faults/fault.ts";
import type { ReadContent } from "../files/read-content.ts";
import { unknownSource, type Citing } from "./read-citing.ts";

export function citationFaults(
  contents: readonly ReadContent[],
  { bibliography, uncited, faults }: Citing,
): readonly Fault[] {
  const cited = contents.flatMap(({ file, citations }) =>
    citations.map(({ citation, line }) => ({ file, line, citation })),
  );
  const places = contents.flatMap(({ file, blocks }) =>
    blocks.filter(({ block }) => isSourceList(block)).map(({ line }) => ({ file, line })),
  );
  const [first] = cited;
  const [place, ...otherPlaces] = places;
  const isListed = first !== undefined || uncited.length > 0;
  if (bibliography === undefined) {
    // A bibliography that cannot be read is a fault already.
    return faults.length > 0
      ? []
      : [...cited, ...places].map((at) => ({ ...placeOf(at), ...NONE }));
  }
  return [
    ...cited.flatMap(({ citation, ...at }) => unknownSources(citation.cites, bibliography, at)),
    ...(first !== undefined && place === undefined ? [{ ...placeOf(first), ...NO_PLACE }] : []),
    ...(place !== undefined && !isListed ? [{ ...place, ...NOTHING_CITED }] : []),
    ...otherPlaces.map((at) => ({ ...at, ...SECOND_PLACE })),
    ...(place !== undefined && isListed && !isProcessorInstalled()
      ? [{ ...place, ...NO_PROCESSOR }]
      : []),
  ];
}

type Place = Pick<Fault, "file"> & { readonly line: number };

function placeOf({ file, line }: Place): Place {
  return { file, line };
}

function unknownSources(
  cites: readonly { readonly key: string }[],
  bibliography: Bibliography,
  at: Place,
): readonly Fault[] {
  return cites
    .filter(({ key }) => !bibliography.sources.has(key))
    .map(({ key }) => ({ ...at, ...unknownSource(key, bibliography) }));
}

const NONE = {
  message: "sources are cited here, and the publication has no bibliography",
  expected: "the field `bibliography` in publication.yaml, such as `bibliography: references.bib`",
  hint: "name the file with the sources, or write \\@ for a sign that is to be printed",
};

const NO_PLACE = {
  message: "sources are cited here, and nothing says where they are listed",
  expected: "the lines `::: {#refs}` and `:::` in one of the texts",
  hint: "write them at the end of a text, or in a file of their own below its title",
};

const SECOND_PLACE = {
  message: "the list of sources has a place already",
  expected: "the lines `::: {#refs}` and `:::` once in the publication",
  hint: "remove these, or the others",
};

const NOTHING_CITED = {
  message: "no source is cited, and the list of sources would be empty",
  expected: "a citation in one of the texts, such as `[@key, p. 3]`",
  hint: "cite a source, remove these lines, or name sources in the field `nocite` of publication.yaml",
};

const NO_PROCESSOR = {
  message: "the package that makes citations is not installed",
  expected: "the optional package citeproc",
  hint: "run `npm install citeproc` in the folder of the program; docs/decisions/citations-by-citeproc.md says why it is optional",
};
