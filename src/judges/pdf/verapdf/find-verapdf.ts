/**
 * Finds veraPDF and the Java that runs it. Order of choice: what `VERAPDF` names (a `verapdf`
 * script or a jar), a `verapdf` on the PATH, the jar that `npm run setup:verapdf` has fetched. Input:
 * the project's folder and the machine; output: what to start. It starts nothing.
 */
import { statSync } from "node:fs";
import { posix, resolve, win32 } from "node:path";
import { thisMachine, type Machine } from "../../../browser/find-browser.ts";
import { JudgeUnavailable } from "../../verdict/judge.ts";
import { fetchedJarPath } from "./jar-path.ts";

/** What the choice depends on: handed in, so that every machine's choice can be tested anywhere. */
export interface VeraPdfMachine extends Machine {
  /** Whether there is a file at this path; a jar need not be executable. */
  readonly isFile: (path: string) => boolean;
}

export type VeraPdfOrigin = "environment" | "path" | "fetched";

export type VeraPdf =
  | { readonly kind: "program"; readonly origin: VeraPdfOrigin; readonly program: string }
  | {
      readonly kind: "jar";
      readonly origin: VeraPdfOrigin;
      readonly java: string;
      readonly jar: string;
    };

/** This machine has no veraPDF or no Java, and nobody has asked for it with `VERAPDF`. */
export class VeraPdfMissing extends JudgeUnavailable {
  override readonly name = "VeraPdfMissing";
}

const waysToGetJava =
  "install a Java runtime 11 or later (Debian and Ubuntu: apt install default-jre-headless) or set JAVA_HOME";

/**
 * @throws VeraPdfMissing where there is no veraPDF or no Java, and JudgeUnavailable where what
 * `VERAPDF` names cannot be used; the message says what to do.
 */
export function findVeraPdf(
  projectDir: string,
  machine: VeraPdfMachine = thisVeraPdfMachine(),
): VeraPdf {
  const named = machine.env.VERAPDF;
  if (named) return namedVeraPdf(named, machine);
  // On Windows the script is a batch file, which cannot be started without a shell.
  const program = machine.platform === "win32" ? undefined : findOnPath("verapdf", machine);
  if (program !== undefined) return { kind: "program", origin: "path", program };
  const jar = resolve(fetchedJarPath(projectDir));
  const java = findJava(machine);
  if (!machine.isFile(jar)) {
    const javaToo = java === undefined ? `${waysToGetJava}, and ` : "";
    throw new VeraPdfMissing(
      `veraPDF was not found: ${javaToo}get it from https://verapdf.org/ (here in the repository: \`npm run setup:verapdf\`) and put \`verapdf\` on the PATH, or set VERAPDF to its script or jar`,
    );
  }
  return jarOf("fetched", jar, java);
}

/** The machine that this runs on. */
export function thisVeraPdfMachine(): VeraPdfMachine {
  return {
    ...thisMachine(),
    isFile: (path) => statSync(path, { throwIfNoEntry: false })?.isFile() ?? false,
  };
}

/** A program of this name in the folders of the PATH; `.exe` is added on Windows. */
export function findOnPath(name: string, machine: Machine): string | undefined {
  const { platform, env, isExecutable } = machine;
  const isWindows = platform === "win32";
  const paths = isWindows ? win32 : posix;
  return (
    (env.PATH ?? env.Path ?? "")
      .split(isWindows ? ";" : ":")
      // A relative entry in PATH would run whatever the current folder holds.
      .filter((folder) => paths.isAbsolute(folder))
      .map((folder) => paths.join(folder, isWindows ? `${name}.exe` : name))
      .find(isExecutable)
  );
}

function namedVeraPdf(named: string, machine: VeraPdfMachine): VeraPdf {
  const path = resolve(named);
  if (/\.jar$/i.test(named)) {
    if (machine.isFile(path)) return jarOf("environment", path, findJava(machine));
  } else if (machine.isExecutable(path)) {
    return { kind: "program", origin: "environment", program: path };
  }
  throw new JudgeUnavailable(
    `VERAPDF names no jar and no program that can be run: ${named}; correct it, or unset it to use the default`,
  );
}

function jarOf(origin: VeraPdfOrigin, jar: string, java: string | undefined): VeraPdf {
  if (java === undefined) {
    const reason = `veraPDF needs Java, and none was found: ${waysToGetJava}`;
    throw origin === "fetched" ? new VeraPdfMissing(reason) : new JudgeUnavailable(reason);
  }
  return { kind: "jar", origin, java, jar };
}

function findJava(machine: Machine): string | undefined {
  const { platform, env, isExecutable } = machine;
  const home = env.JAVA_HOME;
  const atHome = home
    ? platform === "win32"
      ? win32.join(home, "bin", "java.exe")
      : posix.join(home, "bin", "java")
    : undefined;
  return atHome !== undefined && isExecutable(atHome) ? atHome : findOnPath("java", machine);
}
