/** The files that every edition has which is laid out in pages, in the output folder. */

export const PAGES_FOLDER = "pages";

/** The paginated pages as HTML, in which contrast and layout are judged. */
export function pagesFile({ id }: { readonly id: string }): string {
  return `${PAGES_FOLDER}/${id}.html`;
}
