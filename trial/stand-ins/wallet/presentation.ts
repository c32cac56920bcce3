import { SDJwtVcInstance } from "@sd-jwt/sd-jwt-vc";
import { type IssuedPid, libraryConfig } from "./issue/pid.ts";
import { inSeconds, sha256, signature, signJwt } from "./issue/signing.ts";
import type { PresentationRequest } from "./request.ts";

/** A presentation in pieces; cheats put together others. */
export interface PresentationParts {
  readonly sdJwt: string;
  readonly disclosures: readonly string[];
  readonly binding: HolderBinding;
  /** As the library made it */
  readonly honest: string;
}

export interface HolderBinding {
  readonly key: CryptoKey;
  readonly nonce: string;
  readonly aud: string;
  readonly iat: number;
  readonly typ: string;
}

/** Shows the claims of these names and no other, bound to this request and its asker. */
export async function present(
  pid: IssuedPid,
  names: readonly string[],
  { nonce, clientId }: PresentationRequest,
  now: Temporal.Instant,
): Promise<PresentationParts> {
  const key = pid.holderKey.privateKey;
  const library = new SDJwtVcInstance({
    ...libraryConfig,
    kbSignAlg: "ES256",
    kbSigner: (text) => signature(key, text),
  });
  const payload = { nonce, aud: clientId, iat: inSeconds(now) };
  const frame = Object.fromEntries(names.map((name) => [name, true]));
  const honest = await library.present(pid.sdJwt, frame, { kb: { payload } });
  const [sdJwt = "", ...rest] = honest.split("~");
  return { sdJwt, disclosures: rest.slice(0, -1), binding: { ...payload, key, typ: "kb+jwt" }, honest };
}

/** Signs the binding of parts that were changed. */
export async function bind({ sdJwt, disclosures, binding }: PresentationParts): Promise<string> {
  const bound = unboundPresentation({ sdJwt, disclosures });
  const { key, typ, ...payload } = binding;
  return bound + (await signJwt(key, { typ }, { ...payload, sd_hash: (await sha256(bound)).toString("base64url") }));
}

export const unboundPresentation = ({ sdJwt, disclosures }: Pick<PresentationParts, "sdJwt" | "disclosures">): string =>
  [sdJwt, ...disclosures, ""].join("~");
