/**
 * Content is untrusted: whoever writes it runs nothing on the machine that builds, and publishes
 * nothing but their texts and pictures. One project that tries it in each way, and is built.
 */
import { access, mkdir, readdir, readFile, symlink, writeFile } from "node:fs/promises";
import path from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openProject, type CommandResult, type Project } from "../../support/project.ts";

const DRAWING =
  '<svg xmlns="http://www.w3.org/2000/svg" width="40" height="30"><rect width="40" height="30"/></svg>';

let project: Project;
let built: CommandResult;

const at = (...steps: readonly string[]): string => path.join(project.dir, ...steps);

/** A module that leaves a trace where it is run, and would be a page with a script. */
const tracing = (trace: string): string => `
import { writeFileSync } from "node:fs";
writeFileSync(${JSON.stringify(at(trace))}, "");
export const data = { permalink: ({ page }) => \`planted-\${page.inputPath.length}.html\` };
export default data;
export const render = () => "<script>1</script>";
`;

/** Files that authors and their programs may leave in the folder, and what could be in them. */
async function plant(): Promise<void> {
  await project.write("content/.hidden/page.11ty.js", tracing("ran-template"));
  await project.write("content/_data/.hidden.mjs", tracing("ran-data"));
  await project.write(
    "content/.hidden.html",
    "---\npermalink: planted.html\n---\n<script>1</script>",
  );
  await project.write(
    "content/README.md",
    "---\npermalink: planted-readme.html\ntemplateEngineOverride: njk\n---\n<script>1</script>",
  );
  const frontMatter = `{ permalink: (process.getBuiltinModule("fs").writeFileSync(${JSON.stringify(at("ran-front-matter"))}, ""), false) }`;
  await project.write("content/images/README.md", `---js\n${frontMatter}\n---\nHello`);
  // The text of a file could be taken for fields again.
  await project.write(
    "content/sections/fields.md",
    `---\ntitle: Un chapitre\norder: 90\n---\n---js\n${frontMatter.replace("ran-", "ran-body-")}\n---\n\nUn texte.\n`,
  );
  await mkdir(at("content/images"), { recursive: true });
  await symlink("../.hidden", at("content/images/folder.png"));
  await writeFile(at("secret.txt"), "not to be published");
  await symlink(at("secret.txt"), at("content/images/secret.svg"));
  await writeFile(at("content/images/unused.svg"), DRAWING);
  await writeFile(at("content/images/used.svg"), DRAWING);
  await project.write(
    "content/sections/drawing.md",
    "---\ntitle: Un dessin\norder: 91\n---\n\nUn texte.\n\n![Un carré](images/used.svg)\n",
  );
}

beforeAll(async () => {
  project = await openProject();
  await plant();
  built = await project.run(["build", "--edition", "web", "--no-check"]);
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

it("builds", () => {
  expect(built.stderr).not.toContain("error");
  expect(built.code).toBe(0);
});

it.each(["ran-template", "ran-data", "ran-front-matter"])(
  "runs nothing that content holds: %s",
  async (trace) => {
    await expect(access(at(trace))).rejects.toThrow("ENOENT");
  },
);

it("takes no text for fields again", async () => {
  await expect(access(at("ran-body-front-matter"))).rejects.toThrow("ENOENT");
  expect(await readFile(at("output/web/index.html"), "utf8")).toContain("getBuiltinModule");
});

it("writes no page but its own", async () => {
  const files = await readdir(at("output/web"), { recursive: true });
  expect(files.filter((file) => file.endsWith(".html")).sort()).toEqual(["404.html", "index.html"]);
});

it("publishes the drawings that it shows, and no other file of the folder", async () => {
  expect(await readdir(at("output/web/images"))).toEqual(["used.svg"]);
  expect(await readFile(at("output/web/images/used.svg"), "utf8")).toBe(DRAWING);
});
