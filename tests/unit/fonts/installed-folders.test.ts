import { expect, test } from "vitest";
import { installedFontFolders } from "../../../src/fonts/installed-folders.ts";

test("fonts of the person come before those of the machine", () => {
  expect(installedFontFolders({ HOME: "/home/a", XDG_DATA_HOME: "" }, "/root")).toEqual([
    "/home/a/.local/share/fonts",
    "/home/a/.fonts",
    "/usr/local/share/fonts",
    "/usr/share/fonts",
    "/run/current-system/sw/share/X11/fonts",
  ]);
});

test("the environment says where data is, in absolute paths", () => {
  const env = { XDG_DATA_HOME: "/data", XDG_DATA_DIRS: "/nix/share:relative:/usr/share" };
  expect(installedFontFolders(env, "/root")).toEqual([
    "/data/fonts",
    "/root/.fonts",
    "/nix/share/fonts",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/run/current-system/sw/share/X11/fonts",
  ]);
});
