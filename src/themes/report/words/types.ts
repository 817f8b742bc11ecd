/** What this theme says beside what every edition says. Types only. */
import type { ContributorRole } from "../../../publication/fields/contributor-roles.ts";

export interface ReportWords {
  readonly imprint: string;
  /** What a part is called by its number. */
  readonly part: (number: number) => string;
  /** Before the name of the publisher. */
  readonly publishedBy: (publisher: string) => string;
  /** The names of those who had a part in it, and which. */
  readonly role: (role: ContributorRole, names: readonly string[]) => string;
  readonly licence: string;
  /** A day, a month or a year in ISO 8601, as people read it. */
  readonly date: (date: string) => string;
}
