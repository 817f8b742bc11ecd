/**
 * Rules about fonts, transparency, and content that cannot be read. ISO 15930-7; ISO 32000-1 §9.9,
 * §11.6.
 */
import type { ColourSpace } from "../../../pdf/colour/colour-space.ts";
import type { PaintedText } from "../../../pdf/paint/painted.ts";
import { violationsOf, linesOf } from "./gather.ts";
import type { PreflightReading, PressPage } from "./reading.ts";
import { violation, type Violation } from "./rule.ts";
import { CONTENT_RULES } from "./rules/content.ts";

export function judgeContent(reading: PreflightReading): readonly Violation[] {
  return reading.pages.flatMap((page) => [
    ...judgeFonts(page),
    ...judgeTransparency(page, reading),
    ...page.problems.map((problem) =>
      violation(CONTENT_RULES["unreadable-content"], `page ${page.page}`, problem),
    ),
  ]);
}

/** Wherever text stands: fonts of marks and masks have to be there as well. */
function judgeFonts(page: PressPage): readonly Violation[] {
  const lines = linesOf(page.things);
  const shown = lines.filter(({ isInvisible }) => !isInvisible);
  const shownFonts = new Set(shown.map(({ font }) => font));
  const unseen = lines.filter(({ font }) => !shownFonts.has(font));
  const missing = ({ font }: PaintedText): string | undefined =>
    font.isEmbedded ? undefined : nameOf(font);
  return [
    ...violationsOf(CONTENT_RULES["font-not-embedded"], page, shown, missing),
    ...violationsOf(CONTENT_RULES["invisible-font-not-embedded"], page, unseen, missing),
    ...violationsOf(CONTENT_RULES["font-damaged"], page, lines, ({ font }) =>
      font.fault === undefined ? undefined : `${nameOf(font)} is damaged: ${font.fault}`,
    ),
    ...violationsOf(CONTENT_RULES["missing-glyph"], page, shown, ({ font, hasMissingGlyph }) =>
      hasMissingGlyph ? nameOf(font) : undefined,
    ),
  ];
}

function nameOf({ name }: PaintedText["font"]): string {
  return name === "" ? "without a name" : name;
}

function judgeTransparency(
  page: PressPage,
  { pdf, intent }: PreflightReading,
): readonly Violation[] {
  const { objects, pages } = pdf;
  const group = objects.dict(objects.get(pages[page.page - 1]?.dict, "Group"));
  const where = `page ${page.page}`;
  const { transparency } = page;
  const isUncertain = transparency !== undefined && objects.get(group, "CS") === undefined;
  const wrong = new Set(
    page.groups.flatMap(({ space }) => {
      const name = space === undefined ? undefined : foreignBlending(space, intent.colours);
      return name === undefined ? [] : [name];
    }),
  );
  return [
    ...(isUncertain ? [violation(CONTENT_RULES["blending-space"], where, transparency)] : []),
    ...[...wrong].map((name) => violation(CONTENT_RULES["blending-colours"], where, name)),
  ];
}

const COMPONENTS = { gray: 1, rgb: 3, cmyk: 4 } as const;

/** Gray blends into black ink on any press; the rest has to be of the press. */
function foreignBlending(
  space: ColourSpace,
  colours: PreflightReading["intent"]["colours"],
): string | undefined {
  switch (space.kind) {
    case "gray":
      return undefined;
    case "rgb":
    case "cmyk":
      return space.kind === colours ? undefined : `Device${space.kind.toUpperCase()}`;
    case "profiled":
      return space.components === 1 || space.components === COMPONENTS[colours]
        ? undefined
        : `a profile's ${space.components} colours`;
    case "calibrated":
      return space.name === "CalGray" ? undefined : space.name;
    default:
      return "colours that cannot be blended in";
  }
}
