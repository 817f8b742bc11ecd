/** Which PDFs may claim a standard: those that every judge of the claim has passed. */
import { afterEach, describe, expect, test, vi } from "vitest";
import { judgeClaim, mayClaim } from "../../../src/judges/pdf/judge-claim.ts";
import { pdfStructureJudge } from "../../../src/judges/pdf/pdf-structure.ts";
import { readingFidelityJudge } from "../../../src/judges/pdf/reading-fidelity.ts";
import { sourceJudge } from "../../../src/judges/pdf/source.ts";
import type { SourceFault } from "../../../src/accessible/source/source-fault.ts";
import { makeTaggedPdf, type Tag } from "../../fixtures/pdf/tagged-pdf.ts";

const tags: readonly Tag[] = [
  { role: "H1", text: "Tides" },
  { role: "P", text: "A boat." },
];
const fault: SourceFault = {
  rule: "image-alt",
  message: "image has no alternative text",
  where: "img",
  hint: "give it one",
  wcag: ["1.1.1"],
};

interface Planted {
  readonly tags?: readonly Tag[];
  readonly reading?: string;
  readonly faults?: readonly SourceFault[];
}

async function judge(planted: Planted = {}) {
  const reports = await judgeClaim(
    {
      bytes: await makeTaggedPdf({ tags: planted.tags ?? tags }),
      reading: planted.reading ?? "Tides\nA boat.\n",
      source: "note.html",
      faults: planted.faults ?? [],
    },
    {},
  );
  const said = Object.fromEntries(reports.map(({ name, status }) => [name, status]));
  return { said, claims: mayClaim(reports) };
}

afterEach(() => {
  vi.restoreAllMocks();
});

test("a sound PDF of a sound source that reads as its source may claim", async () => {
  expect(await judge()).toEqual({
    said: {
      "imprimatur-source": "passed",
      "imprimatur-pdf-structure": "passed",
      "imprimatur-reading-fidelity": "passed",
    },
    claims: true,
  });
});

test.each<[string, Planted, string]>([
  ["a fault of the source", { faults: [fault] }, "imprimatur-source"],
  ["words that are lost", { reading: "Tides\nA red boat.\n" }, "imprimatur-reading-fidelity"],
  [
    "a heading of level 2 that comes first",
    {
      tags: [
        { role: "H2", text: "Tides" },
        { role: "P", text: "A boat." },
      ],
    },
    "imprimatur-pdf-structure",
  ],
])("%s takes the claim", async (_, planted, name) => {
  const { said, claims } = await judge(planted);
  expect(said[name]).toBe("failed");
  expect(claims).toBe(false);
});

describe("a judge that breaks down takes the claim", () => {
  test.each([
    ["imprimatur-source", sourceJudge],
    ["imprimatur-pdf-structure", pdfStructureJudge],
    ["imprimatur-reading-fidelity", readingFidelityJudge],
  ])("%s", async (name, broken) => {
    vi.spyOn(broken, "judge").mockRejectedValue(new Error("planted"));
    const { said, claims } = await judge();
    expect(said[name]).toBe("skipped");
    expect(claims).toBe(false);
  });
});

test("where nothing judged there is nothing to claim", () => {
  expect(mayClaim([])).toBe(false);
});

test("what WCAG's techniques ask for and no clause demands takes no claim away", async () => {
  const row = (text: string): Tag => ({ role: "TR", kids: [{ role: "TD", text }] });
  const table: Tag = { role: "Table", kids: [row("One"), row("Two")] };
  expect(await judge({ tags: [...tags, table], reading: "Tides\nA boat.\nOne\nTwo\n" })).toEqual({
    said: {
      "imprimatur-source": "passed",
      "imprimatur-pdf-structure": "failed",
      "imprimatur-reading-fidelity": "passed",
    },
    claims: true,
  });
});

test("cells without a header, and headers without words, take no claim away", async () => {
  const scope = { O: "Table", Scope: "Column" };
  const table: Tag = {
    role: "Table",
    kids: [
      {
        role: "TR",
        kids: [
          { role: "TH", attributes: scope },
          { role: "TH", text: "A", attributes: scope },
        ],
      },
      {
        role: "TR",
        kids: [{ role: "TD" }, { role: "TD", text: "One" }, { role: "TD", text: "Two" }],
      },
    ],
  };
  expect(await judge({ tags: [...tags, table], reading: "Tides\nA boat.\nA\nOne\nTwo\n" })).toEqual(
    {
      said: {
        "imprimatur-source": "passed",
        "imprimatur-pdf-structure": "failed",
        "imprimatur-reading-fidelity": "passed",
      },
      claims: true,
    },
  );
});
