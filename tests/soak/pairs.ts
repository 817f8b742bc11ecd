/** Builds that are started at the same time in one folder: one waits for the other. */
import { openProject } from "../support/project.ts";
import { Tally, type SoakPart } from "./soak-part.ts";
import { faultsOfOutput, markContent } from "./whole-output.ts";

export async function buildInPairs(count: number): Promise<SoakPart> {
  await using project = await openProject("note");
  const tally = new Tally();
  for (let at = 1; at <= count; at++) {
    await markContent(project, `pair${at}`);
    const runs = await Promise.all([0, 1].map(() => project.run(["build", "--no-check"])));
    for (const { code, stderr } of runs) {
      if (code !== 0) tally.fault(`pair ${at} ended with ${code}: ${stderr.trim()}`);
    }
    const said = runs.map(({ stdout }) => stdout).join("");
    for (const fault of await faultsOfOutput(project, { mayHaveStaging: false })) {
      tally.fault(`pair ${at}: ${fault}`);
    }
    tally.add(said.includes("waiting until it ends") ? "one waited" : "did not meet");
  }
  return tally.result();
}
