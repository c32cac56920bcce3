import type { FastifyRequest } from "fastify";
import { z } from "zod";
import { operableOffice } from "../identity/office-access.ts";
import { sessionOf } from "../identity/signed-in-first.ts";
import type { Database } from "../platform/database/transaction.ts";
import type { App } from "../platform/http/server.ts";
import { isPersonal } from "../platform/personal-data.ts";
import type { Clock } from "../platform/time.ts";
import type { ACTS_OF } from "./acts.ts";
import { type Recorded, recordLast } from "./record.ts";
import { createRepeats } from "./repeats.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** How the audit names a look at what the route shows of citizens, and by what it knows whom that concerns */
    readonly view?: RecordedView;
  }
}

export interface RecordedView {
  readonly act: (typeof ACTS_OF.viewed)[number];
  /** The day of the address, the appointment of the address, whoever is in the answer, or what the employee has brought */
  readonly of: "day" | "appointment" | "shown" | "brought";
}

export interface ViewDeps {
  readonly db: Database;
  readonly clock: Clock;
}

/** A page that is open asks again with each news: within so many minutes that is one look. */
export const ONE_LOOK_MINUTES = 10;

/**
 * Whoever is shown data of citizens leaves an entry before the answer leaves (invariant 8): on routes that say so, and
 * with any refusal that shows what an appointment is by now. Acts record themselves.
 * @throws Error at the start for a route that shows such data and says nothing
 */
export function recordViews(app: App, { db, clock }: ViewDeps): void {
  const looks = createRepeats("looks recorded", ONE_LOOK_MINUTES, clock);
  app.addHook("onRoute", ({ method, url, config, schema }) => {
    if (method !== "GET" || config?.view) return;
    const answers = Object.values((schema?.response ?? {}) as Readonly<Record<string, unknown>>);
    if (answers.some((answer) => answer instanceof z.ZodType && isPersonal(answer)))
      throw new Error(`${method} ${url} shows data of citizens: let its config say how the audit names the look.`);
  });
  app.addHook("preSerialization", async (request, reply, payload) => {
    const look = lookOf(request, reply.statusCode, payload);
    if (!look) return payload;
    const office = operableOffice(sessionOf(request).actor, (request.params as { office: string }).office);
    const text = [office.employeeId, office.id, look.act, look.day, ...(look.appointments ?? [])].join();
    if (looks.has(text)) return payload;
    await db.write({ office: office.id }, (tx) => recordLast(tx, office, look, clock()));
    looks.add(text);
    return payload;
  });
}

interface Look extends Omit<Recorded, "appointments"> {
  readonly appointments?: readonly string[];
}

function lookOf({ routeOptions, params }: FastifyRequest, status: number, payload: unknown): Look | null {
  const { view } = routeOptions.config;
  const { office, date, id } = params as { readonly office?: string; readonly date?: string; readonly id?: string };
  if (office === undefined) return null;
  if (status >= 400) {
    const appointments = shownIn(payload);
    return appointments.length > 0 ? { act: "appointment-viewed", appointments } : null;
  }
  if (!view) return null;
  if (view.of === "day") return { act: view.act, day: Temporal.PlainDate.from(date as string) };
  if (view.of === "brought") return { act: view.act };
  const appointments = view.of === "appointment" ? [id as string] : shownIn(payload);
  return appointments.length > 0 ? { act: view.act, appointments } : null;
}

/** The appointments in an answer, wherever in it they are. */
function shownIn(value: unknown): string[] {
  const found = new Set<string>();
  const look = (part: unknown) => {
    if (typeof part !== "object" || part === null) return;
    const { id, reference } = part as { readonly id?: unknown; readonly reference?: unknown };
    if (typeof id === "string" && typeof reference === "string") found.add(id);
    for (const member of Object.values(part)) look(member);
  };
  look(value);
  return [...found].sort();
}
