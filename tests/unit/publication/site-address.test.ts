import { describe, expect, it } from "vitest";
import { isPlaceholder, siteAddressFault } from "../../../src/publication/fields/site-address.ts";

describe("siteAddressFault", () => {
  it.each(["https://www.example.org/", "https://example.org:8443/a/b/", "https://xn--t-bga.fr/"])(
    "takes %s",
    (address) => {
      expect(siteAddressFault(address)).toBeUndefined();
    },
  );

  it.each([
    ["www.example.org", "is no https address"],
    ["http://example.org/", "is no https address"],
    ["javascript:alert(1)/", "is no https address"],
    ["https://me:secret@example.org/", "holds a name or a password"],
    ["https://me@example.org/", "holds a name or a password"],
    ["https://example.org/?a=1/", "has a query or a fragment"],
    ["https://example.org/#/", "has a query or a fragment"],
    ["https://example.org/report", "does not end with /"],
    ["https://example.org", "does not end with /"],
    ["https://Example.org/", "is not written as browsers write it"],
    ["https://example.org/a/../b/", "is not written as browsers write it"],
    ['https://example.org/"><script>/', "is not written as browsers write it"],
  ])("refuses %s", (address, message) => {
    expect(siteAddressFault(address)?.message).toContain(message);
  });

  it("shows how browsers write it", () => {
    expect(siteAddressFault("https://été.fr/")?.hint).toBe("write https://xn--t-9fab.fr/");
  });
});

it("knows the names that are kept for examples", () => {
  expect(isPlaceholder("https://report.example/")).toBe(true);
  expect(isPlaceholder("https://example.org/")).toBe(false);
});
