/**
 * `translations` in publication.yaml: the same publication in other languages, each a project of its
 * own. Input: nothing; output: its schema, with its documentation. What translations say of each other
 * and of the publication is for `translation-faults.ts`.
 */
import { z } from "zod";
import { checked } from "../fields/field-types.ts";
import { documented, language, plainText } from "../fields/fields.ts";
import { siblingAddressFault } from "../fields/sibling-address.ts";

/** More than there are languages with a literature: a list that is longer was not meant. */
const MOST = 200;

const translation = documented(
  z
    .strictObject({
      language: documented(language, "the language of that edition as a BCP 47 tag", "fr"),
      url: documented(
        checked(siblingAddressFault),
        "where its web edition stands: an http or https address, or the path from the folder of this web edition, which begins with ../",
        "../fr/rapport/",
      ),
      title: documented(
        plainText,
        "its title, in plain text, in its own language",
        "Notre année sur le quai",
      ).optional(),
    })
    .readonly(),
  "the publication in another language. The fields are `language` and `url`, and `title` if you like.",
  "{ language: fr, url: ../fr/rapport/ }",
);

export const translations = documented(
  z.array(translation).min(1).max(MOST).readonly(),
  "a list of the same publication in other languages, to which the web edition links. Each has a `language`, a `url` and, if you like, a `title`.",
  "[{ language: fr, url: ../fr/rapport/ }]",
);

export type Translation = z.infer<typeof translation>;
