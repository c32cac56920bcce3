import type { SignInProvider } from "../../identity/provider/provider.ts";
import { newAttempt } from "../../identity/sign-in/cookies.ts";
import type { Exchange } from "../fill/sign-in-steps.ts";
import { ADDRESS } from "../frame/address.ts";
import type { CitizensDeps } from "../frame/deps.ts";
import { ownAddress } from "../frame/own-address.ts";
import { taxisnetAttempt } from "./identify.ts";

/** @param back with the language, where the browser goes on then @returns the address of the government's page */
export async function setOutToTaxisnet(
  deps: Pick<CitizensDeps, "config">,
  taxisnet: SignInProvider,
  { request, reply }: Exchange,
  back: string,
): Promise<string> {
  const attempt = newAttempt(back);
  const url = await taxisnet.authorizeUrl(attempt, ownAddress(deps, request, ADDRESS.taxisnetCallback).href);
  taxisnetAttempt.set(reply, attempt);
  return url.href;
}
