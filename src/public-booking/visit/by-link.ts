import type { FastifyReply, FastifyRequest } from "fastify";
import { z } from "zod";
import type { ExistingAppointment } from "../../appointments/row/existing.ts";
import { type CitizensLink, officeOfLink } from "../../identity/citizens/links.ts";
import type { Ending, Read, Tx } from "../../platform/database/sql.ts";
import { noticedRefusal } from "../../platform/http/problem.ts";
import { Refusal } from "../../platform/refusal.ts";
import { hashOfToken } from "../../platform/token.ts";
import { formMark } from "../form/token.ts";
import { type PagesDeps, sessionWays } from "../frame/deps.ts";
import { PAGE, type Sent, sendPage } from "../frame/requests.ts";
import { troublePage } from "../frame/trouble.ts";
import type { AtLink } from "./at-link.ts";
import { movesUsedUpPage } from "./moves/used-up-page.ts";
import { linkOver, managedVisit, openedLink, overVisit } from "./opened.ts";
import { type OwnVisit, ownVisit } from "./shown.ts";
import { linkOverPage, stalePage, visitOverPage } from "./small-pages.ts";

/** What the routes below a link have in common. */
export function byLink(deps: PagesDeps) {
  const { db, clock, reader } = deps;
  const params = z.object({ token: z.string() });
  const errorHandler = (error: unknown, request: FastifyRequest, reply: FastifyReply) =>
    answerLinkTrouble(error, request, reply, deps);
  const at = ({ params: { token } }: { readonly params: { readonly token: string } }): AtLink => {
    const tokenHash = hashOfToken(token);
    if (!tokenHash) throw linkOver();
    return { token, mark: formMark(tokenHash), reader };
  };
  return {
    get: { ...PAGE, errorHandler, schema: { hide: true, params } },
    post: { ...PAGE, errorHandler, schema: { hide: true, params, body: z.looseObject({}) } },
    at,
    read: async <T>({ token }: AtLink, work: (tx: Ending, link: CitizensLink, now: Temporal.Instant) => Promise<T>) => {
      const link = await openedLink(db.acrossOffices, token);
      return db.read({ office: link.office.id }, (tx) => work(tx, link, clock()));
    },
    write: async <T>({ token }: AtLink, work: (tx: Tx, link: CitizensLink, now: Temporal.Instant) => Promise<T>) => {
      const link = await openedLink(db.acrossOffices, token);
      return db.write({ office: link.office.id }, (tx) => work(tx, link, clock()));
    },
  };
}

export type ByLink = ReturnType<typeof byLink>;

/** What a form below a link sent. */
export const sentBy = ({ body }: { readonly body: unknown }): Sent => body as Sent;

/** Another number than any version has: it is refused like an old one. */
export const seenVersion = ({ version }: Sent): number => (/^\d{1,9}$/.test(version ?? "") ? Number(version) : 0);

const AT = /^20\d\d-\d\d-\d\dT\d\d:\d\d$/;

/** The time that was pressed; null: none, or no time. */
export function pressedTime({ at }: Sent): { readonly date: Temporal.PlainDate; readonly time: string } | null {
  const [date = "", time = ""] = AT.test(at ?? "") ? (at as string).split("T") : [];
  const known = z.iso.date().safeParse(date).success && /^([01]\d|2[0-3]):[0-5]\d$/.test(time);
  return known ? { date: Temporal.PlainDate.from(date), time } : null;
}

async function answerLinkTrouble(
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
  deps: PagesDeps,
): Promise<FastifyReply> {
  const { reader, clock } = deps;
  const refusal = noticedRefusal(error, request, reply);
  const { token } = request.params as AtLink;
  const over = refusal.code === "link-over" ? await visitThatIsOver(deps, token) : null;
  if (over) return sendPage(reply, visitOverPage(over, reader), 404);
  if (refusal.status === 404) return sendPage(reply, linkOverPage(sessionWays(deps), reader), 404);
  const fixed = refusal.code === "moves-used-up" ? await visitThatStays(deps, token) : null;
  if (fixed) return sendPage(reply, movesUsedUpPage(fixed, { token, mark: "", reader }), refusal.status);
  if (refusal.status === 412) return sendPage(reply, stalePage({ token, mark: "", reader }), 412);
  return sendPage(reply, troublePage(refusal, reader, clock()), refusal.status);
}

/** Null: it is not, or the link is of a letter. */
const visitThatIsOver = (deps: PagesDeps, token: string): Promise<OwnVisit | null> =>
  visitOf(deps, token, (tx, link) => overVisit(tx, link, deps.clock()));

/** As it is while its time can't be changed; null: it is over by now. */
const visitThatStays = (deps: PagesDeps, token: string): Promise<OwnVisit | null> =>
  visitOf(deps, token, (tx, link) => managedVisit(tx, link, deps.clock()).catch(nullIfOver));

async function visitOf(
  { db }: PagesDeps,
  token: string,
  look: (tx: Read, link: CitizensLink) => Promise<ExistingAppointment | null>,
): Promise<OwnVisit | null> {
  const tokenHash = hashOfToken(token);
  const link = tokenHash && (await officeOfLink(db.acrossOffices, tokenHash));
  if (!link) return null;
  return db.read({ office: link.office.id }, async (tx) => {
    const row = await look(tx, link);
    return row && ownVisit(tx, link.office, row);
  });
}

function nullIfOver(error: unknown): null {
  if (error instanceof Refusal && error.code === "link-over") return null;
  throw error;
}
