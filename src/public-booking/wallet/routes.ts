import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { newAttempt } from "../../identity/sign-in/cookies.ts";
import { walletLink } from "../../identity/wallet/request.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import { showForm } from "../fill/show-form.ts";
import { keepIdentity } from "../form/keep-identity.ts";
import { changeForm } from "../form/open-form.ts";
import { changeUnderNewKey } from "../form/renewed-key.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, PAGE, sendPage, setToken, tokenHashIn, tokenIn } from "../frame/requests.ts";
import { goesOn } from "../hold/hold.ts";
import { ownAddress } from "../taxisnet/routes.ts";
import { openPage } from "./open-page.ts";
import { beginTry, browsersTry, TRY_MINUTES, walletAttempt } from "./try.ts";
import { tryOfBrowser } from "./try-sql.ts";
import { type WalletNote, walletNoteOf, walletPage } from "./wallet-page.ts";

/** Citizens are shown by their European wallets who they are, where that is set. */
export function walletRoutes(app: App, deps: PagesDeps): void {
  const { wallet, db, clock, reader } = deps;
  if (!wallet) return;
  const { settings } = wallet;
  const get = { ...PAGE, schema: { hide: true } };
  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };

  app.get(ADDRESS.wallet, get, async (request, reply: FastifyReply) => showStart(request, reply, null));

  app.post(ADDRESS.wallet, post, async (request, reply: FastifyReply) => {
    const now = clock();
    // Whoever had this browser before may know its key: whom the wallet shows is stored under another one.
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
    await db.write(OF_NATION, (tx) => beginTry(tx, settings.access.clientId, attempt, now));
    walletAttempt.set(reply, attempt);
    return goOn(reply, reader.path(ADDRESS.walletOpen));
  });

  app.get(ADDRESS.walletOpen, get, async (request, reply: FastifyReply) => {
    const attempt = walletAttempt.read(request);
    const begun = attempt && (await tryOfBrowser(db.nation, browsersTry(attempt, clock())));
    if (!begun) return showStart(request, reply, "over");
    // Whom a wallet showed is told to nobody but the browser that it brings back.
    if (begun.outcome)
      return showStart(request, reply, begun.outcome === "shown" ? "elsewhere" : walletNoteOf(begun.reason));
    const requestUri = ownAddress(deps, request, ADDRESS.walletRequest(attempt.state)).href;
    const link = walletLink(settings.scheme, { clientId: begun.clientId, requestUri });
    const until = begun.begunAt.add({ minutes: TRY_MINUTES });
    return showForm(deps, request, reply, (open) =>
      open.form.identity
        ? goOn(reply, reader.path(ADDRESS.check))
        : sendPage(reply, openPage(open, { link, until, asksNumber: settings.asksNumber }, reader)),
    );
  });

  app.post(ADDRESS.walletForget, post, async (request, reply: FastifyReply) => {
    const nobody = { identity: null, now: clock() };
    await changeForm(db, tokenHashIn(request), (tx, office, form) => keepIdentity(tx, office, form, nobody));
    return goOn(reply, reader.path(ADDRESS.who));
  });

  const showStart = (request: FastifyRequest, reply: FastifyReply, note: WalletNote | null) =>
    showForm(deps, request, reply, (open) =>
      open.form.identity
        ? goOn(reply, reader.path(ADDRESS.check))
        : sendPage(reply, walletPage(open, { note, settings, again: null }, reader), note === null ? 200 : 400),
    );
}
