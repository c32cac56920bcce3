import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { Wallet } from "../../identity/wallet/wallet.ts";
import { OF_NATION, type Tx } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import { showForm } from "../fill/show-form.ts";
import { putIdentity, repeatIdentity } from "../fill/sign-in-steps.ts";
import { openForm } from "../form/open-form.ts";
import { ADDRESS } from "../frame/address.ts";
import type { CitizensDeps } from "../frame/deps.ts";
import { goOn, PAGE, sendPage, tokenHashIn } from "../frame/requests.ts";
import { sessionHashIn } from "../frame/session-cookie.ts";
import { answerTrouble, comeAgainPage } from "../frame/trouble.ts";
import { pageOfSignIn, readerOfAttempt } from "../frame/way-back.ts";
import { type Return, repeatSignIn, signInCitizen } from "../own-visits/sign-in.ts";
import { type PersonOfTry, personOfTry } from "./person-of-try.ts";
import { walletAttempt } from "./try.ts";
import { deleteTryOfCode } from "./try-sql.ts";
import { signInNotePage, type WalletNote, walletElsewherePage } from "./wallet-note.ts";
import { walletPage } from "./wallet-page.ts";

/** Where a wallet brings the browser back, in whichever language it set out. */
export function walletBackRoute(app: App, deps: CitizensDeps): void {
  const { wallet, db, clock } = deps;
  if (!wallet) return;
  const readerOf = (request: FastifyRequest) => readerOfAttempt(deps, request, walletAttempt.read(request));
  app.setErrorHandler((error, request, reply) =>
    answerTrouble(error, request, reply, { clock, reader: readerOf(request) }),
  );

  app.addHook("onRequest", async () => deps.offered.refresh());

  // A HEAD must not spend a code.
  const options = {
    schema: { hide: true, querystring: backParams },
    exposeHeadRoute: false,
    config: { ...PAGE.config, comeAgainPage: (request: FastifyRequest) => comeAgainPage(readerOf(request))() },
  };
  app.get(ADDRESS.walletBack(), options, async (request, reply) => {
    const attempt = walletAttempt.read(request);
    const outcome = await personOfTry({ db, wallet, now: clock() }, attempt, request.query.response_code);
    const back = pageOfSignIn(attempt);
    const by = { attempt, code: request.query.response_code };
    if (typeof outcome !== "string") return identified(request, reply, { ...outcome, back, by });
    request.log.warn({ note: outcome }, "a citizen was not identified by a wallet");
    // What can be looked at in a moment again stays for that, and so does a later try than the one that was answered.
    if (outcome !== "soon" && outcome !== "other-try") walletAttempt.clear(reply);
    if (back === null) return showNote(request, reply, outcome);
    if (outcome === "over" && (await repeatSignIn(deps, reply, by))) return goOn(reply, readerOf(request).path(back));
    return showSignInNote(request, reply, { note: outcome, back });
  });

  async function identified(
    request: FastifyRequest,
    reply: FastifyReply,
    { person, codeHash, secret, back, by }: PersonOfTry & { readonly back: string | null; readonly by: Return },
  ): Promise<FastifyReply> {
    const { status: _status, ...identity } = person;
    const use = async (tx: Tx) => (await deleteTryOfCode(tx, codeHash)) !== null;
    const proof = { identity, now: clock(), use };
    const isTaken =
      back === null
        ? await putIdentity(db, { request, reply }, secret, proof)
        : await signInCitizen(deps, { request, reply }, by, proof);
    walletAttempt.clear(reply);
    if (!isTaken && back !== null) return showSignInNote(request, reply, { note: "no-number", back });
    // The form went on elsewhere, and nobody comes for who was shown.
    if (!isTaken) await db.write(OF_NATION, use);
    return goOn(reply, readerOf(request).path(back ?? ADDRESS.check));
  }

  async function showNote(request: FastifyRequest, reply: FastifyReply, note: WalletNote): Promise<FastifyReply> {
    const reader = readerOf(request);
    const { settings } = wallet as Wallet;
    const open = await openForm(db, tokenHashIn(request), clock());
    if (!open && (await repeatIdentity(deps, { request, reply }, walletAttempt.read(request))))
      return goOn(reply, reader.path(ADDRESS.check));
    if (!open && (note === "elsewhere" || note === "other-try"))
      return sendPage(reply, walletElsewherePage(reader), 400);
    // Asked for once more, from the browser's history.
    if (!open && sessionHashIn(request)) return goOn(reply, reader.path(ADDRESS.mine()));
    // Brought back twice at once: the other answer gave this browser a new key, by which the page is asked for.
    if (!open || open.form.identity) return goOn(reply, reader.path(ADDRESS.check));
    return showForm({ ...deps, reader }, request, reply, (form) =>
      sendPage(reply, walletPage(form, { note, settings, again: request.url }, reader), 400),
    );
  }

  function showSignInNote(
    request: FastifyRequest,
    reply: FastifyReply,
    { note, back }: { readonly note: WalletNote; readonly back: string },
  ): FastifyReply {
    const reader = readerOf(request);
    return sendPage(reply, signInNotePage({ note, back, again: request.url }, reader), 400);
  }
}

const backParams = z.looseObject({ response_code: z.string().max(64).catch("") });
