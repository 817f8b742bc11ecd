/** An epigraph: words of another, which stand before a text. */
import { z } from "zod";
import { inlineMarkdown } from "../../publication/fields/fields.ts";
import { defineBlock } from "../../theme/block.ts";
import { Epigraph } from "./epigraph.tsx";

const schema = z.strictObject({
  source: inlineMarkdown(
    "whose words they are, and of which work, in inline Markdown",
    "Ana Reis, _The Low Water_",
  ).optional(),
});

export default defineBlock({ schema, body: "text", idEndings: [], component: Epigraph });
