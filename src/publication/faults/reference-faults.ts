/**
 * References that lead to nothing: `@fig-boats` where no figure has the id. Input: all files as read;
 * output: faults with file and line. It reads no file.
 */
import { kindOfId, type TargetKind } from "../../markdown/references/numbered.ts";
import type { ReadContent } from "../files/read-content.ts";
import { quoteValue, type Fault } from "./fault.ts";
import type { PlacedAnchor } from "../texts/things-of-text.ts";
import { nearestName } from "./nearest-name.ts";

export function deadReferenceFaults(
  contents: readonly Pick<ReadContent, "anchors" | "references">[],
): readonly Fault[] {
  const anchors = contents.flatMap((content) => content.anchors);
  return contents
    .flatMap(({ references }) => references)
    .flatMap(({ id, ...at }) => {
      const kind = kindOfId(id);
      const isThere = anchors.some((anchor) => anchor.id === id && anchor.kind === kind);
      return kind === undefined || isThere ? [] : [{ ...at, ...deadReference(id, kind, anchors) }];
    });
}

const WORDS: Readonly<Record<TargetKind, string>> = {
  figure: "figure",
  table: "table",
  equation: "displayed formula",
  section: "heading",
};

function deadReference(
  id: string,
  kind: TargetKind,
  anchors: readonly PlacedAnchor[],
): Pick<Fault, "message" | "expected" | "hint"> {
  const ids = anchors.filter((anchor) => anchor.kind === kind).map((anchor) => anchor.id);
  const nearest = nearestName(id, ids);
  return {
    message: `there is no ${WORDS[kind]} with the id ${quoteValue(id)}`,
    expected: `the id of a ${WORDS[kind]}: ${ids.join(", ") || "none has one yet"}`,
    hint:
      nearest === undefined
        ? `give the ${WORDS[kind]} this id, or write \\@ for a sign that is to be printed`
        : `did you mean \`@${nearest}\`?`,
  };
}
