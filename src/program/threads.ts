/** Modules that run on threads of their own, from `src/`, and what each is called when it is compiled. */

export const THREADS: readonly string[] = [
  "pdf/text/threads/pdfium-thread.ts",
  "pdf/text/threads/pdfjs-thread.ts",
];

/** From the folder of the compiled program, without its ending. @param entry from `src/` */
export function threadFile(entry: string): string {
  return `threads/${entry.replaceAll("/", "--").replace(/\.ts$/, "")}`;
}
