/**
 * What people do for a publication who did not write it: the names that authors of content use, and
 * the codes by which libraries and e-books know them (MARC code list for relators). Data.
 * @see https://www.loc.gov/marc/relators/relaterm.html
 */

export const CONTRIBUTOR_ROLES = {
  editor: "edt",
  translator: "trl",
  illustrator: "ill",
  photographer: "pht",
  /** Of the whole book: its type, its pages, its materials. */
  designer: "bkd",
  "cover-designer": "cov",
  typesetter: "cmt",
  cartographer: "ctg",
  /** A preface or an introduction too: the code is of all of them. */
  foreword: "aui",
  afterword: "aft",
  compiler: "com",
  interviewer: "ivr",
  researcher: "res",
  reviewer: "rev",
  proofreader: "pfr",
  printer: "prt",
  funder: "fnd",
  /** For what none of the others says. */
  contributor: "ctb",
} as const satisfies Readonly<Record<string, string>>;

export type ContributorRole = keyof typeof CONTRIBUTOR_ROLES;

export const ROLE_NAMES = Object.keys(CONTRIBUTOR_ROLES) as readonly ContributorRole[];
