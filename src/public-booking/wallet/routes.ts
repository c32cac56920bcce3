import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { walletLink } from "../../identity/wallet/request.ts";
import type { App } from "../../platform/http/server.ts";
import { showForm } from "../fill/show-form.ts";
import { beginSignIn } from "../fill/sign-in-steps.ts";
import { keepIdentity } from "../form/keep-identity.ts";
import { changeForm } from "../form/open-form.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { ownAddress } from "../frame/own-address.ts";
import { goOn, PAGE, sendPage, tokenHashIn } from "../frame/requests.ts";
import { pageOfSignIn } from "../frame/way-back.ts";
import { openPage } from "./open-page.ts";
import { setOutToWallet } from "./set-out.ts";
import { browsersTry, TRY_MINUTES, walletAttempt } from "./try.ts";
import { tryOfBrowser } from "./try-sql.ts";
import { signInNotePage, type WalletNote, walletNoteOf } from "./wallet-note.ts";
import { walletPage } from "./wallet-page.ts";

/** Citizens are shown by their European wallets who they are, where that is set. */
export function walletRoutes(app: App, deps: PagesDeps): void {
  const { wallet, db, clock, reader } = deps;
  if (!wallet) return;
  const { settings } = wallet;
  const get = { ...PAGE, schema: { hide: true } };
  const post = { ...PAGE, schema: { hide: true, body: z.looseObject({}) } };

  app.get(ADDRESS.wallet, get, async (request, reply) => showStart(request, reply, null));

  app.post(ADDRESS.wallet, post, (request, reply) =>
    beginSignIn(deps, { request, reply }, () =>
      setOutToWallet(deps, wallet, { request, reply }, reader.path(ADDRESS.check)),
    ),
  );

  app.get(ADDRESS.walletOpen, get, async (request, reply) => {
    const attempt = walletAttempt.read(request);
    const back = pageOfSignIn(attempt);
    const note = (noted: WalletNote) =>
      back === null
        ? showStart(request, reply, noted)
        : sendPage(reply, signInNotePage({ note: noted, again: null, back }, reader), 400);
    const begun = attempt && (await tryOfBrowser(db.nation, browsersTry(attempt, clock())));
    if (!begun) return note("over");
    // Whom a wallet showed is told to nobody but the browser that it brings back.
    if (begun.outcome) return note(begun.outcome === "shown" ? "not-back" : walletNoteOf(begun.reason));
    const requestUri = ownAddress(deps, request, ADDRESS.walletRequest(attempt.state)).href;
    const link = walletLink(settings.scheme, { clientId: begun.clientId, requestUri });
    const opening = {
      link,
      until: begun.begunAt.add({ minutes: TRY_MINUTES }),
      asksNumber: settings.asksNumber,
    };
    if (back !== null)
      return sendPage(reply, openPage({ ...opening, hold: null, from: back, otherwise: back }, reader));
    const ways = { from: ADDRESS.wallet, otherwise: ADDRESS.check };
    return showForm(deps, request, reply, ({ form, now }) =>
      form.identity
        ? goOn(reply, reader.path(ADDRESS.check))
        : sendPage(reply, openPage({ ...opening, ...ways, hold: { form, now } }, reader)),
    );
  });

  app.post(ADDRESS.walletForget, post, async (request, reply) => {
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
