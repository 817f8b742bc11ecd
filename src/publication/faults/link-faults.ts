/**
 * Links into the publication that lead to nothing. Input: the links, all files as read and all ids of
 * pages; output: faults with file and line. It reads no file.
 */
import path from "node:path";
import { resolveLink, type LinkedContent, type Resolution } from "../links/resolve-link.ts";
import { quoteValue, type Fault } from "./fault.ts";
import type { AllIds } from "./id-faults.ts";
import type { PlacedLink } from "../texts/things-of-text.ts";
import { nearestName } from "./nearest-name.ts";

type Wording = Pick<Fault, "message" | "expected" | "hint">;

export function deadLinkFaults(
  links: readonly PlacedLink[],
  contents: readonly LinkedContent[],
  { all, chosen, terms }: AllIds,
): readonly Fault[] {
  return links.flatMap((link) => {
    const { address, term, ...at } = link;
    const resolution = resolveLink(link, { contents, ids: all });
    if (term !== undefined)
      return resolution.kind === "id" ? [] : [{ ...at, ...deadTerm(term, terms) }];
    const wording = wordingOf(resolution, link, { contents, chosen });
    return wording === undefined
      ? []
      : [{ ...at, message: `the link to ${quoteValue(address)} leads nowhere`, ...wording }];
  });
}

function deadTerm(term: string, terms: readonly string[]): Wording {
  const nearest = nearestName(term, terms);
  return {
    message: `the glossary has no term ${quoteValue(term)}`,
    expected: `a term that a text defines between \`::: glossary\` and \`:::\`: ${terms.join(", ") || "there is none yet"}`,
    hint:
      nearest === undefined
        ? "define it, or write the words without braces"
        : `did you mean \`term=${JSON.stringify(nearest)}\`?`,
  };
}

interface Known {
  readonly contents: readonly LinkedContent[];
  readonly chosen: readonly string[];
}

function wordingOf(
  found: Resolution,
  link: PlacedLink,
  { contents, chosen }: Known,
): Omit<Wording, "message"> | undefined {
  switch (found.kind) {
    case "id":
    case "heading":
      return undefined;
    case "no-id":
      return {
        expected: `after the #, the slug of a file or an id of a text: ${chosen.join(", ") || "there is none yet"}`,
        hint: hintOf(nearestName(found.fragment, chosen), "#"),
      };
    case "no-file":
      return {
        expected:
          "the path of a Markdown file of the content, from the folder of the file it is in",
        hint: hintOf(nearestFile(found.path, link, contents), ""),
      };
    case "no-place": {
      const { content, fragment } = found;
      const places = [
        ...content.anchors.map(({ id }) => id),
        ...content.headings.map((heading) => heading.fragment),
      ];
      return {
        expected: `after the #, an id or a heading of ${content.file}: ${places.join(", ") || "there is none yet"}`,
        hint: hintOf(nearestName(fragment, places), "#"),
      };
    }
  }
}

function hintOf(nearest: string | undefined, sign: string): string {
  return nearest === undefined
    ? "name one of these, or write the text without a link"
    : `did you mean \`${sign}${nearest}\`?`;
}

/** A file of the same name in another folder, or of nearly the same path, as the link would name it. */
function nearestFile(
  missing: string,
  { file }: PlacedLink,
  contents: readonly LinkedContent[],
): string | undefined {
  const paths = contents.map(({ entry }) => entry.path);
  const base = path.posix.basename(missing);
  const found =
    paths.find((each) => path.posix.basename(each) === base) ?? nearestName(missing, paths);
  if (found === undefined) return undefined;
  const from = contents.find((content) => content.file === file)?.entry.path ?? "";
  return path.posix.relative(path.posix.dirname(from), found);
}
