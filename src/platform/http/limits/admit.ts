import type { FastifyRequest } from "fastify";
import type { Config } from "../../config.ts";
import type { App } from "../server.ts";
import { type Admission, type Bounds, type Claim, createAdmission } from "./admission.ts";
import { tellToComeAgain } from "./come-again.ts";
import { ANSWER_MS } from "./deadlines.ts";

declare module "fastify" {
  interface FastifyInstance {
    admission: Admission;
  }
  interface FastifyContextConfig {
    /** Whether it is answered from memory, for hardly more than a refusal costs: then it waits for nobody's place. What was sent may be anything */
    isRemembered?(request: FastifyRequest): boolean;
  }
}

/** Those who are in wait for the database or the processor, whichever is busy; more of them would only wait there. */
function boundsOf({ DATABASE_POOL_SIZE: underWay }: Config): Bounds {
  const atMost = (share: number) => Math.max(1, Math.floor(underWay * share));
  return {
    underWay,
    // The rest is left to others, even while a lock or a slow line keeps these.
    ofParty: atMost(0.75),
    ofSession: atMost(0.5),
    ofStrangers: atMost(0.25),
    waiting: 200,
    patienceMs: 500,
  };
}

const LONGEST_WAIT_MS = 4_000;
const LOOK_MS = 250;

/** Lets in as many as can be answered soon. Whoever is refused is told so at once, and when to come again. */
export function admit(app: App, config: Config): void {
  const admission = createAdmission(boundsOf(config));
  const claims = new WeakMap<FastifyRequest, Claim>();
  app.decorate("admission", admission);

  app.addHook("onRequest", async (request, reply) => {
    if (request.routeOptions.config.isWatch || isRemembered(request)) return;
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
      return;
    }
    if (!isAdmitted) return tellToComeAgain(request, reply);
    if (request.routeOptions.config.waitsAbroad) return admission.leave(claim);
    claims.set(request, claim);
  });
  // An answer that is being read slowly keeps nobody's place.
  app.addHook("onSend", async (request) => {
    const claim = claims.get(request);
    if (claim) admission.leave(claim);
  });

  const timer = setInterval(() => admission.refuseSince(performance.now() - LONGEST_WAIT_MS), LOOK_MS).unref();
  app.addHook("onClose", async () => clearInterval(timer));
}

const isRemembered = (request: FastifyRequest): boolean => request.routeOptions.config.isRemembered?.(request) ?? false;

const claimOf = ({ caller, ip }: FastifyRequest): Claim =>
  caller ? { isStaff: true, party: caller.party, session: caller.session } : { isStaff: false, party: ip, session: ip };
