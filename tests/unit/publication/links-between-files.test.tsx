/** Links between content files, as GitHub and editors follow them. */
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { renderToString } from "preact-render-to-string";
import { afterEach, beforeEach, expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { projectFolders } from "../../../src/project/folders.ts";
import { openProjectIn } from "../../../src/project/project.ts";
import { ContentError } from "../../../src/publication/faults/fault.ts";
import { renderPublication } from "../../../src/web/render-publication.ts";

let projectDir: string;

beforeEach(async () => {
  projectDir = await mkdtemp(path.join(tmpdir(), "imprimatur-links-"));
});
afterEach(() => rm(projectDir, { recursive: true }));

async function open(
  files: Readonly<Record<string, string>>,
  lead = "A lead.",
): ReturnType<typeof openProjectIn> {
  const publication = `title: A year\nlead: "${lead}"\nlanguage: en\npublisher: Nobody\nslug: year\ntheme: report\n`;
  for (const [name, text] of Object.entries({ ...files, "publication.yaml": publication })) {
    const file = path.join(projectDir, "content", name);
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, text);
  }
  return openProjectIn(projectFolders(projectDir));
}

const text = (body: string, fields = ""): string =>
  `---\ntitle: A chapter\n${fields}---\n\n${body}\n`;

/** Every link and every heading of the page with an id, in their order. */
async function placesIn(
  files: Readonly<Record<string, string>>,
  lead?: string,
): Promise<readonly string[]> {
  const project = await open(files, lead);
  const markdown = createMarkdown({ headingOffset: 1 });
  const bodies = new Map(
    project.publication.chapters.flatMap((chapter) =>
      [...(chapter.part === undefined ? [] : [chapter.part]), chapter].map(
        ({ file, body }) => [file, markdown.render(body)] as const,
      ),
    ),
  );
  const rendered = renderPublication(project, bodies);
  const html = [
    renderToString(<>{rendered.lead}</>),
    ...rendered.groups.map(({ part, chapters }) => {
      const elements = chapters.map(({ element }) => element);
      return renderToString(part?.around(elements) ?? <>{elements}</>);
    }),
  ].join("");
  return (html.match(/href="[^"]*"|<h[4-6] id="[^"]*"/gu) ?? []).map((each) =>
    each.replace(/href="|<h\d id="/u, "").replace(/"$/u, ""),
  );
}

test("lead to files, to parts, to ids and to headings by their words", async () => {
  const found = await placesIn({
    "010-a.md": text(
      "[b](boats/020-b.md) [part](boats/part.md) [id](boats/020-b.md#quay) [heading](boats/020-b.md#the-old-quay) [second](boats/020-b.md#the-old-quay-1) [own](#here-too)\n\n## Here, *too*",
    ),
    "020-z.md": text("Last."),
    "boats/part.md": "---\ntitle: A part\norder: 15\n---\n",
    "boats/020-b.md": text(
      "## The old `quay`\n\n## The old quay\n\n### Another {#quay}\n\n[a](../010-a.md?plain=1#here-too), [web](https://example.org/a.md)",
      'subtitle: "To [a](../010-a.md)"\n',
    ),
  });
  expect(found).toEqual([
    ...["#b", "#boats", "#quay", "#b--the-old-quay", "#b--the-old-quay-1", "#a--here-too"],
    ...["#a", "b--the-old-quay", "b--the-old-quay-1", "quay"],
    ...["#a--here-too", "https://example.org/a.md"],
  ]);
});

test("lead from fields of the publication", async () => {
  expect(await placesIn({ "010-a.md": text("One.") }, "See [a](010-a.md).")).toEqual(["#a"]);
});

test("give no heading an id that nothing leads to", async () => {
  expect(await placesIn({ "010-a.md": text("## One\n\n### Two") })).toEqual([]);
});

test.each([
  ["[b](b.md)", 'the link to "b.md" leads nowhere', "did you mean `boats/b.md`?"],
  ["[b](boats/c.md#x)", 'the link to "boats/c.md#x" leads nowhere', "did you mean `boats/b.md`?"],
  ["[b](README.md)", 'the link to "README.md" leads nowhere', "name one of these"],
  [
    "[b](boats/b.md#the-qay)",
    'the link to "boats/b.md#the-qay" leads nowhere',
    "did you mean `#the-quay`?",
  ],
  ["[b](../../b.md)", 'the link to "../../b.md" leads nowhere', "did you mean `boats/b.md`?"],
])("%s is a fault", async (link, message, hint) => {
  const files = {
    "010-a.md": text(`One\n${link}.`),
    "README.md": "For authors.",
    "boats/b.md": text("## The quay", "order: 20\n"),
  };
  const error: unknown = await open(files).catch((thrown: unknown) => thrown);
  const faults = error instanceof ContentError ? error.faults : [];
  expect(faults).toHaveLength(1);
  expect(faults[0]).toMatchObject({ file: "content/010-a.md", line: 6, message });
  expect(faults[0]?.hint).toContain(hint);
});
