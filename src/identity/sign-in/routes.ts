import { readFile } from "node:fs/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import { OF_NATION } from "../../platform/database/sql.ts";
import { limitFailures } from "../../platform/http/limits/shared-limits.ts";
import { languageOf } from "../../platform/http/problem.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import type { SignInDeps } from "../deps.ts";
import { sessionKeyOf, startSession } from "../sessions.ts";
import { deleteSession, officesOf } from "../sql.ts";
import { atMostAbroad, CALLBACK_MS, orLate, ownAttempt } from "./abroad.ts";
import { clearSessionCookie, newAttempt, sessionTokenIn, setSessionCookie, signInAttempt } from "./cookies.ts";
import { answerWithPage } from "./errors.ts";
import { refusalPage, signedOutPage } from "./page.ts";
import { localPath } from "./return-path.ts";
import { signIn } from "./sign-in.ts";

/** The house's tokens come first. */
const STYLES = ["../../kit/styles/tokens.css", "./page.css"].map((name) => new URL(name, import.meta.url));

export async function signInRoutes(app: App, deps: SignInDeps): Promise<void> {
  const { config: settings, provider } = deps;
  const failures = limitFailures(deps, {
    name: "sign-in failures",
    max: settings.RATE_LIMIT_SIGN_IN_PER_MINUTE,
    minutes: 1,
  });
  // A HEAD must not spend a code, nor begin anything.
  const pageOptions = (request: FastifyRequest) => ({ language: languageOf(request), trial: deps.trial ?? false });
  const config = {
    signsIn: true,
    comeAgainPage: (request: FastifyRequest) => refusalPage("unavailable", pageOptions(request)).markup,
  };
  const options = { schema: { hide: true }, exposeHeadRoute: false, config };
  const signInOptions = { ...options, onRequest: failures.refuseAfterMany };
  const addressOf = (request: FastifyRequest, path: string) =>
    new URL(path, settings.PUBLIC_BASE_URL ?? `${request.protocol}://${request.host}`);
  app.setErrorHandler(async (error, request, reply) => {
    if (isTheirFault(error)) await failures.note(request);
    return answerWithPage(deps, error, request, reply);
  });
  app.addContentTypeParser("application/x-www-form-urlencoded", { parseAs: "string" }, (_request, _body, done) =>
    done(null, null),
  );

  app.get("/sign-in", signInOptions, async (request, reply) => {
    const attempt = newAttempt(localPath((request.query as { return?: unknown }).return));
    const url = await provider.authorizeUrl(attempt, addressOf(request, "/callback").href);
    signInAttempt.set(reply, attempt);
    return reply.redirect(url.href, 303);
  });

  const abroad = atMostAbroad();
  app.get("/callback", { ...signInOptions, config: { ...config, waitsAbroad: true } }, async (request, reply) => {
    signInAttempt.clear(reply);
    const callback = addressOf(request, "/callback");
    callback.search = new URL(request.url, callback).search;
    const { token, returnTo } = await abroad(() => identify(deps, request, callback));
    setSessionCookie(reply, token);
    return reply.redirect(returnTo, 303);
  });

  app.post("/sign-out", options, async (request, reply) => {
    await endSession(deps, request, reply);
    const back = addressOf(request, "/signed-out");
    return reply.redirect(((await provider.logoutUrl(back)) ?? back).href, 303);
  });

  app.get("/signed-out", options, async (request, reply) => {
    const page = signedOutPage(pageOptions(request));
    return reply.type("text/html; charset=utf-8").send(page.markup);
  });

  app.get("/sign-in.css", { schema: { hide: true } }, async (_request, reply) =>
    reply
      .type("text/css; charset=utf-8")
      .header("cache-control", "public, max-age=300")
      .send((await Promise.all(STYLES.map((sheet) => readFile(sheet, "utf8")))).join("\n")),
  );
}

/** A fault of ours or of the government's servers locks nobody out. */
const isTheirFault = (error: unknown): boolean =>
  error instanceof Refusal && error.status >= 400 && error.status < 500 && error.status !== 429;

/** From the government's answer to a session of ours, under a new id. */
async function identify(
  deps: SignInDeps,
  request: FastifyRequest,
  callback: URL,
): Promise<{ token: string; returnTo: string }> {
  const attempt = ownAttempt(signInAttempt.read(request), callback);
  const deadline = AbortSignal.timeout(CALLBACK_MS);
  const person = await orLate(
    deadline,
    deps.provider.identify(callback, attempt),
    new Refusal(502, "sign-in-unavailable"),
  );
  const employeeId = await orLate(
    deadline,
    signIn(deps, person, request.ip),
    new Refusal(503, "directory-unavailable"),
  );
  const previous = sessionKeyOf(sessionTokenIn(request));
  const token = await deps.db.write({ employee: employeeId }, async (tx) => {
    const now = deps.clock();
    if (previous) await deleteSession(tx, previous);
    const started = await startSession(tx, employeeId, now);
    await deps.onSession(tx, { employeeId, offices: await officesOf(tx, employeeId) }, now);
    return started;
  });
  // The cookie lies with the browser: what it says is looked at again.
  return { token, returnTo: localPath(attempt.returnTo) };
}

async function endSession(deps: SignInDeps, request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const key = sessionKeyOf(sessionTokenIn(request));
  if (key) await deps.db.write(OF_NATION, (tx) => deleteSession(tx, key));
  clearSessionCookie(reply);
}
