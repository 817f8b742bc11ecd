/** Every construct of docs/dialect.md becomes on the web what is written there. */
import { expect, test } from "vitest";
import { citeText } from "../../support/cite-text.ts";
import { dialectLedger } from "../../support/dialect-ledger.ts";
import { showText } from "../../support/show-text.ts";

test.each(dialectLedger())("$name", async ({ syntax, html, allowsHtml }) => {
  const places = await citeText(syntax, "boat");
  expect(showText(syntax, "list", "boat", places, allowsHtml)).toBe(html);
});
