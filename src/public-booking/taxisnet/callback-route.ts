import type { FastifyReply, FastifyRequest } from "fastify";
import { atMostAbroad } from "../../identity/sign-in/abroad.ts";
import { foreignReason } from "../../identity/sign-in/errors.ts";
import { limitFailures } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import { showForm } from "../fill/show-form.ts";
import { type Exchange, putIdentity, repeatIdentity } from "../fill/sign-in-steps.ts";
import { ADDRESS } from "../frame/address.ts";
import { type CitizensDeps, sessionWays } from "../frame/deps.ts";
import { ownAddress } from "../frame/own-address.ts";
import type { PageReader } from "../frame/reader.ts";
import { goOn, markIn, PAGE, sendPage } from "../frame/requests.ts";
import { answerTrouble, comeAgainPage } from "../frame/trouble.ts";
import { pageOfSignIn, readerOfAttempt } from "../frame/way-back.ts";
import { type Return, repeatSignIn, signInCitizen } from "../own-visits/sign-in.ts";
import { ownSignInPage } from "../own-visits/sign-in-page.ts";
import { identityIn, taxisnetAttempt } from "./identify.ts";
import { taxisnetPage } from "./taxisnet-page.ts";

/** Where the government sends the browser back, in whichever language it set out. */
export function taxisnetCallback(app: App, deps: CitizensDeps): void {
  const { taxisnet, db, clock, config } = deps;
  if (!taxisnet) return;
  const failures = limitFailures(deps, {
    name: "citizens' sign-in failures",
    max: config.RATE_LIMIT_SIGN_IN_PER_MINUTE,
    minutes: 1,
  });
  const abroad = atMostAbroad();
  const readerOf = (request: FastifyRequest) => readerOfAttempt(deps, request, taxisnetAttempt.read(request));
  app.setErrorHandler((error, request, reply) =>
    answerTrouble(error, request, reply, { clock, reader: readerOf(request) }),
  );

  app.addHook("onRequest", async () => deps.offered.refresh());

  // A HEAD must not spend a code.
  const options = {
    schema: { hide: true },
    exposeHeadRoute: false,
    onRequest: failures.refuseAfterMany,
    config: {
      ...PAGE.config,
      waitsAbroad: true,
      comeAgainPage: (request: FastifyRequest) => comeAgainPage(readerOf(request))(),
    },
  };
  app.get(ADDRESS.taxisnetCallback, options, async (request, reply) => {
    const reader = readerOf(request);
    const attempt = taxisnetAttempt.read(request);
    const back = pageOfSignIn(attempt);
    taxisnetAttempt.clear(reply);
    const callback = ownAddress(deps, request, ADDRESS.taxisnetCallback);
    callback.search = new URL(request.url, callback).search;
    const by = { attempt, code: callback.searchParams.get("code") ?? "" };
    try {
      const proof = { identity: await abroad(() => identityIn(taxisnet, request, callback)), now: clock() };
      if (back === null) await putIdentity(db, { request, reply }, attempt?.verifier ?? "", proof);
      else await signInCitizen(deps, { request, reply }, by, proof);
      return goOn(reply, reader.path(back ?? ADDRESS.check));
    } catch (error) {
      if (!isOfSignIn(error)) throw error;
      if (await isRepeated(back, { request, reply }, by)) return goOn(reply, reader.path(back ?? ADDRESS.check));
      if (error.status < 500) await failures.note(request);
      return showFailure(error, request, reply, reader);
    }
  });

  const isRepeated = (back: string | null, exchange: Exchange, by: Return) =>
    back === null ? repeatIdentity(deps, exchange, by.attempt) : repeatSignIn(deps, exchange.reply, by);

  /** What was typed is kept, and there is another way on. */
  function showFailure(refusal: Refusal, request: FastifyRequest, reply: FastifyReply, reader: PageReader) {
    request.server.noteRefusal(refusal.code);
    request.log.warn({ code: refusal.code, reason: foreignReason(refusal.cause) }, "a citizen was not identified");
    if (pageOfSignIn(taxisnetAttempt.read(request)) !== null)
      return sendPage(
        reply,
        ownSignInPage({ note: "failed", ways: sessionWays(deps), mark: markIn(request) }, reader),
        refusal.status,
      );
    return showForm({ ...deps, reader }, request, reply, (open) =>
      sendPage(reply, taxisnetPage(open, { hasFailed: true }, reader), refusal.status),
    );
  }
}

const isOfSignIn = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.code.startsWith("sign-in-") || error.code === "unavailable");
