/** Every construct of docs/dialect.md becomes on the web what is written there. */
import { expect, test } from "vitest";
import { dialectLedger } from "../../support/dialect-ledger.ts";
import { showText } from "../../support/show-text.ts";

test.each(dialectLedger())("$name", ({ syntax, html }) => {
  expect(showText(syntax, "list")).toBe(html);
});
