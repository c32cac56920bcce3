import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import { signWalletRequest } from "../../identity/wallet/request.ts";
import { limitFailures } from "../../platform/http/limits/shared-limits.ts";
import type { App } from "../../platform/http/server.ts";
import { hashOfToken } from "../../platform/token.ts";
import { ADDRESS } from "../frame/address.ts";
import type { CitizensDeps } from "../frame/deps.ts";
import { ownAddress } from "../frame/own-address.ts";
import { type SentAnswer, takeAnswer } from "./answer.ts";
import { begunAfter, TRY_MINUTES } from "./try.ts";
import { waitingTry } from "./try-sql.ts";

const FORM = "application/x-www-form-urlencoded";
/** An answer is a few kilobytes, of which most are certificates. */
const LONGEST_ANSWER = 64 * 1024;

/**
 * Where a wallet finds what it is asked, and sends its answer (OpenID4VP 1.0, sections 5.7 and 8.2): programs that know the try
 * by its key alone. A wallet may be a web page of somebody else's, so no cookie counts here, and none is set.
 */
export async function walletAnswerRoutes(app: App, deps: CitizensDeps): Promise<void> {
  const { wallet, db, clock, config } = deps;
  if (!wallet) return;
  const failures = limitFailures(deps, {
    name: "wallets' wrong answers",
    max: config.RATE_LIMIT_SIGN_IN_PER_MINUTE,
    minutes: 1,
  });
  // Nothing else is an answer (section 8.2): a body of JSON neither.
  app.removeAllContentTypeParsers();
  app.addContentTypeParser(FORM, { parseAs: "string", bodyLimit: LONGEST_ANSWER }, (_request, text, done) =>
    done(null, Object.fromEntries(new URLSearchParams(String(text)))),
  );

  const get = { exposeHeadRoute: false, schema: { hide: true, params: keyParams } };
  app.get(ADDRESS.walletRequest(":id"), get, async (request, reply) => {
    const { id } = request.params;
    const now = clock();
    const idHash = hashOfToken(id);
    const waiting = idHash && (await waitingTry(db.nation, idHash, begunAfter(now)));
    // After a certificate was renewed the wallet would find another name than its link has.
    if (waiting?.clientId !== wallet.settings.access.clientId) return refused(reply, 404);
    const signed = await signWalletRequest(wallet.settings.access, {
      nonce: waiting.nonce,
      responseUri: ownAddress(deps, request, ADDRESS.walletAnswer(id)).href,
      encryptionKey: waiting.encryptionKey,
      types: wallet.settings.types,
      asksNumber: wallet.settings.asksNumber,
      now,
      seconds: TRY_MINUTES * 60,
    });
    return reply.type("application/oauth-authz-req+jwt").send(signed);
  });

  const post = {
    schema: { hide: true, params: keyParams, body: answerSchema },
    onRequest: failures.refuseAfterMany,
    config: { isForPrograms: true },
  };
  app.post(ADDRESS.walletAnswer(":id"), post, async (request, reply) => {
    const answered = await takeAnswer({ db, wallet, id: request.params.id, now: clock() }, request.body as SentAnswer);
    if (answered?.outcome !== "shown") await noteFailure(request, answered?.reason ?? "over");
    if (!answered) return refused(reply, 400);
    const back = ownAddress(deps, request, ADDRESS.walletBack(answered.code)).href;
    return reply.send({ redirect_uri: back });
  });

  async function noteFailure(request: FastifyRequest, reason: string): Promise<void> {
    request.log.warn({ reason }, "a wallet showed nobody");
    if (reason !== "declined") await failures.note(request);
  }
}

const refused = (reply: FastifyReply, status: number): FastifyReply =>
  reply.code(status).send({ error: "invalid_request" });

const keyParams = z.object({ id: z.string().max(64) });
const answerSchema = z.looseObject({
  response: z.string().max(LONGEST_ANSWER).optional().catch(undefined),
  error: z.string().max(500).optional().catch(undefined),
});
