import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { lookUpFile } from "../../../src/browser/served-files.ts";
import { servedPlace, writtenAddress } from "../../../src/document/served-place.ts";

const origin = "http://imprimatur.localhost";
let dir: string;
beforeAll(async () => {
  dir = await mkdtemp(join(tmpdir(), "served-place-"));
  await mkdir(join(dir, "book", "text", "images"), { recursive: true });
  await mkdir(join(dir, "book", "css"));
  await mkdir(join(dir, "fonts"));
  for (const file of ["book/css/core.css", "book/text/images/a.png", "fonts/a.ttf", "secret.txt"]) {
    await writeFile(join(dir, file), file);
  }
});
afterAll(() => rm(dir, { recursive: true }));

/** What the document gets at an address that it wrote. */
async function answerTo(written: string, allowed: readonly string[] = []): Promise<string> {
  const { urlPath, roots } = servedPlace(
    join(dir, "book", "text", "a b.html"),
    allowed.map((folder) => join(dir, folder)),
  );
  const { pathname } = new URL(written, origin + urlPath);
  const answer = await lookUpFile({ roots }, pathname);
  return "refused" in answer ? answer.refused : String(answer.body);
}

describe("a document's own folder", () => {
  it("is read, from the document and from the top", async () => {
    expect(await answerTo("images/a.png")).toBe("book/text/images/a.png");
    expect(await answerTo("/images/a.png")).toBe("book/text/images/a.png");
    expect(await answerTo("images/b.png")).toBe("no-such-file");
  });

  it("is all that is read unless a person names more", async () => {
    expect(await answerTo("../css/core.css")).toBe("outside-project");
    expect(await answerTo("../../secret.txt")).toBe("outside-project");
  });
});

describe("folders that a person names", () => {
  it("are read, and nothing beside them", async () => {
    expect(await answerTo("../css/core.css", ["book"])).toBe("book/css/core.css");
    expect(await answerTo("../css/core.css", ["book/css"])).toBe("book/css/core.css");
    expect(await answerTo("../../fonts/a.ttf", ["book", "fonts"])).toBe("fonts/a.ttf");
    expect(await answerTo("images/a.png", ["fonts"])).toBe("book/text/images/a.png");
    expect(await answerTo("../text/images/a.png", ["book"])).toBe("book/text/images/a.png");
    expect(await answerTo("../../secret.txt", ["book", "fonts"])).toBe("outside-project");
    expect(await answerTo("../css/core.css", ["book/text/images"])).toBe("outside-project");
  });
});

it("names no folder of the machine", () => {
  expect(servedPlace("/home/someone/a.html")).toMatchObject({
    urlPath: servedPlace("/tmp/a.html").urlPath,
  });
});

describe("an address is said as the document wrote it", () => {
  const { urlPath } = servedPlace("/srv/book/text/a.html");
  it.each([
    ["../css/core.css", "../css/core.css"],
    ["images/a%20b.png?c", "images/a b.png?c"],
    ["/css/core.css", "/css/core.css"],
    ["https://fonts.example/a.css", "https://fonts.example/a.css"],
    ["data:,a", "data:,a"],
  ])("%s", (written, said) => {
    const document = origin + urlPath;
    expect(writtenAddress(new URL(written, document).href, document)).toBe(said);
  });
});
