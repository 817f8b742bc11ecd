/**
 * `npm run bench:memory`: how much memory a build of large photographs takes, all processes
 * together, and how long. A project of twenty JPEGs of 48 megapixels, no two alike, with a web
 * edition, a PDF and a brochure, is made and built as a person would build it; see docs/bench.md.
 * Exit codes are those of the command line: 0 where the target is met, 2 where it is missed. Linux.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { cp, mkdir, mkdtemp, readFile, rm, stat, symlink, writeFile } from "node:fs/promises";
import { cpus, tmpdir } from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import sharp from "sharp";
import { watchTree, type WatchedTree } from "./watch-tree.ts";

const ROOT = fileURLToPath(new URL("../", import.meta.url));
const FIXTURE = path.join(ROOT, "tests/fixtures/projects/note");
const SECTIONS = ["source", "mouth"];
const SIZE = { width: 8000, height: 6000 };
const MIB = 1024 * 1024;
const MOST_BYTES = 1536 * MIB;

interface Figures extends WatchedTree {
  readonly command: string;
  readonly code: number;
  readonly wallMs: number;
  /** The last line that the build had written by then. */
  readonly stage: string;
}

/** Coarse grain under fine: about the size of file that a camera makes of such a picture. */
async function takePhotograph(file: string): Promise<void> {
  const grain = { type: "gaussian", mean: 128, sigma: 45 } as const;
  const coarse = await sharp({
    create: { width: 2000, height: 1500, channels: 3, background: "#888", noise: grain },
  })
    .png()
    .toBuffer();
  await sharp(coarse).resize(SIZE).jpeg({ quality: 90 }).toFile(file);
}

async function makeProject(dir: string, count: number): Promise<number> {
  await cp(path.join(FIXTURE, "content"), path.join(dir, "content"), { recursive: true });
  await cp(path.join(ROOT, "styles"), path.join(dir, "styles"), { recursive: true });
  await mkdir(path.join(ROOT, ".cache"), { recursive: true });
  await symlink(path.join(ROOT, ".cache"), path.join(dir, ".cache"));
  const publication = path.join(dir, "content/publication.yaml");
  const [upToReport = ""] = (await readFile(publication, "utf8")).split("  - id: pocket");
  const brochure = "id: brochure\n    kind: press\n    stylesheet: styles/brochure.css";
  await writeFile(publication, `${upToReport}  - ${brochure}\n    format: A5\n`);
  await mkdir(path.join(dir, "content/images"));
  let bytes = 0;
  const texts = SECTIONS.map((): string[] => []);
  for (let number = 1; number <= count; number++) {
    const name = `images/river-${number}.jpg`;
    const file = path.join(dir, "content", name);
    await takePhotograph(file);
    bytes += (await stat(file)).size;
    texts[number % texts.length]?.push(
      `\nOn day ${number} it was so.\n\n![Day ${number}](${name})\n`,
    );
  }
  for (const [index, section] of SECTIONS.entries()) {
    const file = path.join(dir, `content/sections/${section}.md`);
    const text = await readFile(file, "utf8");
    await writeFile(file, `${text}${texts[index]?.join("") ?? ""}`);
  }
  return bytes;
}

async function measure(dir: string, args: readonly string[]): Promise<Figures> {
  const startedMs = performance.now();
  const child = spawn(process.execPath, [path.join(ROOT, "bin/imprimatur.js"), ...args], {
    cwd: dir,
    stdio: ["ignore", "pipe", "inherit"],
  });
  let stdout = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => (stdout += text));
  const ended = once(child, "close");
  const { pid } = child;
  if (pid === undefined) throw new RangeError("the command cannot be started");
  let stage = "";
  const stop = watchTree(pid, {
    memory: true,
    onPeak: () => {
      stage = stdout.trimEnd().split("\n").at(-1) ?? "";
    },
  });
  const [code] = (await ended) as [number | null];
  const wallMs = performance.now() - startedMs;
  return {
    command: `imprimatur ${args.join(" ")}`,
    code: code ?? 1,
    wallMs,
    stage,
    ...stop(),
  };
}

function formatRow({ command, code, wallMs, cpuMs, peakBytes, atPeak, stage }: Figures): string {
  const byKind = new Map<string, number>();
  for (const { kind, bytes } of atPeak) byKind.set(kind, (byKind.get(kind) ?? 0) + bytes);
  const parts = [...byKind]
    .sort(([, one], [, other]) => other - one)
    .map(([kind, bytes]) => `${kind} ${mebibytes(bytes)}`);
  const cells = [command, code, seconds(wallMs), seconds(cpuMs), `${mebibytes(peakBytes)} MiB`];
  return `| ${[...cells, parts.join(", "), stage].join(" | ")} |`;
}

function mebibytes(bytes: number): string {
  return (bytes / MIB).toFixed(0);
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

async function bench(count: number, commands: readonly (readonly string[])[]): Promise<boolean> {
  const dir = await mkdtemp(path.join(tmpdir(), "imprimatur-memory-"));
  try {
    const bytes = await makeProject(dir, count);
    console.error(`${count} photographs, ${mebibytes(bytes)} MiB`);
    console.log(`${cpus().length} cores, Node ${process.versions.node}\n`);
    console.log("| command | code | wall | processor | peak memory | of it, MiB | after |");
    console.log("| - | -: | -: | -: | -: | - | - |");
    let isMet = true;
    for (const args of commands) {
      const figures = await measure(dir, args);
      console.log(formatRow(figures));
      isMet &&= figures.code !== 1 && figures.peakBytes < MOST_BYTES;
    }
    console.log(`\n${isMet ? "met   " : "MISSED"}  less than ${mebibytes(MOST_BYTES)} MiB`);
    return isMet;
  } finally {
    await rm(dir, { recursive: true, force: true, maxRetries: 3 });
  }
}

const { values } = parseArgs({ options: { pictures: { type: "string", default: "20" } } });
const isMet = await bench(Number(values.pictures), [["build", "--no-check"], ["build"]]);
process.exitCode = isMet ? 0 : 2;
