/** Any part of a publication, by its kind. */
import type { JSX } from "preact";
import type { RenderedPart } from "../rendered-publication.ts";
import type { Words } from "../words.ts";
import { Callout } from "./callout.tsx";
import { Section } from "./section.tsx";
import { Testimonial } from "./testimonial.tsx";

export function Part({
  part,
  words,
}: {
  readonly part: RenderedPart;
  readonly words: Words;
}): JSX.Element {
  switch (part.kind) {
    case "testimonial":
      return <Testimonial testimonial={part} words={words} />;
    case "callout":
      return <Callout callout={part} />;
    case "section":
      return <Section section={part} />;
  }
}
