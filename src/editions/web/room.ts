/** How web editions are made and judged. */
import { defineRoom } from "../room.ts";
import { judgeWebEdition } from "./judge.ts";
import { makeWebEdition } from "./make.ts";

export default defineRoom("web", { make: makeWebEdition, judge: judgeWebEdition });
