/** A pull quote: words of the text once more, and larger, to be seen by who leafs through it. */
import { z } from "zod";
import { defineBlock } from "../../theme/block.ts";
import { PullQuote } from "./pull-quote.tsx";

export default defineBlock({
  schema: z.strictObject({}),
  body: "paragraph",
  isRepetition: true,
  idEndings: [],
  component: PullQuote,
});
