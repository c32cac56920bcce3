import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { newAttempt } from "../../identity/sign-in/cookies.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import { showForm } from "../fill/show-form.ts";
import { keepIdentity } from "../form/keep-identity.ts";
import { changeForm } from "../form/open-form.ts";
import { changeUnderNewKey } from "../form/renewed-key.ts";
import { ADDRESS } from "../frame/address.ts";
import type { CitizensDeps, PagesDeps } from "../frame/deps.ts";
import { goOn, PAGE, sendPage, setToken, tokenHashIn, tokenIn } from "../frame/requests.ts";
import { goesOn } from "../hold/hold.ts";
import { taxisnetAttempt } from "./identify.ts";
import { taxisnetPage } from "./taxisnet-page.ts";

/** Citizens are identified by the government (TAXISnet), where such a server is set. */
export function taxisnetRoutes(app: App, deps: PagesDeps): void {
  const { taxisnet, db, clock, reader } = deps;
  if (!taxisnet) return;
  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };

  app.get(ADDRESS.taxisnet, { ...PAGE, schema: { hide: true } }, async (request, reply: FastifyReply) =>
    showForm(deps, request, reply, (open) =>
      open.form.identity
        ? goOn(reply, reader.path(ADDRESS.check))
        : sendPage(reply, taxisnetPage(open, { hasFailed: false }, reader)),
    ),
  );

  app.post(ADDRESS.taxisnet, post, async (request, reply: FastifyReply) => {
    const now = clock();
    // Whoever had this browser before may know its key: what the government says is stored under another one.
    const begun = await changeUnderNewKey(
      db,
      { token: tokenIn(request), now },
      {
        name: "sign-in",
        work: async (_tx, _office, form) => goesOn(form, now),
        isStep: (isOpen) => isOpen,
        isTaken: ({ identity }) => identity === null,
      },
    );
    if (!begun?.token) return showForm(deps, request, reply, () => goOn(reply, reader.path(ADDRESS.who)));
    setToken(reply, begun.token);
    const attempt = newAttempt(reader.path(ADDRESS.check));
    const url = await taxisnet.authorizeUrl(attempt, ownAddress(deps, request, ADDRESS.taxisnetCallback).href);
    taxisnetAttempt.set(reply, attempt);
    return goOn(reply, url.href);
  });

  // Whoever was identified by mistake ends the government's own session too: it would say the same again.
  app.post(ADDRESS.taxisnetForget, post, async (request, reply: FastifyReply) => {
    const nobody = { identity: null, now: clock() };
    await changeForm(db, tokenHashIn(request), (tx, office, form) => keepIdentity(tx, office, form, nobody));
    return goOn(reply, await signedOutOfTaxisnet(deps, request, reader.path(ADDRESS.who)));
  });
}

/** Through the government's own sign-out, where there is one, and back to a page of ours. */
export async function signedOutOfTaxisnet(deps: CitizensDeps, request: FastifyRequest, path: string): Promise<string> {
  const back = ownAddress(deps, request, path);
  return ((await deps.taxisnet?.logoutUrl(back)) ?? back).href;
}

/** As it is registered with the government. @throws Refusal 400 for a Host that is none */
export function ownAddress({ config }: Pick<CitizensDeps, "config">, request: FastifyRequest, path: string): URL {
  const address = URL.parse(path, config.PUBLIC_BASE_URL ?? `${request.protocol}://${request.host}`);
  if (address) return address;
  throw new Refusal(400, "request-malformed", { errors: [{ field: "Host", code: "field-malformed" }] });
}
