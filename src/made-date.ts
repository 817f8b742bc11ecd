/** The date that outputs carry: the same input must give the same bytes. */
import { PublicationError } from "./errors.ts";

/**
 * Seconds since 1970 from the value of `SOURCE_DATE_EPOCH` (reproducible-builds.org); 0 where it is
 * not set, so that nothing depends on the clock.
 * @throws PublicationError `source-date-epoch` for anything but a whole number.
 */
export function parseSourceDateEpoch(value: string | undefined): number {
  if (value === undefined || value === "") return 0;
  const seconds = Number(value);
  if (/^\d+$/.test(value) && Number.isSafeInteger(seconds)) return seconds;
  throw new PublicationError("source-date-epoch", `SOURCE_DATE_EPOCH is "${value}"`, {
    hint: "set it to whole seconds since 1970, e.g. the output of `git log -1 --format=%ct`",
  });
}
