import type { FastifyRequest } from "fastify";
import type { Actor } from "../identity/actor.ts";
import { ministryStaff, NATION } from "../identity/ministry-access.ts";
import { operableOffice } from "../identity/office-access.ts";
import { optionalSession } from "../identity/signed-in-first.ts";
import type { App } from "../platform/http/server.ts";
import { Refusal } from "../platform/refusal.ts";
import { recordLast, recordNationally } from "./record.ts";
import { createRepeats } from "./repeats.ts";
import type { ViewDeps } from "./views.ts";

const LONGEST_ADDRESS = 500;
/** A program that asks without end is told of once in so many minutes. */
const ONE_ATTEMPT_MINUTES = 10;

/** Whoever asks for what is not theirs leaves an entry: another's office, or what needs another role. */
export function recordRefusals(app: App, deps: ViewDeps): void {
  const attempts = createRepeats("refusals recorded", ONE_ATTEMPT_MINUTES, deps.clock);
  app.addHook("onError", async (request, _reply, error) => {
    const session = optionalSession(request);
    if (!session || !isNotTheirs(error) || request.routeOptions.config.isPrint) return;
    const { office } = request.params as { readonly office?: string };
    const text = [session.actor.employeeId, request.method, request.routeOptions.url, office].join();
    if (attempts.has(text)) return;
    await recordRefused(deps, session.actor, { act: "access-refused", refusal: error, request });
    attempts.add(text);
  });
}

declare module "fastify" {
  interface FastifyContextConfig {
    /** Its refusals are recorded as of prints, whatever the reason */
    readonly isPrint?: boolean;
  }
}

const isNotTheirs = (error: unknown): error is Refusal =>
  error instanceof Refusal && (error.status === 403 || error.code === "office-not-found");

interface Refused {
  readonly act: "access-refused" | "print-refused";
  readonly refusal: Refusal;
  readonly request: FastifyRequest;
}

/**
 * In the office that was asked for, where it is one of the employee's own. Another's audit is closed to strangers, who
 * could fill it otherwise, and a reader there could do nothing about them: such an attempt stands in each office of the
 * employee, whose heads answer for that, and for the ministry's staff in the nation's.
 */
export async function recordRefused(
  { db, clock }: ViewDeps,
  actor: Actor,
  { act, refusal, request }: Refused,
): Promise<void> {
  const asked = `${request.method} ${request.url.slice(0, LONGEST_ADDRESS)}`;
  const entry = { act, details: { code: refusal.code, asked } };
  const wanted = (request.params as { readonly office?: string }).office;
  const own = actor.memberships.filter((office) => office.code === wanted);
  for (const { code } of own.length > 0 ? own : actor.memberships) {
    const office = operableOffice(actor, code);
    await db.write({ office: office.id }, (tx) => recordLast(tx, office, entry, clock()));
  }
  if (actor.memberships.length === 0 && actor.ministry)
    await db.write({ office: NATION }, (tx) => recordNationally(tx, ministryStaff(actor), entry, clock()));
}
