/** A photograph with its alternative text and its credit. */
import type { JSX } from "preact";
import type { RenderedPhoto } from "../rendered-publication.ts";
import type { Words } from "../words.ts";

export function Photo({
  photo,
  words,
}: {
  readonly photo: RenderedPhoto;
  readonly words: Words;
}): JSX.Element {
  return (
    <figure class="photo">
      <img src={photo.src} alt={photo.alt} />
      {photo.credit === undefined ? null : (
        <figcaption>
          {words.photoCredit} {photo.credit}
        </figcaption>
      )}
    </figure>
  );
}
