/** Citations and the list of sources as pages show them. */
import { expect, test } from "vitest";
import { citeText } from "../../support/cite-text.ts";
import { showText } from "../../support/show-text.ts";

const PLACE = "::: {#refs}\n:::";

async function show(source: string): Promise<string> {
  return showText(source, "list", "boat", await citeText(source, "boat"));
}

test("the list has a heading where none is above it", async () => {
  const heading = "<h3>Bibliography</h3>";
  expect(await show(`@wright1984\n\n${PLACE}`)).toContain(heading);
  expect(await show(`${PLACE}\n\n@wright1984`)).not.toContain(heading);
  expect(await show(`@wright1984\n\n## Sources\n\n${PLACE}`)).not.toContain(heading);
});

test("each source leads back to all places that cite it", async () => {
  const html = await show(`[@wright1984; @sailor2020], @wright1984\n\n${PLACE}`);
  const back = [...html.matchAll(/href="#(boat-cite[^"]*)" role="doc-backlink"/gu)];
  expect(back.map(([, id]) => id)).toEqual(["boat-cite-1-2", "boat-cite-1", "boat-cite-2"]);
  for (const [, id] of back) expect(html).toContain(`id="${id ?? ""}" href="#refs-`);
});

test("words of a bibliography are words", async () => {
  const html = await show(`@sailor2020\n\n${PLACE}`);
  expect(html).toContain("&lt;script&gt;alert(1)&lt;/script&gt;");
  expect(html).not.toContain("<script");
});
