import { randomBytes } from "node:crypto";
import { setTimeout } from "node:timers/promises";
import type { JWK } from "jose";
import type { Meddle, ResponsePayload, Sending } from "./meddle.ts";
import { protocol } from "./protocol.ts";
import type { PresentationRequest } from "./request.ts";
import { RequestFault } from "./request-fault.ts";

/** What came back from the asker. */
export interface WalletReply {
  readonly status: number;
  readonly body: string;
  /** Where the browser is to go */
  readonly redirectUri: string | null;
  /** What was sent, to be sent again by who cheats */
  readonly form: URLSearchParams;
  /** Null where nothing was shown */
  readonly presentation: string | null;
  /** To the same form, where it was sent twice */
  readonly second: Omit<WalletReply, "form" | "presentation" | "second"> | null;
}

/** Encrypts what is shown to the asker's key and posts it. */
export async function respond(
  request: PresentationRequest,
  presentation: string,
  meddle: Meddle,
): Promise<WalletReply> {
  const honest: ResponsePayload = { vp_token: { [request.query.id]: [presentation] }, state: request.state };
  const payload = (await meddle.token?.(honest, request)) ?? honest;
  const [responseJwt, encryptionKey] = await encrypted(request, payload);
  const honestForm = new URLSearchParams({ response: responseJwt });
  const form = (await meddle.form?.({ payload, encryptionKey, honest: honestForm })) ?? honestForm;
  return { ...(await send(request, form, meddle.sending)), presentation };
}

/** The person said no, or has nothing that was asked for (OpenID4VP 1.0, 8.5). */
export async function deny(request: PresentationRequest, sending?: Sending): Promise<WalletReply> {
  const form = new URLSearchParams({ error: "access_denied" });
  if (request.state !== undefined) form.set("state", request.state);
  return { ...(await send(request, form, sending)), presentation: null };
}

async function encrypted({ payload }: PresentationRequest, { ...answer }: object): Promise<readonly [string, JWK]> {
  const { jarm } = await protocol.createOpenid4vpAuthorizationResponse({
    authorizationRequestPayload: payload,
    authorizationResponsePayload: answer as never,
    jarm: {
      encryption: { nonce: randomBytes(16).toString("base64url") },
      serverMetadata: {
        authorization_signing_alg_values_supported: [],
        authorization_encryption_alg_values_supported: ["ECDH-ES"],
        authorization_encryption_enc_values_supported: ["A256GCM", "A128GCM"],
      },
    },
  });
  if (!jarm?.encryptionJwk) throw new Error("The answer was not encrypted.");
  return [jarm.responseJwt, jarm.encryptionJwk as JWK];
}

async function send({ responseUri }: PresentationRequest, form: URLSearchParams, sending: Sending = {}) {
  if (sending.delay) await setTimeout(sending.delay.total("milliseconds"));
  const address = sending.to ?? responseUri;
  const first = await post(address, form);
  return { ...first, form, second: sending.isTwice ? await post(address, form) : null };
}

async function post(address: string, form: URLSearchParams) {
  const response = await fetch(address, { method: "POST", body: form, redirect: "manual" }).catch((cause) => {
    throw new RequestFault("unreachable", { cause });
  });
  const body = await response.text();
  return { status: response.status, body, redirectUri: response.ok ? redirectIn(body) : null };
}

function redirectIn(body: string): string | null {
  try {
    const { redirect_uri } = JSON.parse(body) as { readonly redirect_uri?: unknown };
    return typeof redirect_uri === "string" && URL.canParse(redirect_uri) ? redirect_uri : null;
  } catch {
    return null;
  }
}
