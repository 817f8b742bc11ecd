/**
 * Keeps what programs made, by the bytes of the document, the program's version and its options: a
 * later run converts only what has changed. Input: a document and a program; output: the conversion,
 * and where its PDF is.
 */
import { createHash } from "node:crypto";
import { glob, mkdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import path from "node:path";
import { z } from "zod";
import type { Conversion, Input, Program, ReadyProgram } from "../programs/program.ts";

const conversionSchema = z.object({
  outcome: z.enum(["made", "refused", "failed", "over-time"]),
  message: z.string().optional(),
  wallMs: z.int().nonnegative(),
});

/** How the file of a document ends that had to be changed: it lies beside the original. */
export const OWN_COPY = "-alone.html";

/** Of the HTML its bytes, and of all files in its folder names and sizes. */
export async function hashDocument({ file, root }: Input): Promise<string> {
  const names: string[] = [];
  for await (const name of glob("**/*", { cwd: root })) names.push(name);
  const hash = createHash("sha256").update(await readFile(file));
  for (const name of names.sort()) {
    // Made of another document of the folder.
    if (name.endsWith(OWN_COPY)) continue;
    const found = await stat(path.join(root, name));
    if (found.isFile()) hash.update(`${name}\0${found.size}\0`);
  }
  return hash.digest("hex");
}

export interface KeptConversion {
  readonly conversion: Conversion;
  /** Where the PDF is, if one was made. */
  readonly file: string;
}

/** @param machine what results depend on besides: the browser's version, say. */
export async function convertOnce(
  dir: string,
  input: Input & { readonly hash: string; readonly id: string },
  { program, ready, machine }: { program: Program; ready: ReadyProgram; machine: string },
): Promise<KeptConversion> {
  const key = createHash("sha256")
    .update([input.hash, program.id, program.command, ready.version, machine].join("\0"))
    .digest("hex");
  const folder = path.join(dir, input.id);
  const name = program.isKept ? `${program.id}-${key.slice(0, 16)}` : program.id;
  const file = path.join(folder, `${name}.pdf`);
  const record = `${file}.json`;
  if (program.isKept) {
    const kept = conversionSchema.safeParse(await readJson(record));
    if (kept.success) {
      const { message, ...rest } = kept.data;
      return { file, conversion: { ...rest, ...(message !== undefined && { message }) } };
    }
  }
  await mkdir(folder, { recursive: true });
  await rm(file, { force: true });
  const conversion = await ready.convert(input, file);
  await writeFile(record, JSON.stringify(conversion));
  return { file, conversion };
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, "utf8")) as unknown;
  } catch {
    return undefined;
  }
}
