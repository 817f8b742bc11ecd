/** What `--open` shows. */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { fileToOpen } from "../../../src/cli/open-made.ts";
import type { Report } from "../../../src/judges/verdict/finding.ts";
import { openTestFolder } from "../../support/temporary-folder.ts";
import { openContext } from "../../../src/cli/command-context.ts";
import { terminalHere } from "../../support/run-here.ts";

const WEB = "output/web/index.html";
const PDF = "output/pdf/year.pdf";
const REPORT = "output/reports/report.html";

function reportOn(granted: boolean, files: readonly string[]): Report {
  const records = files.map((file) => ({ path: file, bytes: 0, sha256: "0".repeat(64) }));
  return { granted, editions: [{ edition: "a", file: "a", judges: [], files: records }] };
}

describe("what is opened", () => {
  it.each([
    ["the web edition", reportOn(true, [PDF, WEB]), WEB],
    ["the PDF, where no web edition was asked for", reportOn(true, [PDF]), PDF],
    ["the report, where it is refused", reportOn(false, [PDF, WEB]), REPORT],
    ["the web edition, where nothing was judged", undefined, WEB],
    ["nothing, where what was made is gone", reportOn(true, ["output/pdf/gone.pdf"]), undefined],
  ])("is %s", async (_, report, expected) => {
    await using folder = await openTestFolder();
    for (const name of [WEB, PDF, REPORT]) {
      await mkdir(path.dirname(path.join(folder.dir, name)), { recursive: true });
      await writeFile(path.join(folder.dir, name), "");
    }
    const file = await fileToOpen(folder.dir, report);
    expect(file).toBe(expected && path.join(folder.dir, expected));
  });

  it("is no fault where it cannot be: that is said beside the output", async () => {
    const { terminal, written } = terminalHere();
    const { context, exitCode } = openContext(terminal, "0", "/");
    await context.show("/a.pdf");
    await context.show(undefined);
    expect(exitCode()).toBe(0);
    expect(written).toEqual({
      stdout: "",
      stderr:
        "note: /a.pdf cannot be opened here: there is no desktop\nnote: there is nothing to open\n",
    });
  });
});
