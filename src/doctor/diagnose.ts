/**
 * The command `doctor`: what this machine has of what Imprimatur needs. Input: a project's folder and the
 * machine; output: a word on each thing. It changes nothing, but for the browser's cache, which the first
 * build would fill.
 */
import path from "node:path";
import { browserCacheDir } from "../browser/shipped-browser.ts";
import { PublicationError } from "../errors.ts";
import { exists } from "../files/missing.ts";
import { explainSystemError, systemErrorIn } from "../files/system-error.ts";
import { cjkPackages } from "../fonts/cjk-packages.ts";
import { packageFolder } from "../fonts/shipped-families.ts";
import { JudgeUnavailable } from "../judges/verdict/judge.ts";
import type { VeraPdf } from "../judges/pdf/verapdf/find-verapdf.ts";
import type { Condition, Diagnosis } from "./condition.ts";
import { thisMachine, type DoctorsMachine } from "./machine.ts";

export interface DiagnoseOptions {
  /** Absolute. */
  readonly projectDir: string;
  /** No judge is waived: veraPDF must be there. */
  readonly everyJudgeMustRun: boolean;
  readonly signal: AbortSignal;
  readonly machine?: DoctorsMachine;
}

export async function diagnose(options: DiagnoseOptions): Promise<Diagnosis> {
  const { projectDir, everyJudgeMustRun, signal, machine = thisMachine() } = options;
  const folders = await foldersOf(projectDir, machine);
  const [browser, veraPdf, ...ofFolders] = await Promise.all([
    browserCondition(projectDir, machine, signal),
    veraPdfCondition(projectDir, { machine, signal, everyJudgeMustRun }),
    ...folders.map((folder) => writeCondition(folder, machine)),
    ...folders.map((folder) => diskCondition(folder, machine)),
  ]);
  const fonts = [fontsCondition(machine), cjkCondition()];
  const conditions = [nodeCondition(machine), browser, ...fonts, veraPdf, ...ofFolders];
  signal.throwIfAborted();
  return { ready: conditions.every(({ status }) => status !== "wrong"), conditions };
}

const OLDEST_NODE = [22, 13] as const;

function nodeCondition({ nodeVersion }: DoctorsMachine): Condition {
  const [major = 0, minor = 0] = nodeVersion.split(".").map(Number);
  const [oldestMajor, oldestMinor] = OLDEST_NODE;
  const isRecent = major > oldestMajor || (major === oldestMajor && minor >= oldestMinor);
  return {
    name: "node",
    status: isRecent ? "ok" : "wrong",
    found: `Node.js ${nodeVersion}`,
    neededFor: "everything",
    ...(!isRecent && {
      remedy: `install Node.js ${OLDEST_NODE.join(".")} or later: https://nodejs.org/`,
    }),
  };
}

const ORIGINS = {
  environment: "which PUPPETEER_EXECUTABLE_PATH names",
  shipped: "which comes with the packages",
  system: "of this machine",
} as const;

async function browserCondition(
  projectDir: string,
  machine: DoctorsMachine,
  signal: AbortSignal,
): Promise<Condition> {
  const name = "browser";
  const neededFor = "laying out pages, and judging them and the web edition";
  try {
    const { version, origin, executablePath, sandboxed, notices } = await machine.startBrowser(
      projectDir,
      signal,
    );
    const where = origin === "shipped" ? "" : `: ${executablePath}`;
    const found = `Chromium ${version}, ${ORIGINS[origin]}${where}`;
    if (sandboxed) return { name, status: "ok", found: `${found}; in its sandbox`, neededFor };
    return {
      name,
      status: "without",
      found: `${found}; without its sandbox`,
      neededFor,
      remedy: `${notices.join("; ") || "the browser runs without its sandbox"}. Run it as a user who is not root, on a system that lets programs make user namespaces (docs/security.md)`,
    };
  } catch (error) {
    signal.throwIfAborted();
    if (!(error instanceof PublicationError)) throw error;
    const remedy = error.hint ?? "set PUPPETEER_EXECUTABLE_PATH to a Chrome or Chromium";
    return { name, status: "wrong", found: error.message, neededFor, remedy };
  }
}

function fontsCondition({ shippedFamilies }: DoctorsMachine): Condition {
  const name = "fonts";
  const neededFor = "text in documents that bring no fonts of their own";
  try {
    const { families } = shippedFamilies();
    return { name, status: "ok", found: `${families.length} families of the packages`, neededFor };
  } catch (error) {
    if (!(error instanceof PublicationError)) throw error;
    const remedy = error.hint ?? "install the packages again";
    return { name, status: "wrong", found: error.message, neededFor, remedy };
  }
}

function cjkCondition(): Condition {
  const missing = cjkPackages.filter((each) => packageFolder(each.name) === undefined);
  const there = cjkPackages.filter((each) => !missing.includes(each));
  const families = there.map(({ family }) => family).join(", ");
  return {
    name: "fonts-cjk",
    status: missing.length === 0 ? "ok" : "without",
    found: families === "" ? "none of the four optional packages" : families,
    neededFor: "Chinese, Japanese and Korean, where neither the document nor the machine has fonts",
    ...(missing.length > 0 && {
      remedy: `install what you need: npm install ${missing.map((each) => each.name).join(" ")}`,
    }),
  };
}

const OLDEST_JAVA = 11;

async function veraPdfCondition(
  projectDir: string,
  {
    machine,
    signal,
    everyJudgeMustRun,
  }: Pick<DiagnoseOptions, "everyJudgeMustRun" | "signal"> & { readonly machine: DoctorsMachine },
): Promise<Condition> {
  const name = "verapdf";
  const neededFor = "the judge of PDF/UA and PDF/A; without it that one judge is waived";
  const absent = everyJudgeMustRun ? "wrong" : "without";
  let veraPdf: VeraPdf;
  try {
    veraPdf = machine.findVeraPdf(projectDir);
  } catch (error) {
    if (!(error instanceof JudgeUnavailable)) throw error;
    const [found = "", ...ways] = error.message.split(": ");
    return { name, status: absent, found, neededFor, remedy: ways.join(": ") || error.message };
  }
  if (veraPdf.kind === "program") return { name, status: "ok", found: veraPdf.program, neededFor };
  const java = await machine.javaVersion(veraPdf.java, signal).catch(() => undefined);
  signal.throwIfAborted();
  const version = Number(/version "(?:1\.)?(?<major>\d+)/u.exec(java ?? "")?.groups?.major);
  const found = `${veraPdf.jar}, with ${java ?? `${veraPdf.java}, which does not start`}`;
  if (version >= OLDEST_JAVA) return { name, status: "ok", found, neededFor };
  const remedy = `install a Java runtime ${OLDEST_JAVA} or later (Debian and Ubuntu: apt install default-jre-headless)`;
  return { name, status: "wrong", found, neededFor, remedy };
}

interface NeededFolder {
  readonly name: "project" | "cache" | "temporary";
  readonly dir: string;
  readonly neededFor: string;
  readonly neededBytes: number;
  readonly remedy: string;
}

const MEBIBYTE = 1024 * 1024;

/** The nearest folders that are there: those below are made when they are needed. */
async function foldersOf(
  projectDir: string,
  { tmpDir }: DoctorsMachine,
): Promise<readonly NeededFolder[]> {
  return [
    {
      name: "project",
      dir: await nearest(projectDir),
      neededFor: "output/, where everything is made",
      neededBytes: 200 * MEBIBYTE,
      remedy: "choose another folder",
    },
    {
      name: "cache",
      dir: await nearest(browserCacheDir(projectDir)),
      neededFor: "the browser of the packages, which is unpacked once",
      neededBytes: 250 * MEBIBYTE,
      remedy: "or set PUPPETEER_EXECUTABLE_PATH to a Chrome or Chromium of the machine",
    },
    {
      name: "temporary",
      dir: tmpDir,
      neededFor: "the browser's profile while it runs",
      neededBytes: 200 * MEBIBYTE,
      remedy: "or set TMPDIR to another folder",
    },
  ];
}

async function nearest(folder: string): Promise<string> {
  const up = path.dirname(folder);
  return up === folder || (await exists(folder)) ? folder : nearest(up);
}

async function writeCondition(
  { name, dir, neededFor, remedy }: NeededFolder,
  machine: DoctorsMachine,
): Promise<Condition> {
  try {
    await machine.tryToWrite(dir);
    return { name: `write-${name}`, status: "ok", found: `${dir} can be written`, neededFor };
  } catch (error) {
    const { message, hint } = explained(error, `${dir} cannot be written`);
    return {
      ...{ name: `write-${name}`, status: "wrong", found: message, neededFor },
      remedy: [hint, remedy].join("; "),
    };
  }
}

async function diskCondition(
  { name, dir, neededFor, neededBytes, remedy }: NeededFolder,
  machine: DoctorsMachine,
): Promise<Condition> {
  const about = { name: `disk-${name}`, neededFor };
  const needed = `${Math.round(neededBytes / MEBIBYTE)} MB`;
  try {
    const free = await machine.freeBytes(dir);
    const found = `${describeBytes(free)} free at ${dir}`;
    if (free >= neededBytes) return { ...about, status: "ok", found };
    return { ...about, status: "wrong", found, remedy: `make room for ${needed}; ${remedy}` };
  } catch (error) {
    const { message } = explained(error, `nobody knows how much room ${dir} has`);
    return { ...about, status: "without", found: message, remedy: `see that it has ${needed}` };
  }
}

function describeBytes(bytes: number): string {
  const mebibytes = bytes / MEBIBYTE;
  return mebibytes < 1024
    ? `${Math.floor(mebibytes)} MB`
    : `${(Math.floor((mebibytes / 1024) * 10) / 10).toFixed(1)} GB`;
}

function explained(error: unknown, what: string): PublicationError {
  const systemError = systemErrorIn(error);
  if (systemError === undefined) throw error;
  return explainSystemError(systemError, { what });
}
