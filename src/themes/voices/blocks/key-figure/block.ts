/** A key figure: a number; the text, one paragraph, gives it its meaning. It may have a chart. */
import { z } from "zod";
import { documented, plainText } from "../../../../publication/fields/fields.ts";
import { defineBlock } from "../../../../theme/block.ts";
import { KeyFigure } from "./key-figure.tsx";

const CHART_LABEL_LENGTH = 28;

const chartStep = z
  .strictObject({
    label: documented(
      plainText.max(CHART_LABEL_LENGTH),
      "what the value is, in plain text of 28 characters at most, which is what a telephone's width holds",
      "First link added",
    ),
    value: documented(
      z.number(),
      "a number in the chart's unit, with a point before decimals. What was taken away is below zero.",
      "1.5",
    ),
  })
  .readonly();

const chart = z
  .strictObject({
    title: documented(plainText, "what the chart shows, in plain text", "Capacity of the lines"),
    unit: documented(plainText, "the unit of all its values, as it is printed", "Gbps"),
    spokenUnit: documented(
      plainText,
      "the unit as it is said, in plain text. Only where it is printed shortened.",
      "gigabits per second",
    ).optional(),
    start: chartStep.meta({
      description: "the value that it starts from. Two fields below it: `label` and `value`.",
      examples: ["{ label: Before, value: 400 }"],
    }),
    changes: documented(
      z.array(chartStep).min(1).max(6).readonly(),
      "a list of what was added or taken away, one to six. Each has a `label` and a `value`.",
      "[{ label: First link added, value: 100 }]",
    ),
    end: documented(
      plainText.max(CHART_LABEL_LENGTH),
      "what the total is called, in plain text of 28 characters at most. Its value is computed.",
      "After",
    ),
  })
  .readonly();

const schema = z.strictObject({
  value: documented(
    plainText,
    "the figure as it is printed, in plain text, with its unit. Between quotes if it is a bare number.",
    "1.8 M",
  ),
  spoken: documented(
    plainText,
    "the figure as it is said, in plain text. Only where it is printed shortened.",
    "1.8 million",
  ).optional(),
  chart: chart
    .meta({
      description:
        "a build-up chart. Its fields are `title`, `unit`, `spokenUnit`, `start`, `changes` and `end`.",
      examples: ["{ title: …, unit: Gbps, start: …, changes: …, end: … }"],
    })
    .optional(),
  with: documented(
    plainText,
    "the slug of the testimonial that the figure belongs to: the figure comes after its text",
    "ada-lovelace",
  ).optional(),
});

export default defineBlock({
  schema,
  body: "paragraph",
  idEndings: ["chart", "chart-title"],
  file: {
    folder: "figures",
    place: { kind: "end-of-chapter", owner: "with", ownerKind: "testimonial" },
  },
  component: KeyFigure,
});
