/**
 * A program that publishes once, as a build does, without a browser: it is killed by tests at each of its
 * moves. Its argument is the output folder.
 */
import { mkdir, writeFile } from "node:fs/promises";
import path from "node:path";
import { openOutputFolder } from "../../src/build/output-folder.ts";

const [, , dir = ""] = process.argv;
const output = await openOutputFolder({
  dir,
  command: "build",
  onNotice: () => undefined,
  signal: new AbortController().signal,
});
const staging = await output.openStaging();
for (const name of ["web/index.html", "pdf/report.pdf", "reports/report.json"]) {
  await mkdir(path.dirname(path.join(staging.dir, name)), { recursive: true });
  await writeFile(path.join(staging.dir, name), "new");
}
await output.publish(staging, [
  { kind: "put", name: "web" },
  { kind: "put", name: "pdf/report.pdf" },
  { kind: "remove", name: "print/brochure.pdf" },
  { kind: "put", name: "reports" },
]);
await output.release();
