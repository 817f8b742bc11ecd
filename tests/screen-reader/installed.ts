/**
 * What the tests with screen readers need of the machine, and what of it is not there. Packages of
 * Debian 12 that have it: `.ci/run`.
 */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { findMissing } from "../support/programs.ts";
import { desktopPrograms } from "./desktop.ts";

/** Not a program that is called: the session's bus starts it. */
const ACCESSIBILITY_BUS = "/usr/libexec/at-spi-bus-launcher";

/** Programs, services and the locale that are missing; empty where a session can be opened. */
export async function findMissingParts(
  programs: readonly string[],
  locale: string,
): Promise<readonly string[]> {
  const missing = await findMissing(["locale", ...desktopPrograms, ACCESSIBILITY_BUS, ...programs]);
  if (missing.includes("locale") || (await hasLocale(locale))) return missing;
  return [...missing, `the locale ${locale}`];
}

async function hasLocale(locale: string): Promise<boolean> {
  const { stdout } = await promisify(execFile)("locale", ["-a"]);
  // `locale -a` writes fr_FR.UTF-8 as fr_FR.utf8.
  const plain = (name: string): string => name.toLowerCase().replaceAll("-", "");
  return stdout.split("\n").some((name) => plain(name) === plain(locale));
}
