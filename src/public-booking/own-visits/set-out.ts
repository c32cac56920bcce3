import type { Exchange } from "../fill/sign-in-steps.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { setOutToTaxisnet } from "../taxisnet/set-out.ts";
import { setOutToWallet } from "../wallet/set-out.ts";

/**
 * To be signed in, for whoever has to be known again next time.
 * @param by what was pressed: "wallet", or else TAXISnet
 * @param back with the language, where the browser goes on then
 * @returns where it goes now: as before, where nobody signs in by that
 * @throws Refusal 429
 */
export async function setOutToSignIn(
  deps: PagesDeps,
  exchange: Exchange,
  { by, back }: { readonly by: string | undefined; readonly back: string },
): Promise<string> {
  const { taxisnet, wallet } = deps;
  if (by !== "wallet") return taxisnet ? setOutToTaxisnet(deps, taxisnet, exchange, back) : back;
  return wallet?.settings.asksNumber ? setOutToWallet(deps, wallet, exchange, back) : back;
}
