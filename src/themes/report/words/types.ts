/** What this theme says beside what every edition says: types, and what all languages share. */
import type { ComponentChildren } from "preact";
import type { ContributorRole } from "../../../publication/fields/contributor-roles.ts";

/** What stands before the names of those who did something. */
export type Roles = Readonly<Record<ContributorRole, string>>;

export interface ReportWords {
  /** The language that these words are in. */
  readonly lang: string;
  /** Heading of the page of credits. */
  readonly imprint: string;
  /** Before the name of the publisher. */
  readonly publishedBy: (publisher: string) => string;
  /** The names of those who had a part in it, as a sentence has them, and which. */
  readonly role: (role: ContributorRole, names: string) => string;
  /** The argument may have elements in it, such as a link. */
  readonly licence: (licence: ComponentChildren) => ComponentChildren;
}

export function rolesBefore(roles: Roles, between = " "): ReportWords["role"] {
  return (role, names) => `${roles[role]}${between}${names}`;
}
