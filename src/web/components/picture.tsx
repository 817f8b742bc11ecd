/** A picture with its alternative text and its credit. */
import type { JSX } from "preact";
import type { RenderedPicture } from "../../theme/rendered.ts";

export function Picture({
  picture,
  className,
}: {
  readonly picture: RenderedPicture;
  readonly className: string;
}): JSX.Element {
  return (
    <figure class={className}>
      <div>{picture.image}</div>
      <figcaption>{picture.credit}</figcaption>
    </figure>
  );
}
