/** Reads a file whole where it is not too large to be. Input: its path; output: its bytes. */
import { open, stat } from "node:fs/promises";
import { PublicationError } from "../errors.ts";

/** @throws PublicationError `file-too-large`, and what the system says of a file that cannot be read. */
export async function readLimited(file: string, largestBytes: number): Promise<Uint8Array> {
  await using handle = await open(file);
  expectSize(file, await handle.stat(), largestBytes);
  return await handle.readFile();
}

/** @throws PublicationError `file-too-large`. */
export async function expectNotTooLarge(file: string, largestBytes: number): Promise<void> {
  expectSize(file, await stat(file), largestBytes);
}

function expectSize(file: string, { size }: { readonly size: number }, largestBytes: number): void {
  if (size <= largestBytes) return;
  const [has, reads] = [size, largestBytes].map((bytes) => Math.ceil(bytes / 2 ** 20));
  const what = `${file} has ${has ?? 0} MiB, and at most ${reads ?? 0} MiB are read`;
  throw new PublicationError("file-too-large", what, {
    hint: "divide it, or leave out what nobody reads",
  });
}
