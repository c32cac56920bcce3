import type { Config } from "../../platform/config.ts";
import { gsisProvider } from "./gsis.ts";
import { oidcProvider } from "./oidc.ts";
import type { SignInProvider } from "./provider.ts";

/** The server with which this installation signs its staff in. */
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

/** That with which citizens say who they are (TAXISnet); null: they are offered none. */
export function citizensProviderOf(config: Config): SignInProvider | null {
  if (!config.GSIS_CITIZENS_BASE_URL) return null;
  return gsisProvider({
    baseUrl: config.GSIS_CITIZENS_BASE_URL,
    realm: config.GSIS_CITIZENS_REALM,
    clientId: config.GSIS_CITIZENS_CLIENT_ID ?? "",
    clientSecret: config.GSIS_CITIZENS_CLIENT_SECRET ?? "",
    pkce: config.GSIS_CITIZENS_PKCE,
  });
}
