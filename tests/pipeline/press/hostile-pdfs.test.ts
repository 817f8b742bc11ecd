/**
 * The commands on files that are made to harm a program that reads them: each is refused by the name of the
 * limit that it goes over, and nothing is written. They run in this process, so that what would end
 * or fill a command ends or fills the test.
 */
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hostilePdfs } from "../../fixtures/pdf/hostile/hostile-pdfs.ts";
import { largePages } from "../../fixtures/pdf/hostile/large-pages.ts";
import { oddPdfs } from "../../fixtures/pdf/hostile/odd-pdfs.ts";
import { runHere } from "../../support/run-here.ts";

let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
});
afterAll(async () => {
  await rm(dir, { recursive: true });
});

const COMMANDS = ["check", "impose", "proof"];
const TIMEOUT_MS = 60_000;

async function write(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(dir, name);
  await writeFile(file, bytes);
  return file;
}

describe.each(hostilePdfs)("$what", ({ make, says }) => {
  it(
    "is refused by the name of the limit",
    async () => {
      const file = await write("hostile.pdf", make());
      for (const command of COMMANDS) {
        const { code, stdout, stderr } = await runHere([command, file]);
        expect({ command, code, stdout }).toEqual({ command, code: 1, stdout: "" });
        expect(stderr).toContain(`error: The PDF is too large: it ${says}`);
        expect(stderr).toContain(`at ${file}`);
        expect(stderr).toContain("hint: ");
        expect(stderr).not.toContain("Imprimatur itself");
      }
      expect(await readdir(dir)).toEqual(["hostile.pdf"]);
    },
    TIMEOUT_MS,
  );
});

describe.each(largePages)("$what", ({ make, impose, proof }) => {
  it("go on no sheet, and in no separation", async () => {
    const file = await write("hostile.pdf", make());
    const imposed = await runHere(["impose", file]);
    expect(imposed).toMatchObject({ code: 1, stdout: "" });
    expect(imposed.stderr).toContain(`error: no common sheet takes pages of ${impose}`);
    const proved = await runHere(["proof", file]);
    expect(proved.code).toBe(1);
    expect(proved.stderr).toContain(
      `error: the separations of page 1 would be ${proof} pixels; a page may have 40,000,000`,
    );
    expect(await readdir(dir)).toEqual(["hostile.pdf"]);
  });
});

describe.each(oddPdfs)("$what", ({ make, fault }) => {
  it(
    "comes to an end",
    async () => {
      const file = await write("hostile.pdf", make());
      for (const command of ["impose", "proof"]) {
        const { code, stderr } = await runHere([command, file, "-o", path.join(dir, command)]);
        expect({ command, code }).toEqual({ command, code: fault === undefined ? 0 : 1 });
        expect(stderr).not.toContain("Imprimatur itself");
        if (fault !== undefined) expect(stderr).toContain(`error: ${fault}`);
        await rm(path.join(dir, command), { recursive: true, force: true });
      }
      expect(await readdir(dir)).toEqual(["hostile.pdf"]);
    },
    TIMEOUT_MS,
  );
});
