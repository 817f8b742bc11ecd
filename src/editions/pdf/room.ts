/** How PDF editions are made and judged. */
import { defineRoom } from "../room.ts";
import { judgePdfEdition } from "./judge.ts";
import { makePdfEdition } from "./make.ts";

export default defineRoom("pdf", { make: makePdfEdition, judge: judgePdfEdition });
