/**
 * What the doctor asks of a machine. It is handed in, so that the word on any machine can be tested on
 * any other. Input: nothing; output: this machine.
 */
import { execFile } from "node:child_process";
import { mkdtemp, rm, statfs } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { launchBrowser, type LaunchedBrowser } from "../browser/launch-browser.ts";
import { shippedFamilies, type ShippedFamilies } from "../fonts/shipped-families.ts";
import { findVeraPdf, type VeraPdf } from "../judges/pdf/verapdf/find-verapdf.ts";

export interface StartedBrowser extends Pick<
  LaunchedBrowser,
  "version" | "origin" | "executablePath" | "sandboxed"
> {
  /** What was said while it started. */
  readonly notices: readonly string[];
}

export interface DoctorsMachine {
  /** E.g. `24.21.0`. */
  readonly nodeVersion: string;
  readonly tmpDir: string;
  /** Starts the browser, and ends it. @throws what `launchBrowser` throws. */
  readonly startBrowser: (projectDir: string, signal: AbortSignal) => Promise<StartedBrowser>;
  /** @throws PublicationError */
  readonly shippedFamilies: () => ShippedFamilies;
  /** @throws JudgeUnavailable */
  readonly findVeraPdf: (projectDir: string) => VeraPdf;
  /** What Java says of its version. @throws where it cannot be run. */
  readonly javaVersion: (java: string, signal: AbortSignal) => Promise<string>;
  /** Of the disk that a folder is on, in bytes, for this user. */
  readonly freeBytes: (folder: string) => Promise<number>;
  /** Makes a file in a folder, and removes it. @throws what the system says. */
  readonly tryToWrite: (folder: string) => Promise<void>;
}

const JAVA_TIMEOUT_MS = 20_000;

export function thisMachine(): DoctorsMachine {
  return {
    nodeVersion: process.versions.node,
    tmpDir: tmpdir(),
    startBrowser: async (projectDir, signal) => {
      const notices: string[] = [];
      const onNotice = (notice: string): void => {
        notices.push(notice);
      };
      const launched = await launchBrowser({ projectDir, onNotice, signal });
      await launched.close();
      const { version, origin, executablePath, sandboxed } = launched;
      return { version, origin, executablePath, sandboxed, notices };
    },
    shippedFamilies,
    findVeraPdf,
    javaVersion: async (java, signal) => {
      const options = { timeout: JAVA_TIMEOUT_MS, signal };
      const { stdout, stderr } = await promisify(execFile)(java, ["-version"], options);
      return (stderr || stdout).split("\n")[0] ?? "";
    },
    freeBytes: async (folder) => {
      const { bavail, bsize } = await statfs(folder);
      return bavail * bsize;
    },
    tryToWrite: async (folder) => {
      const dir = await mkdtemp(path.join(folder, ".imprimatur-doctor-"));
      await rm(dir, { recursive: true });
    },
  };
}
