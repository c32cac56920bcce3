import { X509Certificate } from "@peculiar/x509";
import type { Authority } from "./issue/authority.ts";
import type { Issuers } from "./issue/issuers.ts";
import { inSeconds } from "./issue/signing.ts";
import { protocol } from "./protocol.ts";
import { type CredentialQuery, credentialQuery } from "./query.ts";
import { type Registration, readRegistration } from "./read-registration.ts";
import { RequestFault } from "./request-fault.ts";

type Resolved = Awaited<ReturnType<typeof protocol.resolveOpenId4vpAuthorizationRequest>>;

/** A request that was fetched and checked: who asks, for what, and where the answer goes */
export interface PresentationRequest {
  readonly payload: Resolved["authorizationRequestPayload"];
  readonly clientId: string;
  readonly nonce: string;
  readonly responseUri: string;
  readonly state: string | undefined;
  readonly query: CredentialQuery;
  /** Whom the certificate of access names */
  readonly verifier: string;
  readonly registration: Registration | null;
}

/** Follows a link. @throws RequestFault where the request is none that a wallet answers (OpenID4VP 1.0, HAIP 1.0, 5.1) */
export async function fetchRequest(
  link: string,
  issuers: Issuers,
  now: Temporal.Instant,
): Promise<PresentationRequest> {
  const { searchParams } = new URL(link);
  const clientId = searchParams.get("client_id");
  const requestUri = searchParams.get("request_uri");
  if (!clientId || !requestUri || !URL.canParse(requestUri)) throw new RequestFault("link");
  const resolved = await resolve(clientId, await requestObject(requestUri));
  const [payload, x5c] = checkedMembers(resolved, now);
  const responseUri = payload.response_uri ?? "";
  if (new URL(responseUri).origin !== new URL(requestUri).origin) throw new RequestFault("response-uri");
  const verifier = await checkedChain(x5c, issuers.access, now);
  return {
    payload,
    clientId,
    nonce: payload.nonce,
    responseUri,
    state: payload.state,
    query: credentialQuery(payload.dcql_query),
    verifier,
    registration: await readRegistration(payload.verifier_info ?? [], issuers.registrar, now),
  };
}

async function requestObject(requestUri: string): Promise<string> {
  const accept = "application/oauth-authz-req+jwt";
  const response = await fetch(requestUri, { headers: { accept }, redirect: "error" }).catch((cause) => {
    throw new RequestFault("unreachable", { cause });
  });
  if (!response.ok) throw new RequestFault("unreachable");
  if (response.headers.get("content-type")?.split(";")[0] !== accept) throw new RequestFault("content-type");
  return response.text();
}

/** The object is handed over by value: the library would fetch it again, and take it under any type. */
async function resolve(clientId: string, request: string): Promise<Resolved> {
  try {
    return await protocol.resolveOpenId4vpAuthorizationRequest({
      authorizationRequestPayload: { client_id: clientId, request },
    });
  } catch (cause) {
    throw new RequestFault("request", { cause });
  }
}

const LEEWAY_SECONDS = 60;

function checkedMembers({ authorizationRequestPayload: payload, jar, client }: Resolved, now: Temporal.Instant) {
  if (client.prefix !== "x509_hash" || jar?.signer.method !== "x5c") throw new RequestFault("request");
  if (payload.response_mode !== "direct_post.jwt") throw new RequestFault("response-mode");
  const { aud, iat = Number.NaN, exp = Number.NaN } = jar.jwt.payload;
  if (aud !== "https://self-issued.me/v2") throw new RequestFault("audience");
  const seconds = inSeconds(now);
  if (!(iat <= seconds + LEEWAY_SECONDS && exp >= seconds - LEEWAY_SECONDS)) throw new RequestFault("time");
  return [payload, jar.signer.x5c] as const;
}

/** Each signed by the next, the last by the anchor of the trial, which is not among them. @returns whom the first names */
async function checkedChain(x5c: readonly string[], { anchor }: Authority, now: Temporal.Instant): Promise<string> {
  const chain = x5c.map((one) => new X509Certificate(one));
  if (chain.some((one) => one.equal(anchor))) throw new RequestFault("chain");
  const date = new Date(now.epochMilliseconds);
  for (const [place, one] of chain.entries()) {
    const issuer = chain[place + 1] ?? anchor;
    if (!(await one.verify({ publicKey: issuer.publicKey, date }))) throw new RequestFault("chain");
  }
  return chain[0]?.subjectName.getField("O")[0] ?? "";
}
