/** A callout: a title, and a short text that stands apart from what is around it. */
import { z } from "zod";
import { inlineMarkdown } from "../../../../publication/fields/fields.ts";
import { defineBlock } from "../../../../theme/block.ts";
import { Callout } from "./callout.tsx";

const schema = z.strictObject({
  title: inlineMarkdown("the callout's heading, in inline Markdown", "Lend a hand"),
});

export default defineBlock({
  schema,
  body: "text",
  idEndings: ["title"],
  file: {
    folder: "callouts",
    place: { kind: "chapter", title: "title", titleIdEnding: "title" },
  },
  component: Callout,
});
