/**
 * Licences under which publications are commonly given to everyone. Input: the field `licence`: an
 * identifier of the SPDX list, or the address of another licence. Output: what is wrong with it, its
 * address, and its name for people.
 * @see https://spdx.org/licenses/
 */
import type { ValueFault } from "./field-types.ts";
import { nearestName } from "../faults/nearest-name.ts";
import { httpsAddressFault } from "./site-address.ts";

const CREATIVE_COMMONS = "https://creativecommons.org";

const LICENCES = {
  "CC-BY-4.0": { name: "CC BY 4.0", path: "/licenses/by/4.0/" },
  "CC-BY-SA-4.0": { name: "CC BY-SA 4.0", path: "/licenses/by-sa/4.0/" },
  "CC-BY-NC-4.0": { name: "CC BY-NC 4.0", path: "/licenses/by-nc/4.0/" },
  "CC-BY-ND-4.0": { name: "CC BY-ND 4.0", path: "/licenses/by-nd/4.0/" },
  "CC-BY-NC-SA-4.0": { name: "CC BY-NC-SA 4.0", path: "/licenses/by-nc-sa/4.0/" },
  "CC-BY-NC-ND-4.0": { name: "CC BY-NC-ND 4.0", path: "/licenses/by-nc-nd/4.0/" },
  "CC0-1.0": { name: "CC0 1.0", path: "/publicdomain/zero/1.0/" },
} as const;

const IDENTIFIERS = Object.keys(LICENCES);

function isKnown(licence: string): licence is keyof typeof LICENCES {
  return Object.hasOwn(LICENCES, licence);
}

export function licenceFault(written: string): ValueFault | undefined {
  if (isKnown(written)) return undefined;
  if (/^[a-z][a-z\d+.-]*:/iu.test(written)) return httpsAddressFault(written);
  const nearest = nearestName(written.replace(/\s+/gu, "-"), IDENTIFIERS);
  return {
    message: "is no licence that is known here",
    hint:
      nearest === undefined
        ? `write one of ${IDENTIFIERS.join(", ")}, or the https address of the licence`
        : `did you mean \`${nearest}\`?`,
  };
}

export function licenceAddress(licence: string): string {
  return isKnown(licence) ? `${CREATIVE_COMMONS}${LICENCES[licence].path}` : new URL(licence).href;
}

/** As people write it, e.g. `CC BY 4.0`; undefined for one that is known by its address alone. */
export function licenceName(licence: string): string | undefined {
  return isKnown(licence) ? LICENCES[licence].name : undefined;
}
