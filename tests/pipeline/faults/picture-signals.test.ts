/** SIGTERM and Ctrl-C while pictures are encoded, by threads that nobody can interrupt. */
import { mkdir, readdir } from "node:fs/promises";
import path from "node:path";
import sharp from "sharp";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openProject, type Project } from "../../support/project.ts";
import { watchRun } from "../../support/watched-run.ts";

/** What a service manager, and a person, are promised. */
const MOST_MS = 2_000;

let project: Project;

beforeAll(async () => {
  project = await openProject("note");
  await mkdir(path.join(project.dir, "content/images"), { recursive: true });
  const grain = { type: "gaussian", mean: 128, sigma: 45 } as const;
  const taken = await sharp({
    create: { width: 1000, height: 750, channels: 3, background: "#888", noise: grain },
  })
    .png()
    .toBuffer();
  // PNG, which no decoder makes smaller as it reads.
  const photograph = sharp(taken).resize(8000, 6000);
  await photograph.jpeg().toFile(path.join(project.dir, "content/images/river.jpg"));
  await sharp(taken)
    .resize(6000, 4500)
    .png({ compressionLevel: 1 })
    .toFile(path.join(project.dir, "content/images/river.png"));
  await project.write(
    "content/sections/pictures.md",
    "---\ntitle: Pictures\norder: 3\n---\n\n![The river](images/river.jpg)\n\n![The river again](images/river.png)\n",
  );
});
afterAll(async () => {
  await project[Symbol.asyncDispose]();
});

const namesUnderOutput = (): Promise<readonly string[]> =>
  readdir(path.join(project.dir, "output"), { recursive: true }).catch(() => []);

it.each([
  ["SIGTERM", 143],
  ["SIGINT", 130],
] as const)(
  "%s ends a build within two seconds with %i, and leaves nothing",
  async (signal, expected) => {
    await using run = await watchRun(["build", "--edition", "web", "--no-check"], {
      cwd: project.dir,
    });
    // The first file has been begun.
    await run.until(async () =>
      (await namesUnderOutput()).some((name) => name.includes("web/img/")),
    );
    const sentMs = performance.now();
    run.send(signal);
    const { code, stderr } = await run.ended;
    const tookMs = performance.now() - sentMs;
    expect({ code, stderr }).toEqual({
      code: expected,
      stderr: expect.stringMatching(/^stopped/u) as string,
    });
    expect(await run.processes()).toEqual([]);
    expect(await run.leftInTmp()).toEqual([]);
    expect((await namesUnderOutput()).filter((name) => name !== ".session.lock")).toEqual([]);
    // The one time that a test asserts: it is what is promised, and many times what it takes.
    expect(tookMs).toBeLessThan(MOST_MS);
    console.log(`${signal}: ended after ${tookMs.toFixed(0)} ms`);
  },
);
