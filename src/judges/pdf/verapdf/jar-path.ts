/** Where the project keeps the veraPDF that it fetches. Input: a release; output: names and paths. */
import { join } from "node:path";
import { browserCacheDir } from "../../../browser/shipped-browser.ts";
import { veraPdfRelease, type VeraPdfRelease } from "./release.ts";

/** The name that Maven gives the release's jar. */
export function jarName({ artifactId, version }: VeraPdfRelease): string {
  return `${artifactId}-${version}.jar`;
}

/** Where the fetched jar lies, whether or not it has been fetched. */
export function fetchedJarPath(
  projectDir: string,
  release: VeraPdfRelease = veraPdfRelease,
): string {
  return join(browserCacheDir(projectDir), "verapdf", jarName(release));
}
