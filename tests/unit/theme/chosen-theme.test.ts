/** The theme of a publication, with blocks that it takes from other themes. */
import { expect, it } from "vitest";
import type { Block } from "../../../src/theme/block.ts";
import { joinBlocks } from "../../../src/theme/load-blocks.ts";
import {
  listThemes,
  loadChosenTheme,
  loadHouseBlocks,
  loadTheme,
} from "../../../src/theme/load-theme.ts";

const themes = await listThemes();
const house = await loadHouseBlocks();

it("has the blocks that every theme has, and its own", async () => {
  expect([...house.blocks.keys()]).toContain("aside");
  for (const [name, own] of themes.blocks) {
    const { blocks, blockFolders } = await loadTheme(name);
    expect([...blocks.keys()]).toEqual([...house.blocks.keys(), ...own]);
    expect([...blockFolders.keys()]).toEqual([...blocks.keys()]);
    expect(blockFolders.get("aside")?.shownAs).toBe("src/house-blocks/aside");
  }
});

it("has the blocks that the publication takes from another theme, and its tokens", async () => {
  const theme = await loadChosenTheme({ theme: "report", blocks: ["voices/callout"] }, themes);
  const lender = await loadTheme("voices");
  expect(theme.name).toBe("report");
  expect([...theme.blocks.keys()]).toEqual([...house.blocks.keys(), "callout"]);
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

it("has its own block in the place of one that every theme has", () => {
  const [[name, block] = ["", undefined]] = house.blocks;
  const folder = { dir: "/theme/blocks/it", shownAs: "theme/blocks/it" };
  const own = { ...block } as Block;
  const joined = joinBlocks([
    house,
    { blocks: new Map([[name, own]]), blockFolders: new Map([[name, folder]]) },
  ]);
  expect(joined.blocks.get(name)).toBe(own);
  expect(joined.blockFolders.get(name)).toBe(folder);
  expect(joined.blocks.size).toBe(house.blocks.size);
});
