/** What a testimonial says of itself to search engines: a quotation, and who said it. */
import type { BlockDescription } from "../../../../theme/block.ts";
import type { JsonLd } from "../../../../theme/json-ld.ts";

interface Quoted {
  readonly name: string;
  readonly role: string;
  readonly entity: string;
  readonly quote: string;
}

export function describeQuotation({
  fields,
  lang,
  url,
  plain,
  plainOfMarkdown,
}: BlockDescription<Quoted>): JsonLd {
  const { name, role, entity, quote } = fields;
  return {
    "@type": "Quotation",
    text: plainOfMarkdown(quote),
    inLanguage: lang,
    creator: {
      "@type": "Person",
      name: plain(name),
      jobTitle: plainOfMarkdown(role),
      affiliation: { "@type": "Organization", name: plainOfMarkdown(entity) },
    },
    url,
  };
}
