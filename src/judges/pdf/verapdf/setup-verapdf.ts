/**
 * The command behind `npm run setup:verapdf`: fetches veraPDF into the project in whose folder it is
 * run, and says so. Exit code 0 where veraPDF is there, 1 where it could not be fetched.
 */
import { formatPlace, PublicationError } from "../../../errors.ts";
import { fetchVeraPdf } from "./fetch-verapdf.ts";

const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"] as const) {
  process.once(signal, () => {
    stop.abort(
      new PublicationError("stopped", `stopped by ${signal}: nothing of veraPDF was kept`),
    );
  });
}

try {
  const { jar, version, isNew } = await fetchVeraPdf({ projectDir: ".", signal: stop.signal });
  process.stdout.write(`veraPDF ${version} ${isNew ? "was fetched to" : "is already in"} ${jar}\n`);
} catch (error) {
  if (!(error instanceof PublicationError)) throw error;
  const place = error.place === undefined ? "" : `  at ${formatPlace(error.place)}\n`;
  const hint = error.hint === undefined ? "" : `  hint: ${error.hint}\n`;
  process.stderr.write(`error: ${error.message}\n${place}${hint}`);
  process.exitCode = 1;
}
