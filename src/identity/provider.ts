import type { Config } from "../platform/config.ts";
import { gsisProvider } from "./gsis.ts";
import { oidcProvider } from "./oidc.ts";

/** Who the government says is at the keyboard; not yet whether she may use the platform. */
export interface SignedInPerson {
  readonly afm: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly userId: string;
}

/** One try to sign in, remembered by the browser that began it. */
export interface Attempt {
  readonly state: string;
  readonly verifier: string;
  readonly nonce: string;
  /** Where to go afterwards: a path of ours */
  readonly returnTo: string;
}

export interface SignInProvider {
  /** To which a form of ours may lead, because signing out ends there */
  readonly origins: readonly string[];
  authorizeUrl(attempt: Attempt, redirectUri: string): Promise<URL>;
  /** @throws Refusal `sign-in-denied`, `sign-in-failed` or `sign-in-unavailable` */
  identify(callback: URL, attempt: Attempt): Promise<SignedInPerson>;
  /** Where the browser ends the government's own session; null where there is no such place */
  logoutUrl(back: URL): Promise<URL | null>;
}

export function providerOf(config: Config): SignInProvider {
  if (config.OIDC_ISSUER) {
    return oidcProvider({
      issuer: config.OIDC_ISSUER,
      clientId: config.OIDC_CLIENT_ID ?? "",
      clientSecret: config.OIDC_CLIENT_SECRET ?? "",
      afmClaim: config.OIDC_AFM_CLAIM,
    });
  }
  if (!config.GSIS_BASE_URL)
    throw new Error("Neither GSIS_BASE_URL nor OIDC_ISSUER is set, and no stand-in was started.");
  return gsisProvider({
    baseUrl: config.GSIS_BASE_URL,
    realm: config.GSIS_REALM,
    clientId: config.GSIS_CLIENT_ID ?? "",
    clientSecret: config.GSIS_CLIENT_SECRET ?? "",
    pkce: config.GSIS_PKCE,
  });
}
