/** Every construct of docs/dialect.md becomes on the web what is written there. */
import { expect, test } from "vitest";
import { createMarkdown } from "../../../src/markdown/create-markdown.ts";
import { dialectLedger } from "../../support/dialect-ledger.ts";

test.each(dialectLedger())("$name", ({ syntax, html }) => {
  expect(createMarkdown().render(syntax)).toBe(html);
});
