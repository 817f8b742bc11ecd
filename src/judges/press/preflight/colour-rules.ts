/**
 * Rules about colour spaces that pages really paint in: every colour has to lead to the inks of the
 * press. How much ink there is, and whether black is one, are others' job. ISO 15930-7; ISO 32000-1
 * §8.6.
 */
import { overlap } from "../../../pdf/geometry/box.ts";
import type { ColourSpace } from "../../../pdf/colour/colour-space.ts";
import { inkDefinition, inksOf } from "../../../pdf/colour/colour-space.ts";
import type { Paint, PaintedThing } from "../../../pdf/paint/painted.ts";
import { violationsOf, printedThings, withLines } from "./gather.ts";
import type { PreflightReading, PressPage } from "./reading.ts";
import { violation, type Violation } from "./rule.ts";
import { COLOUR_RULES } from "./rules/colour.ts";

const DEVICE_NAMES = { gray: "DeviceGray", rgb: "DeviceRGB", cmyk: "DeviceCMYK" } as const;

export function judgeColours(reading: PreflightReading): readonly Violation[] {
  return [...reading.pages.flatMap((page) => judgePage(page, reading)), ...judgeSpots(reading)];
}

function judgePage(page: PressPage, { intent }: PreflightReading): readonly Violation[] {
  // Marks and masks lead to separations, or to how much is printed, as everything else does.
  const things = withLines(page.things);
  const marks = withLines(printedThings(page)).filter((thing) =>
    paintsOf(thing).some(({ colour }) => (inksOf(colour)?.all ?? 0) > 0),
  );
  const each = (
    rule: keyof typeof COLOUR_RULES,
    faultOf: (space: ColourSpace) => string | undefined,
  ): readonly Violation[] =>
    violationsOf(COLOUR_RULES[rule], page, things, (thing) =>
      spacesOf(thing)
        .map(faultOf)
        .find((fault) => fault !== undefined),
    );
  return [
    ...each("device-colour", (space) =>
      (space.kind === "rgb" || space.kind === "cmyk") && space.kind !== intent.colours
        ? DEVICE_NAMES[space.kind]
        : undefined,
    ),
    ...each("calibrated-colour", (space) => (space.kind === "calibrated" ? space.name : undefined)),
    ...each("unknown-colour", (space) => (space.kind === "unknown" ? space.name : undefined)),
    ...each("managed-colour", (space) =>
      space.kind === "profiled" ? `a profile's ${space.components} colours` : undefined,
    ),
    ...each("spot-alternate", (space) => {
      if (space.kind !== "colorants") return undefined;
      const { alternate, names } = space;
      const isOther =
        (alternate.kind === "rgb" || alternate.kind === "cmyk") &&
        alternate.kind !== intent.colours;
      return isOther || alternate.kind === "unknown" ? names.join(", ") : undefined;
    }),
    ...violationsOf(COLOUR_RULES["profiled-overprint"], page, things, (thing) =>
      paintsOf(thing).some(isProfiledOverprint) ? "" : undefined,
    ),
    ...violationsOf(COLOUR_RULES["registration-colour"], page, marks, ({ boxPt }) =>
      overlap(boxPt, page.trim) ? "" : undefined,
    ),
    ...violationsOf(COLOUR_RULES["marks-in-bleed"], page, marks, ({ boxPt }) =>
      overlap(boxPt, page.trim) ? undefined : "",
    ),
  ];
}

/** With what a thing is painted; pictures and gradients bring their colours along. */
export function paintsOf(thing: PaintedThing): readonly Paint[] {
  switch (thing.kind) {
    case "text":
      return thing.paints;
    case "fill":
    case "stroke":
      return [thing.paint];
    case "picture":
      return thing.paint === undefined ? [] : [thing.paint];
    case "shading":
      return [];
  }
}

/** The spaces that a thing is painted in; of a palette, that of its colours. */
function spacesOf(thing: PaintedThing): readonly ColourSpace[] {
  const own =
    thing.kind === "shading" || (thing.kind === "picture" && thing.space !== undefined)
      ? [thing.space]
      : [];
  const spaces = [...own, ...paintsOf(thing).map(({ colour }) => colour.space)];
  return spaces.flatMap((space): readonly ColourSpace[] => {
    if (space === undefined || space.kind === "pattern") return [];
    return [space.kind === "indexed" ? space.base : space];
  });
}

function isProfiledOverprint({ colour, overprints, overprintMode }: Paint): boolean {
  const { space } = colour;
  return space.kind === "profiled" && space.components === 4 && overprints && overprintMode === 1;
}

/** Separations of the four inks and of marks need no one's asking. */
const EXPECTED: ReadonlySet<string> = new Set([
  "Cyan",
  "Magenta",
  "Yellow",
  "Black",
  "All",
  "None",
]);

function judgeSpots({ pdf, pages }: PreflightReading): readonly Violation[] {
  const definitions = new Map<string, Set<string>>();
  const pagesOf = new Map<string, Set<number>>();
  for (const { page, things } of pages) {
    for (const space of things.flatMap(spacesOf)) {
      if (space.kind !== "colorants") continue;
      for (const name of space.names) {
        if (!EXPECTED.has(name)) pagesOf.set(name, (pagesOf.get(name) ?? new Set()).add(page));
      }
      const [single, ...others] = space.names;
      if (single === undefined || others.length > 0 || single === "None") continue;
      const definition = inkDefinition(pdf.objects, space);
      definitions.set(single, (definitions.get(single) ?? new Set()).add(definition));
    }
  }
  const where = (name: string): string => {
    const numbers = [...(pagesOf.get(name) ?? [])];
    return numbers.length === 0 ? "document" : `page ${numbers.join(", ")}`;
  };
  return [
    ...[...definitions].flatMap(([name, { size }]) =>
      size > 1 ? [violation(COLOUR_RULES["spot-definition"], where(name), name)] : [],
    ),
    ...[...pagesOf.keys()].map((name) => violation(COLOUR_RULES["spot-ink"], where(name), name)),
  ];
}
