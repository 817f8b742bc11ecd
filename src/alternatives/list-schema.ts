/**
 * What a list of pictures and their alternatives is, as a person fills it in: one zod schema, which the
 * types and the messages about wrong fields come from. It reads no file.
 */
import { z } from "zod";

const mostPictures = 10_000;

function documented<S extends z.ZodType>(schema: S, description: string, example: string): S {
  return schema.meta({ description, examples: [example] });
}

const entrySchema = z
  .strictObject({
    picture: documented(
      z.string().trim().min(1),
      "the picture, as the list was written out with it",
      '"images/boat.jpg"',
    ),
    where: documented(
      z
        .string()
        .nullish()
        .transform((where) => where ?? ""),
      "where the picture is, for who fills in the list. It is not read",
      '"img on page 3"',
    ),
    alt: documented(
      z
        .string()
        .nullish()
        .transform((alt) => (alt ?? "").trim()),
      "what the picture tells the reader",
      '"A blue boat full of books"',
    ),
    decorative: documented(
      z
        .boolean()
        .nullish()
        .transform((decorative) => decorative ?? false),
      "whether the picture tells the reader nothing",
      "true",
    ),
  })
  .superRefine(({ alt, decorative }, context) => {
    if (alt === "" || !decorative) return;
    context.addIssue({
      code: "custom",
      path: ["decorative"],
      message: "stands beside an alternative",
      params: { hint: "write `decorative: false`, or leave `alt` empty" },
    });
  });

export type ListEntry = z.infer<typeof entrySchema>;

export const pictureListSchema = z
  .strictObject({
    pictures: documented(
      z.array(entrySchema).max(mostPictures),
      "the pictures, each with what it tells the reader",
      "- picture: …",
    ),
  })
  .superRefine(({ pictures }, context) => {
    const seen = new Set<string>();
    for (const [index, { picture }] of pictures.entries()) {
      if (seen.has(picture)) {
        context.addIssue({
          code: "custom",
          path: ["pictures", index, "picture"],
          message: "is in the list already",
          params: { hint: "keep one of the two entries" },
        });
      }
      seen.add(picture);
    }
  });
