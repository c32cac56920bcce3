import { ClientError, ResponseBodyError, WWWAuthenticateChallengeError } from "openid-client";
import { citizensProviderOf, providerOf } from "../../identity/provider/configured.ts";
import type { SignInProvider } from "../../identity/provider/provider.ts";
import type { Config } from "../../platform/config.ts";
import { newToken } from "../../platform/token.ts";
import { connectionFaultOf } from "./connection-fault.ts";
import { fine, note, notReached, type ProbeResult, type ProbeTarget, wrong } from "./probe.ts";

/** Both servers, for staff and for citizens, as a sign-in does: discovery, then the token endpoint with a code of nobody. */
export async function probeSignIn(config: Config): Promise<readonly ProbeResult[]> {
  const staff: ProbeTarget = { probe: "sign-in", setting: config.OIDC_ISSUER ? "OIDC_*" : "GSIS_*" };
  const citizens: ProbeTarget = { probe: "citizens", setting: "GSIS_CITIZENS_*" };
  const back = new URL("/callback", config.PUBLIC_BASE_URL ?? `http://localhost:${config.PORT}`);
  const taxisnet = citizensProviderOf(config);
  return Promise.all([
    config.OIDC_ISSUER || config.GSIS_BASE_URL
      ? probeProvider(staff, providerOf(config), back, config.OIDC_ISSUER)
      : note(staff, "stand-in"),
    taxisnet
      ? probeProvider(citizens, taxisnet, new URL("/book/taxisnet/callback", back))
      : note(citizens, "no-citizens-sign-in"),
  ]);
}

/** A server that knows the program says of the code that it is none of its own; it says so of the program first. */
async function probeProvider(
  target: ProbeTarget,
  provider: SignInProvider,
  back: URL,
  issuer?: string,
): Promise<ProbeResult> {
  const attempt = { state: newToken(), verifier: newToken(), nonce: newToken(), returnTo: "/" };
  back.search = new URLSearchParams({
    code: newToken(),
    state: attempt.state,
    ...(issuer && { iss: issuer }),
  }).toString();
  const answer = await provider.identify(back, attempt).catch((error: Error) => error.cause ?? error);
  if (answer instanceof ResponseBodyError && answer.error === "invalid_grant") return fine(target, "sign-in-fine");
  if (isOfClient(answer)) return wrong(target, "client-refused", { reason: errorNameOf(answer) });
  const status = statusOf(answer);
  if (status !== null && connectionFaultOf(answer) === null) return wrong(target, "no-sign-in-there", { status });
  return answer instanceof Error ? notReached(target, answer) : wrong(target, "no-sign-in-there", { status: 200 });
}

const isOfClient = (answer: unknown): boolean =>
  answer instanceof WWWAuthenticateChallengeError ||
  (answer instanceof ResponseBodyError && /^(invalid_client|unauthorized_client|unauthorized)$/.test(answer.error));

const errorNameOf = (answer: unknown): string => (answer instanceof ResponseBodyError ? answer.error : "401");

/** Of an answer that is none of a sign-in server's: another program, or another path. */
function statusOf(answer: unknown): number | null {
  if (answer instanceof ResponseBodyError) return answer.status;
  if (!(answer instanceof ClientError)) return null;
  return answer.cause instanceof Response ? answer.cause.status : null;
}
