/** Content streams as units that can be tagged and moved. */
import { describe, expect, test } from "vitest";
import { readStream } from "../../../../src/accessible/content/stream-reader.ts";
import type { Unit } from "../../../../src/accessible/content/units.ts";
import type { Matrix } from "../../../../src/pdf/geometry/matrix.ts";
import { contentSource, newForm, newObjects } from "../../../support/content.ts";
import { letterFont, streamOf } from "../../../support/text-units.ts";

/** Twice as large, from the top of a page that is 100 high. */
const matrix: Matrix = [2, 0, 0, -2, 0, 200];
const form = streamOf();
const objects = newObjects();

function read(content: string, mark?: string): readonly Unit[] {
  const source = contentSource(content, { XObject: { Form: newForm(objects) } }, objects);
  source.state.matrix = matrix;
  return readStream(source, {
    stream: "page",
    mark,
    fontOf: () => letterFont({ codeLength: 1 }),
    formOf: () => form,
  });
}

function marksOf(units: readonly Unit[]): (string | undefined)[] {
  return units.flatMap((unit) => (unit.kind === "state" ? [] : [unit.mark]));
}

describe("units", () => {
  test("are paths, pictures and texts, with what sets a state between them", () => {
    const content = "q 1 0 0 rg 0 0 m 9 9 l S /Pic Do Q BT /F1 9 Tf (a) Tj ET 1 w";
    expect(read(content).map(({ kind }) => kind)).toEqual([
      "state",
      "path",
      "picture",
      "state",
      "text",
      "state",
    ]);
  });

  test("keep what they are painted by", () => {
    const [path, picture, inline] = read(
      "0 0 m 5 5 l 9 0 l h f* /Pic Do BI /W 1 /H 1 ID \u00ff EI",
    );
    expect(path).toMatchObject({ kind: "path", raw: "0 0 m\n5 5 l\n9 0 l\nh\nf*" });
    expect(picture).toMatchObject({ kind: "picture", raw: "/Pic Do" });
    expect(inline).toMatchObject({ kind: "picture", raw: "BI /W 1 /H 1 ID \u00ff EI" });
  });

  test("have their place on the page: where a path begins, the middle of a picture", () => {
    const [, path, , picture] = read("1 0 0 1 10 20 cm 3 4 m 9 9 l S 30 0 0 10 0 0 cm /Pic Do");
    expect(path).toMatchObject({ x: 26, y: 152 });
    expect(picture).toMatchObject({ x: 50, y: 150 });
  });

  test("have the matrix that q and Q leave them", () => {
    const paths = read("q 3 0 0 3 0 0 cm 1 1 1 1 re f Q 1 1 1 1 re f").filter(
      ({ kind }) => kind === "path",
    );
    expect(paths).toMatchObject([{ matrix: [6, 0, 0, -6, 0, 200] }, { matrix }]);
  });

  test("of form XObjects hold the form's units", () => {
    const [picture, shown] = read("/Form Do /Pic Do");
    expect(picture).toMatchObject({ kind: "picture", form });
    expect(shown).not.toHaveProperty("form");
  });
});

test("a clipping path is a state, as one operation", () => {
  expect(read("q 0 0 9 9 re W n 1 0 0 rg")).toEqual([
    {
      kind: "state",
      operations: [
        { operator: "q", raw: "q" },
        { operator: "clip", raw: "0 0 9 9 re\nW\nn" },
        { operator: "rg", raw: "1 0 0 rg" },
      ],
    },
  ]);
});

describe("the browser's marks", () => {
  const path = "0 0 9 9 re f";

  test("are named by stream and id, and nothing outside has one", () => {
    const units = read(`${path} /P <</MCID 12>> BDC ${path} EMC ${path}`);
    expect(marksOf(units)).toEqual([undefined, "page:12", undefined]);
  });

  test("reach into marks without an id", () => {
    const units = read(
      `/P <</MCID 1>>BDC /Artifact BMC ${path} EMC /P <</MCID 2>> BDC ${path} EMC ${path} EMC`,
    );
    expect(marksOf(units)).toEqual(["page:1", "page:2", "page:1"]);
  });

  test("around a form reach into it, and an EMC too many does not end them", () => {
    expect(marksOf(read(`EMC ${path}`, "page:7"))).toEqual(["page:7"]);
  });

  test("are not among the units' operators", () => {
    const raws = read(`/P <</MCID 1>> BDC 1 w ${path} /M MP /N <</X 1>> DP EMC`).flatMap((unit) =>
      unit.kind === "state" ? unit.operations.map(({ raw }) => raw) : [],
    );
    expect(raws).toEqual(["1 w"]);
  });
});

test("a Q too many is left as it is", () => {
  expect(read("Q 0 0 9 9 re f")).toMatchObject([{ kind: "state" }, { kind: "path", matrix }]);
});
