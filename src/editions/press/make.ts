/**
 * Makes a press edition and writes its files: the brochure, and the sheets of it for office printers.
 * Input: its print source; output: where they lie. It judges nothing.
 */
import { directionOf } from "../../languages/direction.ts";
import { madeEdition, type MadeEdition } from "../made-edition.ts";
import { pagesFile } from "../paged/files.ts";
import { withPrintSource } from "../paged/print-source.ts";
import { tellRefused, writeOutput } from "../paged/write-output.ts";
import type { EditionMaking } from "../room.ts";
import { ofBooklet } from "./booklet-errors.ts";
import { bookletFile } from "./files.ts";
import { makePress } from "./make-press.ts";
import type { PressEdition } from "./options.ts";
import { pressSettings } from "./press-settings.ts";

export function makePressEdition(
  edition: PressEdition,
  making: EditionMaking,
): Promise<MadeEdition<"press">> {
  const { project, dir, log } = making;
  return withPrintSource(edition, making, async (source, onPage, elements) => {
    const made = madeEdition<"press">(project.publication, edition);
    const settings = await pressSettings(project, edition);
    const { booklet } = edition;
    const press = await makePress(source, {
      ...making,
      ...settings,
      elements,
      onPage,
      sheets: booklet && {
        ...booklet,
        creepMm: booklet.creep,
        // What the browser prints does not say it.
        binding: directionOf(project.publication.lang) === "rtl" ? "right" : "left",
      },
    }).catch((error: unknown) => {
      throw ofBooklet(error, edition);
    });
    const { brochure, sheets, pagesHtml, pageCount, pageMap, warnings, refusals, sources } = press;
    await writeOutput(dir, pagesFile(edition), pagesHtml);
    await writeOutput(dir, made.file, brochure);
    const sheetsFile = bookletFile(project.publication, edition);
    if (sheetsFile !== undefined && sheets !== undefined) {
      await writeOutput(dir, sheetsFile, sheets);
    }
    onPage({ pageCount, expectedCount: undefined });
    for (const { message, where } of warnings) log.notice(`${edition.id}, ${where}: ${message}`);
    tellRefused(refusals, log);
    return { ...made, pageMap, refusals, standIns: source.standIns, sources };
  });
}
