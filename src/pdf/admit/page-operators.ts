/**
 * How many operators each page paints through its forms, patterns, masks and drawn letters, each as
 * often as it is painted, without painting any of them. Input: an open PDF's objects and pages;
 * output: a fault, or nothing. What is painted often is counted once and multiplied: two forms in each
 * of thirty levels are a thousand million. ISO 32000-1 §8.7.3, §8.10, §9.6.5, §11.6.5, §12.5.5.
 */
import type { PdfObjects } from "../objects/pdf-objects.ts";
import type { PdfDict, PdfObject } from "../objects/types.ts";
import type { PageObject } from "../objects/page-tree.ts";
import {
  grouped,
  MOST_FILE_OPERATORS,
  MOST_FILE_PAINTINGS,
  MOST_FORM_DEPTH,
  MOST_JUDGED_OPERATORS,
  MOST_PAGE_OPERATORS,
  MOST_PAGE_STREAMS,
  overLimit,
} from "../limits.ts";
import {
  outer,
  readContentUse,
  type ContentUse,
  type Named,
  type Painting,
} from "./content-use.ts";

/** What it takes to paint a stream. */
interface Cost {
  readonly operators: number;
  /** Forms, patterns, masks and letters that are painted. */
  readonly streams: number;
}

const NOTHING: Cost = { operators: 0, streams: 0 };

const sum = (a: Cost, b: Cost, times = 1): Cost => ({
  operators: a.operators + times * b.operators,
  streams: a.streams + times * b.streams,
});

/** What names in a stream lead to. */
interface Around {
  readonly resources: PdfDict | undefined;
  readonly fill: PdfObject | undefined;
  readonly stroke: PdfObject | undefined;
  readonly font: PdfObject | undefined;
  /** Streams that it is painted in, the innermost last. */
  readonly within: readonly PdfObject[];
}

/**
 * The operators of each page, in their order.
 * @throws PublicationError `pdf-too-large`.
 */
export function countOperators(
  objects: PdfObjects,
  pages: readonly PageObject[],
): readonly number[] {
  const counter = new OperatorCounter(objects);
  let total = 0;
  return pages.map((page, index) => {
    const { operators, streams } = counter.page(page);
    const what = `page ${index + 1} paints`;
    if (operators > MOST_PAGE_OPERATORS) throw tooMany(what, MOST_PAGE_OPERATORS);
    if (streams > MOST_PAGE_STREAMS) {
      throw overLimit(
        `has more than ${grouped(MOST_PAGE_STREAMS)} forms, patterns and drawn letters that ${what}`,
        "painting",
      );
    }
    total += operators;
    if (total > MOST_FILE_OPERATORS) throw tooMany("all pages paint", MOST_FILE_OPERATORS);
    return operators;
  });
}

/**
 * Who reads or draws a page holds all that it paints.
 * @param page counted from 1.
 * @param count of `countOperators`.
 * @throws PublicationError `pdf-too-large`.
 */
export function requireReadable(page: number, count = 0): void {
  if (count > MOST_JUDGED_OPERATORS) throw tooMany(`page ${page} paints`, MOST_JUDGED_OPERATORS);
}

class OperatorCounter {
  readonly #objects: PdfObjects;
  readonly #uses = new Map<PdfObject, ContentUse>();
  readonly #totals = new Map<string, Cost>();
  readonly #numbers = new Map<PdfObject, number>();
  #paintings = 0;
  #steps = 0;

  constructor(objects: PdfObjects) {
    this.#objects = objects;
  }

  page(page: PageObject): Cost {
    const objects = this.#objects;
    const contents = objects.get(page.dict, "Contents");
    const parts = objects.isArray(contents) ? objects.items(contents) : [contents];
    const resources = objects.dict(page.inherited("Resources"));
    let around: Around = {
      resources,
      fill: undefined,
      stroke: undefined,
      font: undefined,
      within: [],
    };
    let cost = NOTHING;
    for (const part of parts) {
      const stream = objects.stream(part);
      if (stream === undefined) continue;
      const use = this.#use(stream);
      cost = sum(cost, this.#inside(use, around));
      around = { ...around, ...this.#atEnd(use, around) };
    }
    for (const item of objects.items(objects.get(page.dict, "Annots"))) {
      const appearances = objects.dict(objects.get(objects.dict(item), "AP"));
      for (const form of this.#appearances(objects.get(appearances, "N"))) {
        cost = sum(cost, this.#stream(form, { ...around, resources }));
      }
    }
    return cost;
  }

  /** One appearance, or one for each state of a field. §12.5.5 */
  #appearances(normal: PdfObject | undefined): readonly PdfObject[] {
    const stream = this.#objects.stream(normal);
    if (stream !== undefined) return [stream];
    return this.#objects.entries(normal).map(([, value]) => value);
  }

  #atEnd({ end }: ContentUse, around: Around): Pick<Around, "fill" | "stroke" | "font"> {
    return {
      fill: this.#named("Pattern", end.fill, around, around.fill),
      stroke: this.#named("Pattern", end.stroke, around, around.stroke),
      font: this.#named("Font", end.font, around, around.font),
    };
  }

  #use(stream: PdfObject): ContentUse {
    const known = this.#uses.get(stream);
    if (known !== undefined) return known;
    const use = readContentUse(
      this.#objects,
      this.#objects.streamBytes(stream) ?? new Uint8Array(),
    );
    this.#uses.set(stream, use);
    this.#paintings += use.paintings.length;
    if (this.#paintings <= MOST_FILE_PAINTINGS) return use;
    throw overLimit(
      `paints more than ${grouped(MOST_FILE_PAINTINGS)} different things`,
      "painting",
    );
  }

  /** All operators of a stream, with what it paints. */
  #stream(object: PdfObject | undefined, around: Around): Cost {
    const objects = this.#objects;
    const stream = objects.stream(object);
    if (stream === undefined) return NOTHING;
    const { within } = around;
    if (within.length >= MOST_FORM_DEPTH) {
      // What paints itself is cut off by its readers.
      if (new Set(within).size < within.length || within.includes(stream)) return NOTHING;
      throw overLimit(
        `nests forms, patterns and letters more than ${MOST_FORM_DEPTH} deep`,
        "painting",
      );
    }
    if (within.at(-1) === stream) return NOTHING;
    const resources = objects.dict(objects.get(stream.dict, "Resources")) ?? around.resources;
    const key = [stream, resources, around.fill, around.stroke, around.font]
      .map((part) => this.#number(part))
      .join(" ");
    const keyAtDepth = `${key} ${within.length}`;
    const known = this.#totals.get(keyAtDepth);
    if (known !== undefined) return known;
    const inner = { ...around, resources, within: [...within, stream] };
    const inside = this.#inside(this.#use(stream), inner);
    const total = { ...inside, streams: inside.streams + 1 };
    this.#totals.set(keyAtDepth, total);
    return total;
  }

  #inside(use: ContentUse, around: Around): Cost {
    let total: Cost = { operators: use.operators, streams: 0 };
    for (const painting of use.paintings) {
      this.#steps += 1;
      if (this.#steps > MOST_FILE_OPERATORS) throw tooMany("all pages paint", MOST_FILE_OPERATORS);
      total = sum(total, this.#painted(painting, around), painting.times);
    }
    return total;
  }

  #painted({ kind, name, fill, stroke, font }: Painting, around: Around): Cost {
    const objects = this.#objects;
    const state = (): Around => ({
      ...around,
      fill: this.#named("Pattern", fill, around, around.fill),
      stroke: this.#named("Pattern", stroke, around, around.stroke),
      font: this.#named("Font", font, around, around.font),
    });
    switch (kind) {
      case "xobject":
        return this.#xObject(this.#find("XObject", name, around), state());
      case "state": {
        const dict = objects.dict(this.#find("ExtGState", name, around));
        const mask = objects.dict(objects.get(dict, "SMask"));
        return mask === undefined ? NOTHING : this.#stream(objects.get(mask, "G"), state());
      }
      case "fill":
        return this.#pattern(state().fill, around);
      case "stroke":
        return this.#pattern(state().stroke, around);
      case "letters": {
        const now = state();
        const patterns = sum(this.#pattern(now.fill, around), this.#pattern(now.stroke, around));
        return sum(this.#letter(now.font, now), patterns);
      }
    }
  }

  #xObject(object: PdfObject | undefined, state: Around): Cost {
    const stream = this.#objects.stream(object);
    if (stream === undefined) return NOTHING;
    const isImage = this.#objects.name(this.#objects.get(stream.dict, "Subtype")) === "Image";
    return isImage ? this.#pattern(state.fill, state) : this.#stream(stream, state);
  }

  /** Its cell begins in the state that a page begins in. §8.7.3.1 */
  #pattern(object: PdfObject | undefined, around: Around): Cost {
    return this.#stream(object, { ...around, fill: undefined, stroke: undefined, font: undefined });
  }

  /** The letter of a font that takes most; 0 where letters are no streams. */
  #letter(object: PdfObject | undefined, around: Around): Cost {
    const objects = this.#objects;
    const font = objects.dict(object);
    if (font === undefined || objects.name(objects.get(font, "Subtype")) !== "Type3")
      return NOTHING;
    const resources = objects.dict(objects.get(font, "Resources")) ?? around.resources;
    const glyphs = objects.entries(objects.get(font, "CharProcs"));
    // Counted once for the many strings of a page.
    const key = `font ${[font, resources, around.fill, around.stroke].map((part) => this.#number(part)).join(" ")} ${around.within.length}`;
    const known = this.#totals.get(key);
    if (known !== undefined) return known;
    let most = NOTHING;
    for (const [, glyph] of glyphs) {
      const cost = this.#stream(glyph, { ...around, resources, font: undefined });
      most = {
        operators: Math.max(most.operators, cost.operators),
        streams: Math.max(most.streams, cost.streams),
      };
    }
    this.#totals.set(key, most);
    return most;
  }

  #named(
    category: string,
    name: Named | undefined,
    around: Around,
    outside: PdfObject | undefined,
  ): PdfObject | undefined {
    if (name === outer) return outside;
    return name === undefined ? undefined : this.#find(category, name, around);
  }

  #find(category: string, name: string, { resources }: Around): PdfObject | undefined {
    const objects = this.#objects;
    return objects.get(objects.dict(objects.get(resources, category)), name);
  }

  #number(object: PdfObject | undefined): number {
    if (object === undefined) return 0;
    const number = this.#numbers.get(object) ?? this.#numbers.size + 1;
    this.#numbers.set(object, number);
    return number;
  }
}

function tooMany(what: string, most: number): ReturnType<typeof overLimit> {
  return overLimit(
    `has more than ${grouped(most)} operators that ${what}, with those of forms, patterns and drawn letters`,
    "painting",
  );
}
