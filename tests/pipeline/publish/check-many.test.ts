/** The command `check` on many targets, some of which cannot be judged: the others are. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { PDFDocument } from "@cantoo/pdf-lib";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { EditionReport } from "../../../src/judges/verdict/finding.ts";
import { parseJson } from "../../../src/report/json.ts";
import { hostilePdfs } from "../../fixtures/pdf/hostile/hostile-pdfs.ts";
import { oddPdfs } from "../../fixtures/pdf/hostile/odd-pdfs.ts";
import { makeTaggedPdf } from "../../fixtures/pdf/tagged-pdf.ts";
import { openProject, type Project } from "../../support/project.ts";

let project: Project;
let dir: string;
beforeAll(async () => {
  project = await openProject();
  dir = await mkdtemp(path.join(tmpdir(), "imprimatur-test-"));
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
  await rm(dir, { recursive: true });
});

async function write(name: string, bytes: Uint8Array): Promise<string> {
  const file = path.join(dir, name);
  await writeFile(file, bytes);
  return file;
}

async function encrypted(): Promise<Uint8Array> {
  const pdf = await PDFDocument.load(await makeTaggedPdf({ tags: [] }));
  pdf.encrypt({ userPassword: "secret", ownerPassword: "secret" });
  return pdf.save({ useObjectStreams: false });
}

const isJudged = ({ judges }: EditionReport): boolean =>
  judges.some(({ name, status }) => name === "axe-core" && status !== "skipped");

it("judges the others where a file is encrypted, damaged, over a limit or no file at all", async () => {
  const sound = await makeTaggedPdf({ tags: [{ role: "P", text: "Text" }] });
  const [hostile] = hostilePdfs;
  const files = [
    await write("encrypted.pdf", await encrypted()),
    await write("sound.pdf", sound),
    await write("damaged.pdf", sound.slice(0, 200)),
    await write("hostile.pdf", hostile?.make() ?? new Uint8Array()),
    await write("empty.pdf", new Uint8Array()),
    path.join(dir, "missing.pdf"),
  ];
  const { code, stdout, stderr } = await project.run(["check", ...files, "--json"]);
  const { granted, editions } = parseJson(stdout);
  expect({ code, granted }, stderr).toEqual({ code: 2, granted: false });
  expect(editions.map(({ file }) => file)).toEqual(files);
  expect(editions.map(isJudged)).toEqual([false, true, false, false, false, false]);
  const said = editions.map(({ judges }) => judges.find(({ name }) => name === "imprimatur-file"));
  expect(said.map((report) => [report?.status, report?.findings[0]?.rule, report?.reason])).toEqual(
    [
      ["failed", "pdf-encrypted", undefined],
      [undefined, undefined, undefined],
      ["failed", "pdf-damaged", undefined],
      ["failed", "pdf-too-large", undefined],
      ["skipped", undefined, `${files[4] ?? ""} is neither a PDF nor an HTML file`],
      ["skipped", undefined, `${files[5] ?? ""} cannot be opened`],
    ],
  );
  expect(said[3]?.findings[0]?.message).toContain(hostile?.says ?? "");
});

it("ends with a fault where none of them could be judged, and opens no browser", async () => {
  const files = ["one.pdf", "two.pdf"].map((name) => path.join(dir, name));
  const { code, stdout, stderr } = await project.run(["check", ...files]);
  expect({ code, stderr }).toEqual({ code: 1, stderr: "" });
  for (const file of files) expect(stdout).toContain(`did not run: ${file} cannot be opened`);
});

it("comes to an end with files that look dangerous", async () => {
  const files = await Promise.all(
    oddPdfs.map(({ make }, index) => write(`odd-${index}.pdf`, make())),
  );
  const { code, stdout, stderr } = await project.run(["check", ...files, "--json"]);
  expect(code, stderr).toBe(2);
  const { editions } = parseJson(stdout);
  const unjudged = editions.flatMap((edition, index) =>
    isJudged(edition) ? [] : [oddPdfs[index]?.what],
  );
  expect(unjudged).toEqual(["pages in pages, each twice in 20 levels"]);
}, 300_000);
