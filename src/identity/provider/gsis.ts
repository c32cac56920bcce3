import * as client from "openid-client";
import { readLimited } from "../../platform/limited-text.ts";
import { isLoopback } from "../../platform/loopback.ts";
import { personInUserinfo } from "./gsis-userinfo.ts";
import type { Attempt, SignInProvider } from "./provider.ts";
import { orRefusal, PROVIDER_SECONDS, refuseErrorIn } from "./provider-refusal.ts";

export interface GsisSettings {
  readonly baseUrl: string;
  readonly realm: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly pkce: boolean;
}

const USERINFO_LIMIT = 64 * 1024;

/** The government's plain OAuth 2: no discovery, no id token, the client's secret in the body, userinfo in XML. */
export function gsisProvider({ baseUrl, realm, clientId, clientSecret, pkce }: GsisSettings): SignInProvider {
  const root = new URL(`${realm}/`, baseUrl.endsWith("/") ? baseUrl : `${baseUrl}/`);
  const at = (path: string) => new URL(path, root);
  const config = new client.Configuration(
    { issuer: root.href, authorization_endpoint: at("oauth/authorize").href, token_endpoint: at("oauth/token").href },
    clientId,
    undefined,
    client.ClientSecretPost(clientSecret),
  );
  config.timeout = PROVIDER_SECONDS;
  if (isLoopback(root)) client.allowInsecureRequests(config);

  async function identify(callback: URL, attempt: Attempt) {
    refuseErrorIn(callback);
    const checks = { expectedState: attempt.state, ...(pkce && { pkceCodeVerifier: attempt.verifier }) };
    const { access_token } = await client.authorizationCodeGrant(config, callback, checks);
    const accept = new Headers({ accept: "application/xml" });
    const answer = await client.fetchProtectedResource(
      config,
      access_token,
      at("userinfo?format=xml"),
      "GET",
      undefined,
      accept,
    );
    if (!answer.ok) throw new Error(`userinfo answered ${answer.status}`);
    return personInUserinfo(await readLimited(answer, USERINFO_LIMIT));
  }

  return {
    origins: [root.origin],
    authorizeUrl: async (attempt, redirectUri) =>
      client.buildAuthorizationUrl(config, {
        redirect_uri: redirectUri,
        scope: "read",
        state: attempt.state,
        ...(pkce && {
          code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
          code_challenge_method: "S256",
        }),
      }),
    identify: (callback, attempt) => orRefusal(() => identify(callback, attempt)),
    logoutUrl: async (back) => at(`logout/${encodeURIComponent(clientId)}/?url=${encodeURIComponent(back.href)}`),
  };
}
