import { setImmediate as afterArrivals } from "node:timers/promises";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Config } from "../../config.ts";
import { partyAddress } from "../../networks.ts";
import type { App } from "../server.ts";
import { type Admission, type Bounds, type Claim, createAdmission } from "./admission.ts";
import { createAnswerRate } from "./answer-rate.ts";
import { isArriving } from "./arriving.ts";
import { hasSession } from "./callers.ts";
import { tellToComeAgain } from "./come-again.ts";
import { ANSWER_MS } from "./deadlines.ts";
import { watchLateness } from "./lateness.ts";

declare module "fastify" {
  interface FastifyInstance {
    admission: Admission;
  }
  interface FastifyContextConfig {
    /** Whether it is answered from memory, for hardly more than a refusal costs: then it waits for nobody's place. What was sent may be anything */
    isCached?(request: FastifyRequest): boolean;
    /** By it people come to show who they are: it has places of its own, which no crowd of others takes */
    readonly signsIn?: boolean;
  }
}

/** Those who are in wait for the database or the processor, whichever is busy; more of them would only wait there. */
function boundsOf({ DATABASE_POOL_SIZE: underWay }: Config): Bounds {
  const atMost = (share: number) => Math.max(1, Math.floor(underWay * share));
  return {
    underWay,
    // The rest is left to others, even while a lock or a slow line keeps these.
    lanes: {
      staff: { places: underWay, ofParty: atMost(0.75), ofSession: atMost(0.5) },
      "signing-in": { places: atMost(0.15), ofParty: atMost(0.1), ofSession: atMost(0.1) },
      strangers: { places: atMost(0.25), ofParty: atMost(0.15), ofSession: atMost(0.15) },
    },
    waiting: 200,
    patienceMs: 500,
  };
}

const LONGEST_WAIT_MS = 4_000;
const LOOK_MS = 250;

/** Where the process is so late, or somebody has waited at each look for so long, no more wait than are answered soon. */
const LATE_MS = 100;
const STANDING_MS = 750;
const SOON_MS = 400;

/** Lets in as many as can be answered soon. Whoever is refused is told so at once, and when to come again. */
export function admit(app: App, config: Config): void {
  const bounds = boundsOf(config);
  const admission = createAdmission(bounds);
  const claims = new WeakMap<FastifyRequest, Claim>();
  const rate = createAnswerRate(performance.now());
  app.decorate("admission", admission);

  app.addHook("onRequest", async (request, reply) => {
    if (request.routeOptions.config.isWatch || isCached(request)) return;
    await takeTurn(request, reply);
  });
  // Whoever is still sending keeps nobody's place meanwhile, and waits for another one when all is here.
  app.addHook("preParsing", async (request) => {
    if (!isArriving(request)) return;
    // What came together with the head is read by then.
    await afterArrivals();
    if (isArriving(request) && leave(request)) sending.add(request);
  });
  const sending = new WeakSet<FastifyRequest>();
  app.addHook("preValidation", async (request, reply) => {
    if (sending.delete(request)) await takeTurn(request, reply);
  });
  // An answer that is being read slowly keeps nobody's place.
  app.addHook("onSend", async (request) => {
    if (leave(request)) rate.count();
  });

  async function takeTurn(request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const claim = claimOf(request);
    const { promise, resolve } = Promise.withResolvers<boolean>();
    const waiter = { claim, since: performance.now(), settle: resolve };
    reply.raw.once("close", () => {
      if (reply.sent) return;
      // A caller who hangs up waits no more; work that was begun goes on, and has its place until it has ended.
      admission.giveUp(waiter);
      resolve(false);
      setTimeout(() => admission.leave(claim), ANSWER_MS).unref();
    });
    admission.enter(waiter);
    const isAdmitted = await promise;
    if (reply.raw.destroyed) {
      admission.leave(claim);
      reply.hijack();
    } else if (!isAdmitted) tellToComeAgain(request, reply);
    else if (request.routeOptions.config.waitsAbroad) admission.leave(claim);
    else claims.set(request, claim);
  }

  function leave(request: FastifyRequest): boolean {
    const claim = claims.get(request);
    if (claim) admission.leave(claim);
    return claims.delete(request);
  }

  const lateness = watchLateness();
  let calmAt = performance.now();
  let hasStood = false;
  const timer = setInterval(() => {
    const now = performance.now();
    if (admission.counts().waiting === 0) calmAt = now;
    const stands = now - calmAt >= STANDING_MS;
    const answeredSoon = Math.max(rate.look(now, stands && hasStood) * SOON_MS, bounds.underWay);
    const isPressed = stands || lateness.now() >= LATE_MS;
    admission.limitWaiting(isPressed ? Math.min(answeredSoon, bounds.waiting) : bounds.waiting);
    admission.refuseSince(now - LONGEST_WAIT_MS);
    hasStood = stands;
  }, LOOK_MS).unref();
  app.addHook("onClose", async () => {
    clearInterval(timer);
    lateness.stop();
  });
}

const isCached = (request: FastifyRequest): boolean => request.routeOptions.config.isCached?.(request) ?? false;

function claimOf(request: FastifyRequest): Claim {
  const { caller, ip, routeOptions } = request;
  if (caller) return { lane: "staff", party: caller.party, session: caller.session };
  const address = partyAddress(ip);
  // A session that this process does not know yet may be none: it is let in beside those who sign in. So is who asks for
  // an address that is no route: the staff's application has many.
  const isOnTheWay = routeOptions.config.signsIn || request.is404 || hasSession(request);
  return { lane: isOnTheWay ? "signing-in" : "strangers", party: address, session: address };
}
