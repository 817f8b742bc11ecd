/** An aside: a short text beside the text, which can be read without it. */
import { z } from "zod";
import { inlineMarkdown } from "../../publication/fields/fields.ts";
import { defineBlock } from "../../theme/block.ts";
import { Aside } from "./aside.tsx";

const schema = z.strictObject({
  title: inlineMarkdown(
    "what the aside is about, in inline Markdown. Leave it out where the text says it at once.",
    "How the gauge works",
  ).optional(),
});

export default defineBlock({ schema, body: "text", idEndings: ["title"], component: Aside });
