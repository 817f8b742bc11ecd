/** The theme of a publication, with blocks that it takes from other themes. */
import { expect, it } from "vitest";
import { listThemes, loadChosenTheme, loadTheme } from "../../../src/theme/load-theme.ts";

const themes = await listThemes();

it("has the blocks that the publication takes from another theme, and its tokens", async () => {
  const theme = await loadChosenTheme({ theme: "report", blocks: ["voices/callout"] }, themes);
  const lender = await loadTheme("voices");
  expect(theme.name).toBe("report");
  expect([...theme.blocks.keys()].filter((name) => lender.blocks.has(name))).toEqual(["callout"]);
  expect(theme.blocks.get("callout")).toBe(lender.blocks.get("callout"));
  expect(theme.blockFolders.get("callout")).toEqual(lender.blockFolders.get("callout"));
  expect(theme.lenders).toEqual([{ name: "voices", stylesDir: lender.stylesDir }]);
});

it("is as it stands where nothing is taken, or nothing that is there", async () => {
  const theme = await loadTheme("report");
  for (const blocks of [[], ["voices/nothing"], ["../../etc/x"], ["report/nothing"]]) {
    expect(await loadChosenTheme({ theme: "report", blocks }, themes)).toEqual(theme);
  }
});

it("needs no tokens of its own blocks' theme a second time", async () => {
  const theme = await loadChosenTheme({ theme: "voices", blocks: ["voices/callout"] }, themes);
  expect(theme.lenders).toEqual([]);
});

it("is found with the names of its blocks before it is loaded", async () => {
  for (const [name, blocks] of themes.blocks) {
    expect([...(await loadTheme(name)).blocks.keys()]).toEqual(blocks);
  }
});
