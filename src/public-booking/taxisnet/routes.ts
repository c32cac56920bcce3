import type { FastifyRequest } from "fastify";
import { z } from "zod";
import type { App } from "../../platform/http/server.ts";
import { showForm } from "../fill/show-form.ts";
import { beginSignIn } from "../fill/sign-in-steps.ts";
import { keepIdentity } from "../form/keep-identity.ts";
import { changeForm } from "../form/open-form.ts";
import { ADDRESS } from "../frame/address.ts";
import type { CitizensDeps, PagesDeps } from "../frame/deps.ts";
import { ownAddress } from "../frame/own-address.ts";
import { goOn, PAGE, sendPage, tokenHashIn } from "../frame/requests.ts";
import { setOutToTaxisnet } from "./set-out.ts";
import { taxisnetPage } from "./taxisnet-page.ts";

/** Citizens are identified by the government (TAXISnet), where such a server is set. */
export function taxisnetRoutes(app: App, deps: PagesDeps): void {
  const { taxisnet, db, clock, reader } = deps;
  if (!taxisnet) return;
  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };

  app.get(ADDRESS.taxisnet, { ...PAGE, schema: { hide: true } }, async (request, reply) =>
    showForm(deps, request, reply, (open) =>
      open.form.identity
        ? goOn(reply, reader.path(ADDRESS.check))
        : sendPage(reply, taxisnetPage(open, { hasFailed: false }, reader)),
    ),
  );

  app.post(ADDRESS.taxisnet, post, (request, reply) =>
    beginSignIn(deps, { request, reply }, () =>
      setOutToTaxisnet(deps, taxisnet, { request, reply }, reader.path(ADDRESS.check)),
    ),
  );

  // Whoever was identified by mistake ends the government's own session too: it would say the same again.
  app.post(ADDRESS.taxisnetForget, post, async (request, reply) => {
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
