/**
 * The list of figures and the list of tables of a publication. Input: all files as read; output: faults of
 * a list that nothing would stand in. It reads no file.
 */
import { NUMBERED_LISTS, type ListedKind } from "../../markdown/references/numbered-lists.ts";
import type { ReadContent } from "../files/read-content.ts";
import type { Fault } from "./fault.ts";

type Judged = Pick<ReadContent, "file" | "anchors" | "numberedLists">;

export function numberedListFaults(contents: readonly Judged[]): readonly Fault[] {
  const kinds = new Set(contents.flatMap(({ anchors }) => anchors.map(({ kind }) => kind)));
  return contents.flatMap(({ file, numberedLists }) =>
    numberedLists
      .filter(({ of }) => !kinds.has(of))
      .map(({ of, line }) => ({
        ...{ file, line, ...WANTED[of] },
        message: `${NUMBERED_LISTS[of].what} stands here, and no ${of} has a number`,
      })),
  );
}

const WANTED: Readonly<Record<ListedKind, Pick<Fault, "expected" | "hint">>> = {
  figure: {
    expected: 'figures with an id, such as `![Caption](a.png){#fig-boats alt="…"}`',
    hint: "give the figures ids that begin with fig-, or remove the block",
  },
  table: {
    expected: "tables with a caption and an id, such as `: Loans {#tbl-loans}`",
    hint: "give the tables ids that begin with tbl-, or remove the block",
  },
};
