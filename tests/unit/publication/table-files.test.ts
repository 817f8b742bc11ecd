/** Files of comma-separated values that texts show as tables: what is read of them, and what is wrong in them. */
import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ContentError } from "../../../src/publication/faults/fault.ts";
import { loadPublicationIn } from "../../support/load-publication.ts";
import { projectFolders, type ProjectFolders } from "../../../src/project/folders.ts";
import { readRows, readTableFile } from "../../../src/publication/files/table-file.ts";

function rowsOf(text: string): unknown {
  return readRows(text, undefined, "a.csv").rows;
}

function faultsOf(text: string, separator?: "comma" | "semicolon" | "tab"): unknown {
  const { faults = [] } = readRows(text, separator, "a.csv");
  return faults.map(({ file, line, message }) => [file, line, message]);
}

describe("rows", () => {
  test.each([
    [
      "comma",
      "a,b\n1,2\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "semicolon",
      "a;b\n1,5;2,5\n",
      [
        ["a", "b"],
        ["1,5", "2,5"],
      ],
    ],
    [
      "tab",
      "a\tb\n1;5\t2,5\n",
      [
        ["a", "b"],
        ["1;5", "2,5"],
      ],
    ],
    ["one column", "a\n1\n2\n", [["a"], ["1"], ["2"]]],
    [
      "ends of lines of other systems",
      "a,b\r\n1,2\r\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "an empty line",
      "a,b\n\n1,2\n\n",
      [
        ["a", "b"],
        ["1", "2"],
      ],
    ],
    [
      "quotes",
      '"a, b","say ""so"""\n"1\r\n2",\n',
      [
        ["a, b", 'say "so"'],
        ["1\n2", ""],
      ],
    ],
    [
      "an emptied cell",
      "a,b\n,\n",
      [
        ["a", "b"],
        ["", ""],
      ],
    ],
    [
      "spaces",
      "a,b\n  c, d \n",
      [
        ["a", "b"],
        ["  c", " d "],
      ],
    ],
  ])("%s", (_, text, rows) => {
    expect(rowsOf(text)).toEqual(rows);
  });

  test("are parted by what the author says", () => {
    expect(readRows("a;b,c\n1;2,3\n", "comma", "a.csv").rows).toEqual([
      ["a;b", "c"],
      ["1;2", "3"],
    ]);
  });
});

describe("faults have the file's own lines", () => {
  test.each([
    [
      "ragged",
      "a,b\n1,2\n3\n4,5,6\n",
      [
        ["a.csv", 3, "this row has 1 cell, and the first one 2; they are parted by a comma"],
        ["a.csv", 4, "this row has 3 cells, and the first one 2; they are parted by a comma"],
      ],
    ],
    [
      "ragged below lines in cells",
      'a,b\n"1\n2",3\n\n4\n',
      [["a.csv", 5, "this row has 1 cell, and the first one 2; they are parted by a comma"]],
    ],
    [
      "an open quotation mark",
      'a,b\n1,"2\n3,4\n',
      [["a.csv", 2, "a quotation mark is never closed"]],
    ],
    [
      "a quotation mark within",
      'a,b\n1,5" tall\n',
      [["a.csv", 2, "a quotation mark stands inside a cell that begins without one"]],
    ],
    [
      "something behind a quoted cell",
      'a,b\n"1" x,2\n',
      [["a.csv", 2, "something stands between a closing quotation mark and the separator"]],
    ],
    ["nothing", "\n", [["a.csv", undefined, "this table is empty"]]],
    ["columns", `${"a,".repeat(64)}b\n`, [["a.csv", 1, "this table has 65 columns"]]],
    ["rows", "a,b\n".repeat(5001), [["a.csv", undefined, "this table has more than 5000 rows"]]],
  ])("%s", (_, text, faults) => {
    expect(faultsOf(text)).toEqual(faults);
  });
});

describe("files", () => {
  let folder: ProjectFolders;
  let dir: string;
  beforeAll(async () => {
    dir = await mkdtemp(path.join(tmpdir(), "tables-"));
    folder = projectFolders(dir);
    await mkdir(path.join(folder.contentDir, "tables"), { recursive: true });
    const write = (name: string, bytes: string | Uint8Array): Promise<void> =>
      writeFile(path.join(folder.contentDir, name), bytes);
    await write("tables/a.csv", "\uFEFFa,b\n1,2\n");
    await write("latin.csv", Buffer.from("a,b\nM\xfcll,2\n", "latin1"));
    await write("large.csv", "a,b\n".repeat(300_000));
    await write("a.txt", "a,b\n");
    await writeFile(path.join(dir, "outside.csv"), "a,b\n");
    await symlink(path.join(dir, "outside.csv"), path.join(folder.contentDir, "link.csv"));
  });
  afterAll(() => rm(dir, { recursive: true }));

  const read = async (name: string): Promise<unknown> => {
    const at = { file: "content/010-a.md", line: 7 };
    const { rows, faults } = await readTableFile(folder, { path: name, separator: undefined }, at);
    return rows ?? faults.map(({ file, line, message }) => [file, line, message]);
  };

  test("are in UTF-8, with or without a mark before", async () => {
    expect(await read("tables/a.csv")).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
  });

  test.each([
    ["latin.csv", ["content/latin.csv", undefined, "this file is not in UTF-8"]],
    ["large.csv", ["content/large.csv", undefined, "this file has 1172 KiB"]],
    ["a.txt", ["content/010-a.md", 7, '"a.txt" is not a file of comma-separated values']],
    ["b.csv", ["content/010-a.md", 7, 'there is no table "b.csv" in the content folder']],
    ["tables", ["content/010-a.md", 7, 'there is no table "tables" in the content folder']],
    [
      "../outside.csv",
      ["content/010-a.md", 7, 'the table "../outside.csv" is outside the content folder'],
    ],
    ["link.csv", ["content/010-a.md", 7, 'the table "link.csv" is outside the content folder']],
  ])("%s", async (name, fault) => {
    expect(await read(name)).toEqual([fault]);
  });

  test("are read with the texts that name them, and their faults are the publication's", async () => {
    const text = '---\ntitle: A\n---\n\nText.\n\n::: {.table csv="tables/a.csv"}\n:::\n';
    await rm(path.join(folder.contentDir, "a.txt"));
    const yaml = "title: A\nlanguage: en\npublisher: P\nlead: L\nslug: a\ntheme: report\n";
    await writeFile(path.join(folder.contentDir, "publication.yaml"), yaml);
    await writeFile(path.join(folder.contentDir, "010-a.md"), text);
    const { tableFiles } = await loadPublicationIn(folder);
    const named = { path: "tables/a.csv", separator: undefined };
    expect(tableFiles?.rowsOf(named, 0)).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    await writeFile(path.join(folder.contentDir, "tables/b.csv"), "a,b\n1\n");
    const wrong =
      text.replaceAll("a.csv", "b.csv") + text.slice(text.indexOf(":::")).replace("a.csv", "c.csv");
    await writeFile(path.join(folder.contentDir, "010-a.md"), wrong);
    const error: unknown = await loadPublicationIn(folder).catch((reason: unknown) => reason);
    const faults = error instanceof ContentError ? error.faults : [];
    expect(faults.map(({ file, line, message }) => [file, line, message])).toEqual([
      ["content/010-a.md", 9, 'there is no table "tables/c.csv" in the content folder'],
      [
        "content/tables/b.csv",
        2,
        "this row has 1 cell, and the first one 2; they are parted by a comma",
      ],
    ]);
  });
});
