import type { FastifyReply } from "fastify";
import { z } from "zod";
import { appointmentHistory } from "../../appointments/history/history.ts";
import { movesLeft } from "../../appointments/online/moves-left.ts";
import { isOpenToCitizens } from "../../identity/citizens/citizens-office.ts";
import type { CitizensLink } from "../../identity/citizens/links.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import { ADDRESS } from "../frame/address.ts";
import { goOn, sendPage } from "../frame/requests.ts";
import { type AtLink, partOf } from "./at-link.ts";
import type { ByLink } from "./by-link.ts";
import { confirmPage, holdOverPage } from "./confirm-page.ts";
import { heldTime, nearestTo } from "./held-time.ts";
import { onTheDay } from "./line/on-the-day.ts";
import { MANAGE_NOTES, managePage } from "./manage-page.ts";
import { visitOfAddress } from "./managing.ts";
import { formOfLink, linkOver, managedVisit, visitOfLink } from "./opened.ts";
import { type OwnVisit, ownVisit, whenOf } from "./shown.ts";
import { minePage } from "./small-pages.ts";
import { confirmedByLink, confirmedVisit, sendOnceMore } from "./standing.ts";
import { type ConfirmedVisit, letterOutcome, standsPage } from "./stands-page.ts";

/** Where the links of all letters lead. */
export function linkRoutes(app: App, { get, post, at, read, write }: ByLink): void {
  const querystring = z.looseObject({ done: z.enum(MANAGE_NOTES).nullish().catch(null), asked: letterOutcome });
  const schema = { ...get.schema, querystring };
  app.get("/link/:token", { ...get, schema }, async (request, reply) => {
    const here = at(request);
    const opened = await read(here, open);
    if (opened.is === "cancelled") return goOn(reply, partOf(here, "cancelled"));
    if (opened.is === "address") return sendPage(reply, minePage(opened.visit, here));
    if (opened.is === "standing") return sendStanding(opened.visit, here, request.query.asked, reply);
    if (opened.is === "held") {
      const { held, nearest } = opened;
      return sendPage(reply, nearest ? holdOverPage(held, nearest, here) : confirmPage(held, here));
    }
    const { is, was, ...managed } = opened;
    const byOffice = was && { on: was.on, was: whenOf(was, here.reader) };
    return sendPage(reply, managePage({ ...managed, byOffice }, request.query.done ?? null, here));
  });

  app.post("/link/:token/letter", post, async (request, reply) => {
    const here = at(request);
    const isSent = await write(here, async (tx, link, now) => {
      const row = await confirmedByLink(tx, link, now);
      if (!row) throw linkOver();
      return sendOnceMore(tx, link.office, row, now);
    });
    return goOn(reply, `${partOf(here)}?asked=${isSent ? "sent" : "refused"}`);
  });
}

function sendStanding(visit: ConfirmedVisit, at: AtLink, asked: "sent" | "refused" | null, reply: FastifyReply) {
  const frame = { address: ADDRESS.link(at.token), letter: partOf(at, "letter"), mark: at.mark, asked };
  return sendPage(reply, standsPage(visit, { ...frame, why: "link" }, at.reader), asked === "refused" ? 429 : 200);
}

async function open(tx: Read, link: CitizensLink, now: Temporal.Instant) {
  const { office } = link;
  if (link.kind === "address")
    return { is: "address", visit: await ownVisit(tx, office, await visitOfAddress(tx, link, now)) } as const;
  const confirmed = await confirmedByLink(tx, link, now);
  if (confirmed) return { is: "standing", visit: await confirmedVisit(tx, office, confirmed) } as const;
  if (link.kind === "confirm") {
    const form = await formOfLink(tx, link);
    const held = await heldTime(tx, office, form, now);
    return { is: "held", held, nearest: held.until === null ? await nearestTo(tx, office, form, now) : null } as const;
  }
  if ((await visitOfLink(tx, link, now)).status === "cancelled") return { is: "cancelled" } as const;
  const row = await managedVisit(tx, link, now);
  const visit = await ownVisit(tx, office, row);
  const [isOpen, left, was, day] = await Promise.all([
    isOpenToCitizens(tx, office),
    movesLeft(tx, office.id, row.id),
    timeBefore(tx, link, visit),
    onTheDay(tx, office.id, row, now),
  ]);
  return { is: "managed", visit, isOpen, movesLeft: left, day, was, isListed: link.session !== null } as const;
}

/** The time that the office has changed of itself, and when it did; null: nobody has, or the citizen has since. */
async function timeBefore(tx: Read, { office, appointmentId }: CitizensLink, visit: OwnVisit) {
  const { events } = await appointmentHistory(tx, office, appointmentId);
  const last = events.find(({ changes }) => changes.some(({ field }) => field === "date" || field === "time"));
  if (!last || last.by === null) return null;
  const before = (field: string) => last.changes.find((change) => change.field === field)?.from;
  const [date = visit.date, time = visit.time] = [before("date"), before("time")];
  return { on: last.at.slice(0, 10), date: String(date), time: String(time) };
}
