import { type JWK, SignJWT } from "jose";
import type { WalletAccess } from "./access.ts";

/** What one request asks for, and how its answer is to come. */
export interface PidRequest {
  readonly nonce: string;
  readonly responseUri: string;
  /** Public, and made for this request alone (HAIP 1.0, section 5). */
  readonly encryptionKey: JWK;
  /** Types of credential that will do: `vct` of SD-JWT VC. */
  readonly types: readonly string[];
  readonly asksNumber: boolean;
  readonly now: Temporal.Instant;
  readonly seconds: number;
}

/** By this name the wallet calls in its answer what it shows. */
export const PID_QUERY = "pid";

/** The content encryptions of which a wallet takes one (HAIP 1.0, section 5). */
export const CONTENT_ENCRYPTIONS = ["A128GCM", "A256GCM"];

/** A signed request object (RFC 9101) of OpenID4VP 1.0, sections 5 and 8, as HAIP 1.0 narrows it. */
export function signWalletRequest(access: WalletAccess, request: PidRequest): Promise<string> {
  const issuedAt = Math.floor(request.now.epochMilliseconds / 1000);
  return new SignJWT({
    response_type: "vp_token",
    response_mode: "direct_post.jwt",
    client_id: access.clientId,
    response_uri: request.responseUri,
    aud: "https://self-issued.me/v2",
    nonce: request.nonce,
    iat: issuedAt,
    exp: issuedAt + request.seconds,
    dcql_query: pidQuery(request),
    client_metadata: clientMetadata(request.encryptionKey),
    verifier_info: verifierInfo(access),
  })
    .setProtectedHeader({ alg: "ES256", typ: "oauth-authz-req+jwt", x5c: [...access.x5c] })
    .sign(access.privateKey);
}

const NAMES = ["family_name", "given_name"];
const NUMBER = "personal_administrative_number";

/** DCQL, section 6: with the number where the wallet has one, else without it. */
function pidQuery({ types, asksNumber }: PidRequest) {
  const claims = asksNumber ? [...NAMES, NUMBER] : NAMES;
  return {
    credentials: [
      {
        id: PID_QUERY,
        format: "dc+sd-jwt",
        meta: { vct_values: types },
        claims: claims.map((name) => ({ id: name, path: [name] })),
        claim_sets: asksNumber ? [claims, NAMES] : undefined,
      },
    ],
  };
}

/** Only what is public of the key, whatever it is given. */
const clientMetadata = ({ kty, crv, x, y, kid }: JWK) => ({
  jwks: { keys: [{ kty, crv, x, y, kid, use: "enc", alg: "ECDH-ES" }] },
  encrypted_response_enc_values_supported: CONTENT_ENCRYPTIONS,
  vp_formats_supported: { "dc+sd-jwt": { "sd-jwt_alg_values": ["ES256"], "kb-jwt_alg_values": ["ES256"] } },
});

/**
 * The registration certificate travels by value (ARF 3.0, RPRC_19). Its `format` is the one of the German pilot: no European
 * text that we have read fixes it.
 */
const verifierInfo = ({ registration }: WalletAccess) =>
  registration === null
    ? undefined
    : [{ format: "registration_cert", data: registration, credential_ids: [PID_QUERY] }];

/**
 * What opens a wallet, by its scheme or, for one that is a web page, by its address. The wallet fetches the request itself
 * (OpenID4VP 1.0, section 5.7).
 */
export function walletLink(scheme: string, { clientId, requestUri }: { clientId: string; requestUri: string }): string {
  const link = new URL(/^https?:/.test(scheme) ? scheme : `${scheme}://`);
  link.searchParams.set("client_id", clientId);
  link.searchParams.set("request_uri", requestUri);
  return link.href;
}
