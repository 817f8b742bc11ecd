/** The date that outputs carry: the same input must give the same bytes. */
import { PublicationError } from "../errors.ts";

/**
 * The date that `SOURCE_DATE_EPOCH` gives (reproducible-builds.org); 1970 where it is not set, so that
 * nothing depends on the clock.
 * @throws PublicationError `source-date-epoch` for anything but a whole number.
 */
export function parseSourceDateEpoch(value: string | undefined): Date {
  const date = new Date(Number(value ?? 0) * 1000);
  if (/^\d*$/.test(value ?? "") && !Number.isNaN(date.getTime())) return date;
  throw new PublicationError("source-date-epoch", `SOURCE_DATE_EPOCH is "${value ?? ""}"`, {
    hint: "set it to whole seconds since 1970, e.g. the output of `git log -1 --format=%ct`",
  });
}
