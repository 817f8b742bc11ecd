/** A small publication for tests of what a page's head says. */
import type { Chapter, Publication } from "../../../../src/publication/publication.ts";
import { publicationSchema } from "../../../../src/publication/schemas/publication-schema.ts";
import { loadTheme } from "../../../../src/theme/load-theme.ts";
import type { Download } from "../../../../src/web/downloads.ts";

const testimonial: Chapter = {
  kind: "testimonial",
  slug: "prenom-nom",
  file: "content/testimonials/prenom-nom.md",
  body: "Un texte.",
  bodyLine: 10,
  fields: {
    name: "Prénom Nom",
    role: "Directrice du [Smart Store]{lang=en}",
    entity: "*Équipe* du quai",
    quote: "L'année </script><!-- & \u2028 la suite.",
    order: 10,
  },
  after: [],
};

/** Its blocks describe themselves to machines. */
export const theme = await loadTheme("voices");

export function makePublication(changes: Partial<Publication> = {}): Publication {
  const { language, ...fields } = publicationSchema.parse({
    title: "L'année du quai",
    lead: "Ce que [we did]{lang=en} entre *deux* hivers.",
    language: "fr",
    publisher: "Bibliothèque",
    slug: "annee",
    editions: [
      { id: "web", kind: "web", stylesheet: "styles/web.css" },
      { id: "report", kind: "pdf", stylesheet: "styles/report.css", format: "A4" },
      {
        id: "large",
        kind: "pdf",
        stylesheet: "styles/report.css",
        format: "A4",
        typeSize: 18,
      },
    ],
  });
  return {
    ...fields,
    lang: language,
    themeFields: theme.fields.parse({}),
    chapters: [testimonial],
    ...changes,
  };
}

export const downloads: readonly Download[] = ["report", "large"].map((edition) => ({
  edition,
  href: `annee-${edition}.pdf`,
  lang: "fr",
  sizeBytes: 123_456,
  pageCount: 4,
  format: "A4",
  title: undefined,
}));
