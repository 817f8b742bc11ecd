/** How press editions are made and judged. */
import { defineRoom } from "../room.ts";
import { judgePressEdition } from "./judge.ts";
import { makePressEdition } from "./make.ts";

export default defineRoom("press", { make: makePressEdition, judge: judgePressEdition });
