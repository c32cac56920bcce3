import { z } from "zod";
import type { App } from "../../platform/http/server.ts";
import { hashOfToken, newToken } from "../../platform/token.ts";
import { showForm } from "../fill/show-form.ts";
import { openForm } from "../form/open-form.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { ownAddress } from "../frame/own-address.ts";
import { goOn, PAGE, sendPage, setToken, tokenHashIn, tokenIn } from "../frame/requests.ts";
import { moveHere, moveToken, offerMove } from "./move.ts";
import { elsewherePage, movedPage, walletMovePage } from "./move-page.ts";
import { formHashOfMove } from "./move-sql.ts";

/** A form goes on at the device where the wallet is. */
export function walletMoveRoutes(app: App, deps: PagesDeps): void {
  const { wallet, db, clock, reader } = deps;
  if (!wallet) return;
  const get = { ...PAGE, schema: { hide: true } };
  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };

  // Asked for again, it is good for as long once more.
  app.post(ADDRESS.walletElsewhere, post, async (request, reply) => {
    const until = await offerMove(db, tokenIn(request), clock());
    return goOn(reply, reader.path(until ? ADDRESS.walletElsewhere : ADDRESS.wallet));
  });

  app.get(ADDRESS.walletElsewhere, get, async (request, reply) => {
    if (!(await openForm(db, tokenHashIn(request), clock())))
      return sendPage(reply, movedPage({ from: true }, reader), 404);
    return showForm(deps, request, reply, async (open) => {
      const token = await moveToken(db, tokenIn(request) as string);
      const isOffered = await formHashOfMove(db.nation, hashOfToken(token) as Buffer, clock());
      if (!isOffered) return goOn(reply, reader.path(ADDRESS.wallet));
      const address = ownAddress(deps, request, reader.path(ADDRESS.walletMove(token))).href;
      return sendPage(reply, elsewherePage(open, address, reader));
    });
  });

  const ofMove = { ...get.schema, params: moveParams };
  app.get(ADDRESS.walletMove(":token"), { ...get, schema: ofMove }, async (request, reply) => {
    const { token } = request.params;
    const tokenHash = hashOfToken(token);
    const formHash = tokenHash && (await formHashOfMove(db.nation, tokenHash, clock()));
    const open = formHash && (await openForm(db, formHash, clock()));
    return tokenHash && open
      ? sendPage(reply, walletMovePage(open, { token, tokenHash }, reader))
      : sendPage(reply, movedPage({ from: false }, reader), 404);
  });

  const taking = { ...post, schema: { hide: true, params: moveParams, body: arrivalBody } };
  app.post(ADDRESS.walletMove(":token"), taking, async (request, reply) => {
    const tokenHash = hashOfToken(request.params.token);
    const token = tokenHash && (await moveHere(db, { tokenHash, nonce: request.body.nonce }, clock()));
    if (token) setToken(reply, token);
    return token ? goOn(reply, reader.path(ADDRESS.wallet)) : sendPage(reply, movedPage({ from: false }, reader), 404);
  });
}

const moveParams = z.object({ token: z.string().max(64) });

/** A page that does not say which one it is may press once. */
const arrivalBody = z.looseObject({ nonce: z.string().length(43).catch(newToken) });
