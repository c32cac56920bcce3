import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { CitizensOffice } from "../../identity/citizens/citizens-office.ts";
import type { Wallet } from "../../identity/wallet/wallet.ts";
import type { Tx } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import { showForm } from "../fill/show-form.ts";
import type { FormRow } from "../form/form-sql.ts";
import { keepIdentity } from "../form/keep-identity.ts";
import { openForm } from "../form/open-form.ts";
import { changeUnderNewKey } from "../form/renewed-key.ts";
import { ADDRESS } from "../frame/address.ts";
import type { CitizensDeps } from "../frame/deps.ts";
import { goOn, PAGE, sendPage, setToken, tokenHashIn, tokenIn } from "../frame/requests.ts";
import { answerTrouble, comeAgainPage } from "../frame/trouble.ts";
import { readerOfAttempt } from "../frame/way-back.ts";
import { type PersonOfTry, personOfTry } from "./person-of-try.ts";
import { walletAttempt } from "./try.ts";
import { deleteTryOfCode } from "./try-sql.ts";
import { type WalletNote, walletElsewherePage, walletPage } from "./wallet-page.ts";

/** Where a wallet brings the browser back, in whichever language it set out. */
export function walletBackRoute(app: App, deps: CitizensDeps): void {
  const { wallet, db, clock } = deps;
  if (!wallet) return;
  const readerOf = (request: FastifyRequest) => readerOfAttempt(deps, request, walletAttempt.read(request));
  app.setErrorHandler((error, request, reply) =>
    answerTrouble(error, request, reply, { clock, reader: readerOf(request) }),
  );

  // A HEAD must not spend a code.
  const options = {
    schema: { hide: true, querystring: backParams },
    exposeHeadRoute: false,
    config: { ...PAGE.config, comeAgainPage: (request: FastifyRequest) => comeAgainPage(readerOf(request))() },
  };
  app.get(ADDRESS.walletBack(), options, async (request, reply: FastifyReply) => {
    const attempt = walletAttempt.read(request);
    const outcome = await personOfTry({ db, wallet, now: clock() }, attempt, request.query.response_code);
    if (typeof outcome !== "string") return identified(request, reply, outcome);
    request.log.warn({ note: outcome }, "a citizen was not identified by a wallet");
    // What can be looked at in a moment again stays for that.
    if (outcome !== "soon") walletAttempt.clear(reply);
    return showNote(request, reply, outcome);
  });

  async function identified(request: FastifyRequest, reply: FastifyReply, { person, codeHash }: PersonOfTry) {
    const { status: _status, ...identity } = person;
    const now = clock();
    // Whoever left the page before open at this browser may know the key that was good until now.
    const step = {
      name: "identity" as const,
      work: async (tx: Tx, office: CitizensOffice, form: FormRow) => {
        const isFirst = (await deleteTryOfCode(tx, codeHash)) !== null;
        if (isFirst) await keepIdentity(tx, office, form, { identity, now });
        return isFirst;
      },
      isStep: (isFirst: boolean) => isFirst,
      isTaken: () => false,
    };
    const kept = await changeUnderNewKey(db, { token: tokenIn(request), now }, step);
    if (kept?.token) setToken(reply, kept.token);
    walletAttempt.clear(reply);
    return goOn(reply, readerOf(request).path(ADDRESS.check));
  }

  async function showNote(request: FastifyRequest, reply: FastifyReply, note: WalletNote): Promise<FastifyReply> {
    const reader = readerOf(request);
    const { settings } = wallet as Wallet;
    const open = await openForm(db, tokenHashIn(request), clock());
    if (!open && note === "elsewhere") return sendPage(reply, walletElsewherePage(reader), 400);
    // Brought back twice at once: the other answer gave this browser a new key, by which the page is asked for.
    if (!open || open.form.identity) return goOn(reply, reader.path(ADDRESS.check));
    return showForm({ ...deps, reader }, request, reply, (form) =>
      sendPage(reply, walletPage(form, { note, settings, again: request.url }, reader), 400),
    );
  }
}

const backParams = z.looseObject({ response_code: z.string().max(64).catch("") });
