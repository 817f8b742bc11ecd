/** Broken PDFs: each is judged, or refused with the reason; never a fault of ours. */
import { readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { openProject } from "../support/project.ts";
import { mutatePdf } from "./mutate.ts";
import { inTwos, seeded, Tally, type SoakPart } from "./soak-part.ts";

export async function breakPdfs(count: number, seed: number): Promise<SoakPart> {
  await using project = await openProject("note");
  await project.run(["build", "--no-check"]);
  const sound = await readFile(path.join(project.dir, "output/pdf/rivers.pdf"));
  const tally = new Tally();
  const seeds = Array.from({ length: count }, (_, index) => seed * 1_000_000 + index);
  await inTwos(seeds, async (own) => {
    const name = `broken-${own}.pdf`;
    await writeFile(path.join(project.dir, name), mutatePdf(sound, seeded(own)));
    // Every tenth is laid on sheets of paper instead.
    const args = own % 10 === 0 ? ["impose", name, "--blanks"] : ["check", name, "--quiet"];
    const { code, stdout, stderr } = await project.run(args);
    const isOurs = stderr.includes("a fault in Imprimatur itself");
    if (isOurs || ![0, 1, 2].includes(code)) {
      tally.fault(`PDF of seed ${own}: ${code}, ${stderr.slice(0, 300)}`);
    }
    if (stdout.includes("the judge broke down")) {
      const said = stdout.split("\n").find((line) => line.includes("broke down"));
      tally.fault(`PDF of seed ${own}: ${said?.trim() ?? ""}`);
    }
    const outcome = { 0: "passed", 1: "refused with the reason", 2: "judged with findings" }[code];
    tally.add(outcome ?? "broke");
  });
  return tally.result();
}
