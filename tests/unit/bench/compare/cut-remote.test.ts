import { expect, test } from "vitest";
import { cutRemote } from "../../../../bench/compare/documents/cut-remote.ts";

test("style sheets and scripts at remote addresses go, and nothing else", () => {
  const html = [
    "<!DOCTYPE html><html><head>",
    '<link rel=stylesheet href="own.css"><link href="//fonts.example/x.css" rel="stylesheet" />',
    '<link rel="canonical" href="https://here.example/">',
    '<script src="https://there.example/x.js" async></script ><script src="own.js"></script>',
    '</head><body><p>Zu\u00c3\u00a9 <img src="https://there.example/x.png">',
  ].join("\n");
  expect(cutRemote(html)).toBe(
    html
      .replace('<link href="//fonts.example/x.css" rel="stylesheet" />', "")
      .replace('<script src="https://there.example/x.js" async></script >', ""),
  );
});
