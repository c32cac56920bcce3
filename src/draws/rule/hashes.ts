import type { DrawRecord, DrawWish, WishHash } from "./draw-record.ts";
import { someAtATime } from "./some-at-a-time.ts";

/** The hashes of rule 1.0, each of a text whose first line says what it is of. Browser-safe. */

async function sha256(of: string, lines: readonly (string | number)[]): Promise<string> {
  const text = [`visits draw ${of} 1`, ...lines, ""].join("\n");
  const hash = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return Array.from(new Uint8Array(hash), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** What is sealed before the window opens. */
export const sealOfSecret = (secret: string): Promise<string> => sha256("secret", [secret]);

/** Of one wish as it stands: it changes with each change of it. */
export const fingerprintOf = (draw: number, wish: DrawWish): Promise<string> =>
  sha256("wish", [
    draw,
    wish.number,
    wish.kind,
    wish.units,
    wish.dayParts.map(([date, part]) => `${date} ${part}`).join(","),
    wish.offices.join(),
    wish.first,
    wish.others ? "others" : "none",
    wish.salt,
  ]);

/** Of each wish its number and fingerprint. */
export const hashesOf = (draw: number, wishes: readonly DrawWish[]): Promise<WishHash[]> =>
  someAtATime(wishes, async (wish) => [wish.number, await fingerprintOf(draw, wish)] as const);

/** Of all wishes, by their fingerprints in the order of their numbers: what is sealed when the window closes. */
export const sealOfHashes = (draw: number, hashes: readonly WishHash[]): Promise<string> =>
  sha256("list", [draw, ...hashes.map(([number, hash]) => `${number} ${hash}`).sort()]);

export const sealOfList = async (draw: number, wishes: readonly DrawWish[]): Promise<string> =>
  sealOfHashes(draw, await hashesOf(draw, wishes));

export const seedOf = ({
  secret,
  listSeal,
  auditHead,
}: Pick<DrawRecord, "secret" | "listSeal" | "auditHead">): Promise<string> =>
  sha256("seed", [secret, listSeal, auditHead]);

/** Where a wish stands in the order: the smallest is the first. */
export const lotOf = (seed: string, number: string): Promise<string> => sha256("lot", [seed, number]);
