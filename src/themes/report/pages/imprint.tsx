/** The imprint: who had which part in the publication, its numbers, and what others may do with it. */
import type { JSX } from "preact";
import type { ContributorRole } from "../../../publication/fields/contributor-roles.ts";
import { doiAddress, doiName } from "../../../publication/fields/identifiers.ts";
import { licenceAddress, licenceName } from "../../../publication/fields/licence.ts";
import type { RenderedPublication } from "../../../theme/rendered.ts";
import { langOf, wordsFor } from "../../../theme/words.ts";
import type { ReportWords } from "../words/types.ts";
import { reportWords } from "../words/words.ts";

type Contributors = NonNullable<RenderedPublication["contributors"]>;

export function Imprint({
  publication,
}: {
  readonly publication: RenderedPublication;
}): JSX.Element {
  const { lang, publisher, rights, edition, contributors = [], cover } = publication;
  const words = reportWords(lang);
  const wordsLang = langOf(words, lang);
  return (
    <section class="imprint" id="imprint" aria-labelledby="imprint-title" data-no-hyphens>
      <h2 id="imprint-title" lang={wordsLang}>
        {words.imprint}
      </h2>
      <div class="text">
        <p lang={wordsLang}>{words.publishedBy(publisher)}</p>
        {partsOf(contributors, words).map((part) => (
          <p key={part} lang={wordsLang}>
            {part}
          </p>
        ))}
        {edition === undefined ? null : <p>{edition}</p>}
        <Numbers publication={publication} />
        {rights === undefined ? null : <p>{rights}</p>}
        <Licence publication={publication} words={words} />
        {cover === undefined || cover.credit === "" ? null : <p>{cover.credit}</p>}
      </div>
    </section>
  );
}

/** One line a role, in the order in which roles are first named. */
function partsOf(contributors: Contributors, words: ReportWords): readonly string[] {
  const byRole = new Map<ContributorRole, string[]>();
  for (const { name, role } of contributors) {
    byRole.set(role, [...(byRole.get(role) ?? []), name]);
  }
  return [...byRole].map(([role, names]) => words.role(role, wordsFor(words.lang).list(names)));
}

function Numbers({
  publication: { identifiers },
}: {
  readonly publication: RenderedPublication;
}): JSX.Element | null {
  if (identifiers === undefined) return null;
  const { isbn, issn, doi } = identifiers;
  return (
    <>
      {isbn === undefined ? null : <p>{`ISBN ${isbn}`}</p>}
      {issn === undefined ? null : <p>{`ISSN ${issn}`}</p>}
      {doi === undefined ? null : (
        <p>
          {"DOI "}
          <a href={doiAddress(doi)}>{doiName(doi)}</a>
        </p>
      )}
    </>
  );
}

function Licence({
  publication: { licence, lang },
  words,
}: {
  readonly publication: RenderedPublication;
  readonly words: ReportWords;
}): JSX.Element | null {
  if (licence === undefined) return null;
  const address = licenceAddress(licence);
  return (
    <p lang={langOf(words, lang)}>
      {words.licence(<a href={address}>{licenceName(licence) ?? address}</a>)}
    </p>
  );
}
