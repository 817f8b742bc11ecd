/**
 * The licences of the packages that are part of the compiled program. Input: their folders; output: one
 * text, which lies beside the program.
 */
import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";

const manifestSchema = z.object({
  name: z.string(),
  version: z.string(),
  license: z.string().optional(),
  licenses: z.array(z.object({ type: z.string() })).optional(),
});

const LICENCE_FILE = /^(?:licen[cs]e|copying|notice)(?:[.-].*)?$/i;
const README_FILE = /^readme(?:\.md)?$/i;

/** @throws Error where a package says nothing of its licence, or its text is not known. */
export async function thirdPartyNotices(folders: readonly string[]): Promise<string> {
  const notices = await Promise.all(folders.map(noticeOf));
  return [
    "# Packages in this program\n\nIts files have the code of these packages in them, unchanged but for how modules find each other; pa11y starts no browser here.\n",
    ...notices.sort(),
  ].join("\n");
}

async function noticeOf(folder: string): Promise<string> {
  const manifest = manifestSchema.parse(
    JSON.parse(await readFile(path.join(folder, "package.json"), "utf8")),
  );
  const licence = manifest.license ?? manifest.licenses?.map(({ type }) => type).join(" OR ");
  if (licence === undefined) throw new Error(`the package ${manifest.name} names no licence`);
  const own = await licenceTexts(folder);
  const texts = own.length > 0 ? own : [await standardText(licence, manifest.name)];
  const words = texts.map((text) => `\`\`\`text\n${text.trim()}\n\`\`\`\n`).join("\n");
  return `## ${manifest.name} ${manifest.version} (${licence})\n\n${words}`;
}

async function licenceTexts(folder: string): Promise<readonly string[]> {
  const names = (await readdir(folder)).sort();
  const files = names.filter((name) => LICENCE_FILE.test(name));
  if (files.length > 0) {
    return Promise.all(files.map((name) => readFile(path.join(folder, name), "utf8")));
  }
  const readme = names.find((name) => README_FILE.test(name));
  if (readme === undefined) return [];
  const text = await readFile(path.join(folder, readme), "utf8");
  const [, section] = /^#+ licen[cs]e\s*$([\s\S]*)/im.exec(text) ?? [];
  return section === undefined ? [] : [section];
}

/** For packages that name a licence and have no text of it with them. */
async function standardText(licence: string, name: string): Promise<string> {
  const file = new URL(`licences/${licence}.txt`, import.meta.url);
  return readFile(file, "utf8").catch((error: unknown) => {
    throw new Error(
      `the package ${name} has no text of its licence: put that of ${licence} at ${file.pathname}`,
      { cause: error },
    );
  });
}
