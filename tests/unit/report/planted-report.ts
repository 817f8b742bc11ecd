/** A report with a passed, a failed and a skipped judge, and a doubt. */
import type { Report } from "../../../src/judges/verdict/finding.ts";

export const refusedReport: Report = {
  granted: false,
  editions: [
    {
      edition: "web",
      file: "output/web/index.html",
      judges: [
        { name: "axe-core", version: "4.14.1", status: "passed", findings: [] },
        {
          name: "pa11y",
          version: "10.0.0",
          status: "failed",
          findings: [
            {
              rule: "image-alt",
              impact: "critical",
              wcag: ["1.1.1"],
              where: "main > img (all modes)",
              source: { file: "content/010-boat.md", line: 34 },
              message: "Images must have <alternative> text & more.",
              help: "https://example.org/image-alt",
            },
          ],
          toReview: [
            {
              rule: "color-contrast",
              impact: "serious",
              wcag: ["1.4.3"],
              where: "main > p “Words…” (print)",
              message: "The contrast of this text could not be measured.",
              help: "",
            },
          ],
        },
      ],
    },
    {
      edition: "pdf",
      file: "output/pdf/chapter.pdf",
      judges: [
        {
          name: "axe-core",
          version: "4.14.1",
          status: "skipped",
          reason: "no browser was found",
          findings: [],
        },
      ],
    },
  ],
};

export const grantedReport: Report = {
  granted: true,
  editions: [
    {
      edition: "web",
      file: "output/web/index.html",
      judges: [{ name: "axe-core", version: "4.14.1", status: "passed", findings: [] }],
    },
  ],
};
