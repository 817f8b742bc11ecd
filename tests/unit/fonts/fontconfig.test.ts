import { parseXml, XmlElement } from "@rgrove/parse-xml";
import { expect, test } from "vitest";
import { formatFontconfig } from "../../../src/fonts/fontconfig.ts";

const shipped = { folders: ["/p/a & b", "/p/c"], families: ["Tinos", "Noto Emoji"] };
const text = formatFontconfig({ shipped, installedFolders: ["/usr/<fonts>"], cacheDir: "/cache" });
const root = parseXml(text).root;

function children(element: XmlElement | null, name: string): readonly XmlElement[] {
  return (element?.children ?? []).filter(
    (child): child is XmlElement => child instanceof XmlElement && child.name === name,
  );
}

test("shipped folders come before installed ones, whatever their names", () => {
  expect(children(root, "dir").map((dir) => dir.text)).toEqual([
    "/p/a & b",
    "/p/c",
    "/usr/<fonts>",
  ]);
  expect(children(root, "cachedir").map((dir) => dir.text)).toEqual(["/cache"]);
});

test("a family that stands for another one gives way to it", () => {
  const rule = children(root, "match").find((match) => match.text.startsWith("Helvetica"));
  expect(rule?.text).toBe("HelveticaArimo");
  const [edit] = children(rule ?? null, "edit");
  expect(edit?.attributes).toEqual({ name: "family", mode: "prepend", binding: "weak" });
});

test("every text has the same last resorts, ours first", () => {
  const last = children(root, "match").at(-1);
  expect(children(last ?? null, "test")).toEqual([]);
  const [edit] = children(last ?? null, "edit");
  expect(edit?.attributes).toMatchObject({ mode: "append_last", binding: "weak" });
  expect(children(edit ?? null, "string").map((family) => family.text)).toEqual([
    "Arimo",
    "Tinos",
    "Noto Emoji",
  ]);
});
