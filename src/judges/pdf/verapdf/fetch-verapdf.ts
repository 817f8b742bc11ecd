/**
 * Fetches veraPDF's jar into the project's cache. Input: the project's folder; output: where the jar
 * lies. It comes through Maven, where `mvn` is on the machine, or straight from the repository that
 * `MAVEN_REPOSITORY` names. Either way its bytes must have the SHA-256 that the code pins, and it is
 * moved into place only then. It runs no veraPDF.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";
import { promisify } from "node:util";
import type { Machine } from "../../../browser/find-browser.ts";
import { PublicationError } from "../../../errors.ts";
import { findOnPath, thisVeraPdfMachine } from "./find-verapdf.ts";
import { fetchedJarPath, jarName } from "./jar-path.ts";
import { veraPdfRelease, type VeraPdfRelease } from "./release.ts";

const run = promisify(execFile);

const mavenGoal = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
const timeoutMs = 600_000;

export interface FetchOptions {
  readonly projectDir: string;
  readonly signal: AbortSignal;
  /** Another machine or release than the real one: for tests. */
  readonly machine?: Machine;
  readonly release?: VeraPdfRelease;
}

export interface FetchedVeraPdf {
  readonly jar: string;
  readonly version: string;
  /** False where the right jar was there already. */
  readonly isNew: boolean;
}

/**
 * @throws PublicationError `verapdf-fetch-failed` where it cannot be fetched, and
 * `verapdf-wrong-bytes` where what came is not what the code pins.
 */
export async function fetchVeraPdf(options: FetchOptions): Promise<FetchedVeraPdf> {
  const { projectDir, signal, machine = thisVeraPdfMachine(), release = veraPdfRelease } = options;
  const jar = resolve(fetchedJarPath(projectDir, release));
  const { version } = release;
  if ((await digestOf(jar)) === release.sha256) return { jar, version, isNew: false };
  const cacheDir = dirname(jar);
  await mkdir(cacheDir, { recursive: true });
  const asideDir = await mkdtemp(join(cacheDir, ".fetching-"));
  try {
    const repository = machine.env.MAVEN_REPOSITORY;
    if (repository) await fetchFromRepository(repository, release, asideDir, signal);
    else await fetchThroughMaven(release, asideDir, machine, signal);
    const fetched = join(asideDir, jarName(release));
    const digest = await digestOf(fetched);
    if (digest !== release.sha256) throw wrongBytes(release, digest);
    await rename(fetched, jar);
  } finally {
    await rm(asideDir, { recursive: true, force: true });
  }
  return { jar, version, isNew: true };
}

/** SHA-256 in hexadecimal; undefined where there is no such file. */
async function digestOf(file: string): Promise<string | undefined> {
  try {
    return createHash("sha256")
      .update(await readFile(file))
      .digest("hex");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw error;
  }
}

async function fetchThroughMaven(
  release: VeraPdfRelease,
  dir: string,
  machine: Machine,
  signal: AbortSignal,
): Promise<void> {
  const maven = findOnPath("mvn", machine);
  if (maven === undefined) {
    throw fetchFailed(
      release,
      "Maven was not found",
      "install Maven (Debian and Ubuntu: apt install maven), or set MAVEN_REPOSITORY to the address of a Maven repository",
    );
  }
  const { groupId, artifactId, version } = release;
  const artifact = `${groupId}:${artifactId}:${version}`;
  const goal = [mavenGoal, `-Dartifact=${artifact}`, `-DoutputDirectory=${dir}`];
  try {
    await run(maven, ["--batch-mode", "--quiet", "--strict-checksums", ...goal], {
      // A folder without a project of Maven's own.
      cwd: dir,
      env: { ...machine.env },
      timeout: timeoutMs,
      signal,
    });
  } catch (error) {
    signal.throwIfAborted();
    throw fetchFailed(
      release,
      mavenFault(error),
      "see that the network reaches Maven's repository (its proxy and mirrors stand in ~/.m2/settings.xml), then run it again",
      error,
    );
  }
}

async function fetchFromRepository(
  repository: string,
  release: VeraPdfRelease,
  dir: string,
  signal: AbortSignal,
): Promise<void> {
  const { groupId, artifactId, version } = release;
  const path = [...groupId.split("."), artifactId, version, jarName(release)].join("/");
  const hint =
    "see that MAVEN_REPOSITORY is the address of a Maven repository and that the network reaches it; behind a proxy, set NODE_USE_ENV_PROXY=1";
  try {
    const address = new URL(path, repository.endsWith("/") ? repository : `${repository}/`);
    const response = await fetch(address, {
      signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMs)]),
    });
    if (!response.ok) {
      throw fetchFailed(release, `${address.href} answered ${response.status}`, hint);
    }
    await writeFile(join(dir, jarName(release)), new Uint8Array(await response.arrayBuffer()));
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof PublicationError) throw error;
    throw fetchFailed(release, faultOf(error), hint, error);
  }
}

function fetchFailed(
  { version }: VeraPdfRelease,
  fault: string,
  hint: string,
  cause?: unknown,
): PublicationError {
  return new PublicationError(
    "verapdf-fetch-failed",
    `veraPDF ${version} could not be fetched: ${fault}`,
    { hint, cause },
  );
}

function wrongBytes(release: VeraPdfRelease, digest: string | undefined): PublicationError {
  return new PublicationError(
    "verapdf-wrong-bytes",
    `what was fetched is not veraPDF ${release.version}: its SHA-256 is ${digest ?? "missing"}, not ${release.sha256}`,
    { hint: "the repository or a mirror between gives another file: ask who runs it" },
  );
}

/** The first line in which Maven says what went wrong. */
function mavenFault(error: unknown): string {
  const said = error instanceof Error && "stdout" in error ? String(error.stdout) : "";
  return /\[ERROR\] (.+?)(?: -> \[Help \d+\])?$/m.exec(said)?.[1] ?? faultOf(error);
}

/** `fetch` says only that it failed; why stands in the cause. */
function faultOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  return error.cause instanceof Error ? error.cause.message : error.message;
}
