/** What runs is what the sources say, and nobody has to compile them. */
import {
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rm,
  symlink,
  utimes,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { compileProgram } from "../../../src/program/compile-program.ts";
import { openSmallProgram, type SmallProgram } from "../../support/small-program.ts";

let program: SmallProgram;

const saying = (text: string): string => `
  import { h } from "preact";
  export function main(): void {
    const element = h("p", {}, ${JSON.stringify(text)});
    console.log(String(element.props.children));
  }`;

beforeAll(async () => {
  program = await openSmallProgram({ "cli/main.ts": saying("first") });
});
afterAll(async () => {
  await program[Symbol.asyncDispose]();
});

describe("the launcher", () => {
  it("compiles the program when it is first started, and runs what it has compiled", async () => {
    expect(await program.start()).toEqual({ code: 0, stdout: "first\n", stderr: "" });
    const [name = "", ...others] = await program.compiled();
    expect(others).toEqual([]);
    const file = path.join(program.dir, ".cache/program", name, "main.mjs");
    const compiled = await readFile(file, "utf8");
    expect(compiled).toContain("first");
    // That it is this file that runs can only be seen where it says something else.
    await writeFile(file, compiled.replace("first", "compiled"));
    expect((await program.start()).stdout).toBe("compiled\n");
    await writeFile(file, compiled);
  });

  it("compiles nothing again where only times have changed, as a new clone has them", async () => {
    const before = await program.compiled();
    const now = new Date();
    await utimes(path.join(program.dir, "src/cli/main.ts"), now, now);
    expect((await program.start()).stdout).toBe("first\n");
    expect(await program.compiled()).toEqual(before);
  });

  it("never runs a program that is older than its sources", async () => {
    await program.write({ "cli/main.ts": saying("again") });
    expect((await program.start()).stdout).toBe("again\n");
    await program.write({
      "cli/main.ts":
        'import { word } from "./word.tsx";\nexport const main = () => console.log(word);',
      "cli/word.tsx": "export const word = (<b>added</b>).props.children as string;",
    });
    expect((await program.start()).stdout).toBe("added\n");
    await program.write({ "cli/word.tsx": 'export const word: string = "other";' });
    expect((await program.start()).stdout).toBe("other\n");
  });

  it("starts threads from modules that are compiled with it", async () => {
    await program.write({
      "cli/main.ts": `
        import { once } from "node:events";
        import { startThread } from "../program/start-thread.ts";
        export async function main(): Promise<void> {
          const thread = startThread(new URL("./threads/word-thread.ts", import.meta.url), "word");
          const [word] = await once(thread, "message");
          console.log(word);
          await thread.terminate();
        }`,
      "cli/threads/word-thread.ts": `
        import { parentPort } from "node:worker_threads";
        import { word } from "../word.tsx";
        parentPort?.postMessage(word + " from " + import.meta.url.split("/").at(-1));`,
      "cli/word.tsx": "export const word = (<b>heard</b>).props.children as string;",
    });
    expect((await program.start()).stdout).toBe("heard from word-thread.ts\n");
  });

  it("says which line cannot be compiled, and runs nothing older", async () => {
    await program.write({ "cli/main.ts": "export function main(): void {\n  const = 1;\n}" });
    const before = await program.compiled();
    const { code, stdout, stderr } = await program.start();
    expect({ code, stdout }).toEqual({ code: 1, stdout: "" });
    expect(stderr).toMatch(
      /^error: the program cannot be compiled\nsrc\/cli\/main\.ts:2: .+\n {2}hint: /,
    );
    expect(await program.compiled()).toEqual(before);
    const left = await readdir(path.join(program.dir, ".cache/program"));
    expect(left.filter((name) => name.startsWith("making"))).toEqual([]);
    await program.write({ "cli/main.ts": saying("fixed") });
    expect((await program.start()).stdout).toBe("fixed\n");
  });

  it("makes one program where several are started at once", async () => {
    await program.write({ "cli/main.ts": saying("together") });
    const before = await program.compiled();
    const started = await Promise.all([program.start(), program.start(), program.start()]);
    expect(started.map(({ stdout }) => stdout)).toEqual(Array(3).fill("together\n"));
    expect(await program.compiled()).toHaveLength(before.length + 1);
  });

  it("answers with its version where nothing can be compiled", async () => {
    await program.write({ "cli/main.ts": "not TypeScript" });
    const { version } = JSON.parse(
      await readFile(path.join(program.dir, "package.json"), "utf8"),
    ) as { readonly version: string };
    expect(await program.start("--version")).toEqual({
      code: 0,
      stdout: `${version}\n`,
      stderr: "",
    });
  });
});

describe("a compiled module", () => {
  it("finds the files of its source, modules by their names, and its scripts for pages", async () => {
    await program.write({
      "cli/note.txt": "beside the source",
      "cli/main.ts": `
        import { readFileSync } from "node:fs";
        import { fileURLToPath } from "node:url";
        import { bundleInPage } from "../browser/bundle-in-page.ts";
        import { inPageModule } from "../browser/in-page-module.ts";
        import { importDefault } from "../files/import-default.ts";
        interface Exports { readonly word: () => string }
        const inPage = inPageModule<Exports>(new URL("./in-page/index.ts", import.meta.url));
        export async function main(): Promise<void> {
          console.log(readFileSync(new URL("note.txt", import.meta.url), "utf8"));
          console.log(await importDefault(fileURLToPath(new URL("../themes/plain/theme.ts", import.meta.url))));
          const script: string = await bundleInPage(inPage.entry);
          console.log((0, eval)(script).word());
        }`,
      "cli/in-page/index.ts": 'export { word } from "./word.ts";',
      "cli/in-page/word.ts": 'export const word = (): string => "in the page";',
      "themes/plain/theme.ts": 'export default "a plain theme";',
    });
    const { stdout, stderr } = await program.start();
    expect(stderr).toBe("");
    expect(stdout).toBe("beside the source\na plain theme\nin the page\n");
  });

  it("is found beside its own sources where two programs share a cache", async () => {
    const files = (word: string): Readonly<Record<string, string>> => ({
      "cli/word.txt": word,
      "cli/main.ts": `
        import { readFileSync } from "node:fs";
        export const main = () => console.log(readFileSync(new URL("word.txt", import.meta.url), "utf8"));`,
    });
    await using one = await openSmallProgram(files("one"));
    await using other = await openSmallProgram(files("other"));
    await mkdir(path.join(one.dir, ".cache"));
    await symlink(path.join(one.dir, ".cache"), path.join(other.dir, ".cache"));
    expect((await one.start()).stdout).toBe("one\n");
    expect((await other.start()).stdout).toBe("other\n");
    expect((await one.start()).stdout).toBe("one\n");
  });

  it("may not ask for its place in a way that the output would answer", async () => {
    await using other = await openSmallProgram({
      "cli/main.ts": "export const at = import.meta.dirname;",
    });
    const { code, stderr } = await other.start();
    expect(code).toBe(1);
    expect(stderr).toContain(
      "src/cli/main.ts: of its place, a module can ask import.meta.url alone",
    );
  });
});

describe("the same sources", () => {
  it("make the same files", async () => {
    const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-compiled-"));
    try {
      await cp(path.join(program.dir, "src"), path.join(dir, "src"), { recursive: true });
      const made = await Promise.all(
        ["a", "b"].map(async (name) => {
          const outDir = path.join(dir, "out", name);
          await compileProgram({ programDir: dir, outDir });
          const files = (await readdir(outDir, { recursive: true })).filter((file) =>
            file.endsWith("js"),
          );
          return Promise.all(
            files
              .sort()
              .map(async (file) => [file, await readFile(path.join(outDir, file), "utf8")]),
          );
        }),
      );
      expect(made[0]?.length).toBeGreaterThan(1);
      expect(made[0]).toEqual(made[1]);
    } finally {
      await rm(dir, { recursive: true });
    }
  });
});
