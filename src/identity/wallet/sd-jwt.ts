import { createHash } from "node:crypto";
import { type JsonObject, jsonIn } from "./jws.ts";
import { faultUnless } from "./wallet-fault.ts";

/** A presentation with its key binding, `<issuer's token>~<disclosure>~…~<binding>` (RFC 9901, section 4), in its parts. */
export interface SdJwt {
  readonly issuerToken: string;
  readonly disclosures: readonly string[];
  readonly bindingToken: string;
  /** Over all that stands before the binding (section 4.3.1). */
  readonly hash: string;
}

const MOST_DISCLOSURES = 100;
const DEEPEST = 16;

/** @throws WalletFault "not-bound" when nothing binds it */
export function splitSdJwt(presentation: string): SdJwt {
  const [issuerToken = "", ...rest] = presentation.split("~");
  const bindingToken = rest.pop();
  faultUnless(bindingToken !== undefined, "malformed", "the presentation is no SD-JWT");
  faultUnless(bindingToken !== "", "not-bound", "the presentation has no key binding");
  faultUnless(rest.length <= MOST_DISCLOSURES, "malformed", "too many disclosures");
  const before = presentation.slice(0, presentation.length - bindingToken.length);
  return { issuerToken, disclosures: rest, bindingToken, hash: sha256(before) };
}

const sha256 = (text: string): string => createHash("sha256").update(text).digest("base64url");

/**
 * The claims that the issuer signed, with those disclosed in their places (RFC 9901, section 7.1).
 * @throws WalletFault "forged" when a disclosure is not the issuer's, "malformed" when the issuer's token is not by the rules
 */
export function disclosedClaims(payload: JsonObject, disclosures: readonly string[]): JsonObject {
  const algorithm = payload._sd_alg ?? "sha-256";
  faultUnless(algorithm === "sha-256", "malformed", "digests are not of SHA-256");
  const disclosed = new Map(disclosures.map((text) => [sha256(text), jsonIn(text)]));
  faultUnless(disclosed.size === disclosures.length, "forged", "a disclosure comes twice");
  const signed = new Set<string>();
  const { _sd_alg, ...rest } = payload;
  const claims = objectWith(rest, { disclosed, signed, depth: 0 });
  const areSigned = [...disclosed.keys()].every((digest) => signed.has(digest));
  faultUnless(areSigned, "forged", "a disclosure has no signed digest");
  return claims;
}

interface Disclosing {
  /** By its digest. */
  readonly disclosed: ReadonlyMap<string, unknown>;
  /** Digests met so far. */
  readonly signed: Set<string>;
  readonly depth: number;
}

function valueWith(value: unknown, at: Disclosing): unknown {
  faultUnless(at.depth <= DEEPEST, "malformed", "claims are nested too deeply");
  const below = { ...at, depth: at.depth + 1 };
  if (Array.isArray(value)) return value.flatMap((element) => elementWith(element, below));
  return isObject(value) ? objectWith(value, below) : value;
}

function objectWith({ _sd: digests = [], ...open }: JsonObject, at: Disclosing): JsonObject {
  faultUnless(Array.isArray(digests), "malformed", "digests are no list");
  const claims = new Map(Object.entries(open));
  faultUnless(!claims.has("..."), "malformed", "a digest of an element stands outside a list");
  for (const digest of digests) {
    const [name, value] = claimBehind(digest, at) ?? [];
    if (name === undefined) continue;
    faultUnless(!claims.has(name), "forged", "a disclosure overwrites a claim");
    claims.set(name, value);
  }
  return Object.fromEntries([...claims].map(([name, value]) => [name, valueWith(value, at)]));
}

/** `[salt, name, value]` (section 4.2.1). */
function claimBehind(digest: unknown, at: Disclosing): [string, unknown] | null {
  const disclosure = disclosureBehind(digest, at);
  if (disclosure === undefined) return null;
  faultUnless(isList(disclosure, 3), "forged", "a disclosure is not of a claim");
  const [, name, value] = disclosure;
  faultUnless(typeof name === "string" && name !== "_sd" && name !== "...", "forged", "a disclosure's name");
  return [name, value];
}

/** `{ "...": digest }` stands for an element (section 4.2.4.2), and for none where it is not disclosed. */
function elementWith(element: unknown, at: Disclosing): unknown[] {
  if (!isObject(element) || !Object.hasOwn(element, "...")) return [valueWith(element, at)];
  faultUnless(Object.keys(element).length === 1, "malformed", "a digest of an element is not alone");
  const disclosure = disclosureBehind(element["..."], at);
  if (disclosure === undefined) return [];
  faultUnless(isList(disclosure, 2), "forged", "a disclosure is not of an element");
  return [valueWith(disclosure[1], at)];
}

/** Undefined for a digest that the holder did not disclose, or that is a decoy. */
function disclosureBehind(digest: unknown, { disclosed, signed }: Disclosing): unknown {
  faultUnless(typeof digest === "string", "malformed", "a digest is no text");
  faultUnless(!signed.has(digest), "forged", "a digest stands twice");
  signed.add(digest);
  return disclosed.get(digest);
}

/** Of a salt and what follows it. */
const isList = (value: unknown, length: number): value is unknown[] =>
  Array.isArray(value) && value.length === length && typeof value[0] === "string";

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null;
