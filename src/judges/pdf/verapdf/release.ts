/**
 * Which veraPDF the project fetches, as data. veraPDF is the reference validator of
 * PDF/UA and PDF/A; it is free software under the GPL 3 or the MPL 2, so it is fetched by who wants
 * it and not shipped. Nothing is fetched here.
 */
/** Maven coordinates of a jar that runs by itself, and the SHA-256 of its bytes in hexadecimal. */
export interface VeraPdfRelease {
  readonly groupId: string;
  readonly artifactId: string;
  readonly version: string;
  readonly sha256: string;
}

export const veraPdfRelease: VeraPdfRelease = {
  groupId: "org.verapdf.apps",
  artifactId: "cli",
  version: "1.30.2",
  sha256: "287cc9c9757f99dcff4a2d39b68268245b48103fb6af443162d5a29df2afa332",
};
