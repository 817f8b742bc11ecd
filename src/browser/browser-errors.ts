/** What a browser does that ends the work in it, as errors for people. It watches nothing. */
import { PublicationError } from "../errors.ts";

const OTHER_BROWSER = "try another browser: PUPPETEER_EXECUTABLE_PATH names one";

/** Its process has ended, and nobody here ended it. */
export function browserGone(): PublicationError {
  return new PublicationError("browser-gone", "the browser ended before its work was done", {
    hint: `look whether memory is short or somebody ended it, and run it again; or ${OTHER_BROWSER}`,
  });
}

/** It is there, and says nothing. */
export function browserSilent(silentMs: number): PublicationError {
  return new PublicationError(
    "browser-silent",
    `the browser has not answered for ${silentMs / 1000} seconds, and was ended`,
    { hint: `run it again when the machine has less to do; or ${OTHER_BROWSER}` },
  );
}

/** The process that a page runs in has ended, and the browser has not. */
export function pageCrashed(): PublicationError {
  return new PublicationError("page-crashed", "the browser broke down at this document", {
    hint: `look whether it is very large, or ${OTHER_BROWSER}`,
  });
}
