/**
 * What a person may not expect of a document that was laid out, as notices: no faults. Input: what was met
 * and changed while it was laid out; output: notices. Pure.
 */
import type { Notice } from "../accessible/amend/amendments.ts";
import { tagWords } from "../document/tag-words.ts";
import type { SourceChanges } from "../paginate/in-page/page-snapshots.ts";
import type { ScriptError } from "../paginate/script-error.ts";

/** @param fileOf the file of an address, as the person knows it. */
export function scriptNotice(
  { message, url, line }: ScriptError,
  fileOf: (url: string) => string,
): Notice {
  const file = url === undefined ? undefined : fileOf(url);
  return {
    about: "scripts",
    message: `a script of the document failed, and what it brings may be missing: ${message}`,
    places: file === undefined ? [] : [line === undefined ? file : `${file}:${line}`],
  };
}

export function changeNotices({ openedDetails, frames }: SourceChanges): readonly Notice[] {
  return [
    ...(openedDetails > 0
      ? [
          notice(
            "details",
            openedDetails === 1
              ? `1 closed ${tagWords("details")} is printed open`
              : `${openedDetails} closed ${tagWords("details")} are printed open`,
          ),
        ]
      : []),
    ...(frames > 0
      ? [
          notice(
            "frames",
            frames === 1
              ? "1 frame is a section of the document"
              : `${frames} frames are sections of the document`,
          ),
        ]
      : []),
  ];
}

function notice(about: Notice["about"], message: string): Notice {
  return { about, message, places: [] };
}
