import { expect, test } from "vitest";
import { isLoopbackAddress } from "../../../src/browser/loopback.ts";

test.each([
  "http://localhost/",
  "http://localhost:8080/a?b",
  "https://127.0.0.1:8443/",
  "http://[::1]:3000/",
  "http://site.localhost/",
])("%s is on this machine", (address) => {
  expect(isLoopbackAddress(new URL(address))).toBe(true);
});

test.each([
  "http://example.com/",
  "http://localhost.example.com/",
  "http://127.0.0.1.example.com/",
  "http://notlocalhost/",
  "http://192.168.1.10/",
  "http://169.254.169.254/",
  "file:///etc/passwd",
  "ftp://localhost/",
])("%s is not, or not http", (address) => {
  expect(isLoopbackAddress(new URL(address))).toBe(false);
});
