import * as client from "openid-client";
import { createCache } from "../../platform/cache.ts";
import { isLoopback } from "../../platform/loopback.ts";
import { personFrom } from "./person.ts";
import type { Attempt, SignInProvider } from "./provider.ts";
import { orRefusal, PROVIDER_SECONDS, refuseErrorIn } from "./provider-refusal.ts";

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly afmClaim: string;
}

/** Any OpenID Connect server, as long as one claim of it is the tax number. */
export function oidcProvider({ issuer, clientId, clientSecret, afmClaim }: OidcSettings): SignInProvider {
  const server = new URL(issuer);
  const cache = createCache<"configuration", client.Configuration>({ name: "sign-in server", max: 1 });

  /** At the first sign-in, not at the start: their server may start after ours. */
  const configuration = (): Promise<client.Configuration> =>
    cache.load("configuration", () =>
      client.discovery(server, clientId, undefined, client.ClientSecretPost(clientSecret), {
        timeout: PROVIDER_SECONDS,
        execute: isLoopback(server) ? [client.allowInsecureRequests] : [],
      }),
    );

  async function identify(callback: URL, attempt: Attempt) {
    refuseErrorIn(callback);
    const config = await configuration();
    const checks = {
      expectedState: attempt.state,
      expectedNonce: attempt.nonce,
      pkceCodeVerifier: attempt.verifier,
      idTokenExpected: true,
    };
    const tokens = await client.authorizationCodeGrant(config, callback, checks);
    const claims = tokens.claims();
    if (!claims) throw new Error("the answer has no id token");
    const all = claims[afmClaim]
      ? claims
      : { ...claims, ...(await client.fetchUserInfo(config, tokens.access_token, claims.sub)) };
    const value = (name: string) => String(all[name] ?? "");
    return personFrom({
      afm: value(afmClaim),
      lastName: value("family_name"),
      firstName: value("given_name"),
      userId: claims.sub,
    });
  }

  return {
    origins: [server.origin],
    authorizeUrl: (attempt, redirectUri) =>
      orRefusal(async () =>
        client.buildAuthorizationUrl(await configuration(), {
          redirect_uri: redirectUri,
          scope: "openid profile",
          state: attempt.state,
          nonce: attempt.nonce,
          code_challenge: await client.calculatePKCECodeChallenge(attempt.verifier),
          code_challenge_method: "S256",
        }),
      ),
    identify: (callback, attempt) => orRefusal(() => identify(callback, attempt)),
    logoutUrl: async (back) => {
      const config = await configuration().catch(() => null);
      if (!config?.serverMetadata().end_session_endpoint) return null;
      return client.buildEndSessionUrl(config, { post_logout_redirect_uri: back.href });
    },
  };
}
