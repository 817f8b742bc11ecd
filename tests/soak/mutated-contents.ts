/** Broken contents: each is a fault with its place, or is built; never a fault of ours. */
import { cp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { openProject, type Project } from "../support/project.ts";
import { mutateText } from "./mutate.ts";
import { inTwos, seeded, Tally, type SoakPart } from "./soak-part.ts";

export async function breakContents(count: number, seed: number): Promise<SoakPart> {
  await using first = await openProject("note");
  await using second = await openProject("note");
  const free = [first, second];
  await cp(path.join(first.dir, "content"), path.join(first.dir, "sound"), { recursive: true });
  const tally = new Tally();
  const seeds = Array.from({ length: count }, (_, index) => seed * 1_000_000 + index);
  await inTwos(seeds, async (own) => {
    const project = free.pop();
    if (project === undefined) throw new RangeError("more tasks than projects");
    try {
      await breakOne(project, path.join(first.dir, "sound"), own, tally);
    } finally {
      free.push(project);
    }
  });
  return tally.result();
}

async function breakOne(project: Project, sound: string, own: number, tally: Tally): Promise<void> {
  const content = path.join(project.dir, "content");
  await rm(content, { recursive: true, force: true });
  await cp(sound, content, { recursive: true });
  const entries = await readdir(content, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name))
    .sort();
  const random = seeded(own);
  const file = files[Math.floor(random() * files.length)] ?? "";
  await writeFile(file, mutateText(await readFile(file), random));
  // The first edition of the fixture; every tenth is laid out and judged too.
  const args = own % 10 === 0 ? ["build"] : ["build", "--no-check", "--edition", "web"];
  const { code, stderr } = await project.run(args);
  const isOurs = stderr.includes("a fault in Imprimatur itself");
  if (isOurs || ![0, 1, 2].includes(code)) {
    tally.fault(`content of seed ${own}, ${path.basename(file)}: ${code}, ${stderr.slice(0, 300)}`);
  }
  const names = await readdir(path.join(project.dir, "output")).catch(() => []);
  const left = names.filter((name) => name.startsWith(".") && name !== ".session.lock");
  if (left.length > 0) tally.fault(`content of seed ${own} left ${left.join(", ")} behind`);
  tally.add(
    { 0: "built", 1: "refused with the reason", 2: "built with findings" }[code] ?? "broke",
  );
}
