/** A photograph with its alternative text and its credit. */
import type { JSX } from "preact";
import type { RenderedPhoto } from "../rendered-publication.ts";

export function Photo({ photo }: { readonly photo: RenderedPhoto }): JSX.Element {
  return (
    <figure class="photo">
      <div>{photo.image}</div>
      {photo.credit === undefined ? null : <figcaption>{photo.credit}</figcaption>}
    </figure>
  );
}
