import { expect, test } from "vitest";
import { pictureKeys, type WrittenPicture } from "../../../../src/accessible/amend/picture-keys.ts";

const picture = (ref: string, more: Partial<WrittenPicture>): WrittenPicture => ({
  ref,
  name: "img",
  address: "",
  id: "",
  markup: "",
  ...more,
});

const keysOf = (...pictures: readonly WrittenPicture[]): string[] => [
  ...pictureKeys(pictures).values(),
];

test("a picture is called by its address, even where it has an id", () => {
  expect(keysOf(picture("1", { address: "a b/boat.jpg", id: "boat" }))).toEqual(["a b/boat.jpg"]);
});

test("what is written out in an address is called by all of it", () => {
  const start = `data:image/PNG;base64,${"A".repeat(300)}`;
  const [first = "", second = "", again] = keysOf(
    picture("1", { address: `${start}B` }),
    picture("2", { address: `${start}C` }),
    picture("3", { address: `${start}B` }),
  );
  expect(first).toMatch(/^data:image\/png [\da-f]{16}$/);
  expect(second).not.toBe(first);
  expect(again).toBe(first);
});

test("a drawing is called by its id, or by what is drawn, wherever it stands", () => {
  const star = { name: "svg", markup: "<svg><path d='M0 0'/></svg>" };
  const other = { name: "svg", markup: "<svg><path d='M1 1'/></svg>" };
  const keys = keysOf(
    picture("1", { name: "svg", id: "logo" }),
    picture("2", other),
    picture("3", star),
  );
  expect(keys[0]).toBe("svg#logo");
  expect(keys[2]).toMatch(/^svg [\da-f]{16}$/);
  expect(keysOf(picture("9", star))).toEqual([keys[2]]);
  expect(keys[1]).not.toBe(keys[2]);
});

test("what has nothing to be called by is counted by its kind", () => {
  expect(
    keysOf(
      picture("1", { name: "canvas" }),
      picture("2", { name: "div" }),
      picture("3", { name: "canvas", id: "chart" }),
      picture("4", { name: "canvas" }),
    ),
  ).toEqual(["canvas 1", "div 1", "canvas#chart", "canvas 2"]);
});
