import { describe, expect, it } from "vitest";
import { joinPages } from "../../../src/paginate/in-page/layout/page-runs.ts";

/** Numbers with `>` before those that end a passage, as a list shows them. */
function shown(...listed: readonly (number | `>${number}` | undefined)[]): string {
  const pages = listed.map((page) => ({
    number: typeof page === "string" ? Number(page.slice(1)) : page,
    isThrough: typeof page === "string",
  }));
  const marks = joinPages(pages);
  return pages
    .map(({ number }, index) => {
      const mark = marks[index];
      if (mark === "hidden") return "";
      return `${mark === "ends-range" ? "–" : index === 0 ? "" : ", "}${number ?? "?"}`;
    })
    .join("");
}

describe("pages of an entry", () => {
  it("are named once", () => {
    expect(shown(4, 4, 7, 7, 7)).toBe("4, 7");
  });

  it("are a range where three follow each other, and two are not", () => {
    expect(shown(3, 4, 6, 7, 8, 8, 9)).toBe("3, 4, 6–9");
  });

  it("are a range where an author says so", () => {
    expect(shown(3, 5, ">6")).toBe("3, 5–6");
  });

  it("are one page where a passage ends on that on which it begins", () => {
    expect(shown(5, ">5", 9)).toBe("5, 9");
  });

  it("are joined with a passage that they stand in, or follow", () => {
    expect(shown(2, ">5", 4, 6)).toBe("2–6");
  });

  it("stay as they are where they go back, and where they are not known", () => {
    expect(shown(9, 3, undefined, 4, 9)).toBe("9, 3, ?, 4");
  });
});
