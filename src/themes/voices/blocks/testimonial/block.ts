/** A testimonial: someone speaks. One quotation stands out, and the text is what they tell. */
import { z } from "zod";
import { isKnownCountry } from "../../../../publication/fields/language-tag.ts";
import {
  documented,
  inlineMarkdown,
  picture,
  plainText,
} from "../../../../publication/fields/fields.ts";
import { defineBlock } from "../../../../theme/block.ts";
import { describeQuotation } from "./describe-quotation.ts";
import { Testimonial } from "./testimonial.tsx";

const schema = z.strictObject({
  name: documented(plainText, "the person's name, in plain text", "Ada Lovelace"),
  role: inlineMarkdown("what the person does, in inline Markdown", "Analyst"),
  entity: inlineMarkdown(
    "the company or team the person belongs to, in inline Markdown",
    "The Analytical Society",
  ),
  country: documented(
    plainText.refine(isKnownCountry, {
      message: "is not a known country",
      params: { hint: "use an ISO 3166-1 code of two capitals, such as FR or MA" },
    }),
    "the country's ISO 3166-1 code of two capitals. It sorts and describes and is never printed: what readers are to read about the country belongs in `role`, `entity` or the text. Leave it out where it is not known.",
    "MA",
  ).optional(),
  quote: inlineMarkdown(
    "the sentence that stands out, in inline Markdown, without quotation marks around it",
    "We were nearer to our readers than ever.",
    plainText.refine((quote) => !/^["«“].*["»”]$/su.test(quote), {
      message: "has quotation marks around it, which the build adds",
      params: { hint: "remove the quotation marks at both ends" },
    }),
  ),
  photo: picture("a portrait").optional(),
});

export default defineBlock({
  schema,
  body: "text",
  idEndings: ["name", "quote"],
  file: {
    folder: "testimonials",
    place: { kind: "chapter", title: "name", titleIdEnding: "name" },
  },
  component: Testimonial,
  describe: describeQuotation,
});
