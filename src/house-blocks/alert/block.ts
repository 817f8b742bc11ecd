/** A call-out: something to note, a tip, or a warning, of one of the kinds that GitHub has. */
import { z } from "zod";
import { ALERT_KINDS } from "../../markdown/blocks/alerts.ts";
import { documented, inlineMarkdown } from "../../publication/fields/fields.ts";
import { defineBlock } from "../../theme/block.ts";
import { Alert } from "./alert.tsx";

/** Quarto's, of how a call-out looks there: what they say, every call-out here is in any case. */
const quarto = {
  collapse: documented(
    z.union([z.boolean(), z.enum(["true", "false"])]),
    "Quarto's: whether it opens at a click. Here it is always open.",
    "true",
  ).optional(),
  icon: documented(
    z.union([z.boolean(), z.enum(["true", "false"])]),
    "Quarto's: whether it has a sign. Here it always has one.",
    "false",
  ).optional(),
  appearance: documented(
    z.enum(["default", "simple", "minimal"]),
    "Quarto's: how much of a box it is. Here the theme says it.",
    "simple",
  ).optional(),
};

const schema = z.strictObject({
  kind: documented(z.enum(ALERT_KINDS), `which of ${ALERT_KINDS.join(", ")} it is`, "warning"),
  title: inlineMarkdown(
    "its title, in inline Markdown, which stands below the word for its kind",
    "Mind the step",
  ).optional(),
  ...quarto,
});

export default defineBlock({
  schema,
  body: "text",
  idEndings: ["kind", "title"],
  component: Alert,
});
