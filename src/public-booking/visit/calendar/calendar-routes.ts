import { createHash } from "node:crypto";
import type { FastifyReply, FastifyRequest } from "fastify";
import { type CitizensLink, endCalendars, isFollowed, makeLinks } from "../../../identity/citizens/links.ts";
import { followedVisit } from "../../../mail/letter/visit-calendar.ts";
import type { Tx } from "../../../platform/database/sql.ts";
import { baseOf } from "../../../platform/http/base.ts";
import { limitTries } from "../../../platform/http/limits/shared-limits.ts";
import { hasUnchanged } from "../../../platform/http/negotiation.ts";
import type { App } from "../../../platform/http/server.ts";
import { Refusal } from "../../../platform/refusal.ts";
import { hashOfToken } from "../../../platform/token.ts";
import { ADDRESS } from "../../frame/address.ts";
import type { PagesDeps } from "../../frame/deps.ts";
import { goOn, sendPage } from "../../frame/requests.ts";
import { partOf } from "../at-link.ts";
import type { ByLink } from "../by-link.ts";
import { managedVisit, visitOfCalendar } from "../opened.ts";
import { calendarAddressPage, calendarPage } from "./calendar-pages.ts";

/** A calendar looks every hour; whoever keeps it may ask for many at once, each by a key of its own. */
const MOST_OF_A_KEY = 60;
const MINUTES = 60;
/** Nobody hands an appointment on as often as that while it is looked for. */
const MOST_LOOKS = 10;

/** A calendar follows an appointment: by an address of its own, which shows when and where, and changes nothing. */
export function calendarRoutes(
  app: App,
  { db, clock, config, reader }: PagesDeps,
  { get, post, at, read, write }: ByLink,
): void {
  const limit = limitTries(
    { db, clock },
    {
      name: "looks of calendars",
      max: MOST_OF_A_KEY,
      minutes: MINUTES,
      // Kept nowhere but with whoever was given it
      of: ({ params }) => hashOfToken((params as { readonly token: string }).token)?.toString("hex") ?? "",
    },
  );

  app.get("/link/:token/calendar", get, async (request, reply) => {
    const here = at(request);
    const is = await read(here, async (tx, link, now) => {
      const { id } = await managedVisit(tx, link, now);
      return isFollowed(tx, link.office.id, id);
    });
    return sendPage(reply, calendarPage({ isFollowed: is }, here));
  });

  app.post("/link/:token/calendar", post, async (request, reply) => {
    const token = await write(at(request), makeKey);
    return goOn(reply, reader.path(ADDRESS.calendar(token)));
  });

  app.post("/link/:token/calendar/end", post, async (request, reply) => {
    const here = at(request);
    await write(here, async (tx, link, now) => {
      const { id } = await managedVisit(tx, link, now);
      await endCalendars(tx, link.office.id, id);
    });
    return goOn(reply, `${partOf(here)}?done=unfollowed`);
  });

  app.get("/calendar/:token", get, async (request, reply) => {
    const here = at(request);
    await read(here, visitOfCalendar);
    return sendPage(reply, calendarAddressPage(here.token, baseOf(request, config.PUBLIC_BASE_URL), reader));
  });

  app.get("/calendar/:token/visit.ics", get, async (request, reply) => {
    const envelope = { from: config.MAIL_FROM, site: baseOf(request, config.PUBLIC_BASE_URL) };
    const look = () =>
      read(at(request), async (tx, link, now) => {
        const { id, transferred_to } = await visitOfCalendar(tx, link, now);
        return { isGone: transferred_to !== null, text: await followedVisit(tx, link.office.id, id, envelope) };
      });
    let seen = await look();
    await limit(request);
    // It went to another office while it was looked for: the key is there by now.
    for (let looks = 1; seen.isGone; looks++) {
      if (looks === MOST_LOOKS) throw new Refusal(503, "unavailable");
      seen = await look();
    }
    return sendCalendar(request, reply, seen.text);
  });
}

/** One at a time: a new one ends the one before. @returns its token, which is stored nowhere */
async function makeKey(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<string> {
  const { office } = link;
  const { id, email } = await managedVisit(tx, link, now);
  await endCalendars(tx, office.id, id);
  const [token] = await makeLinks(tx, office.id, [{ appointment: id, kind: "calendar", email }], now);
  return token as string;
}

/** Without a body where it is as it was. */
function sendCalendar(request: FastifyRequest, reply: FastifyReply, text: string): FastifyReply {
  const tag = `W/"${createHash("sha256").update(text).digest("base64url")}"`;
  reply.header("etag", tag).header("cache-control", "private, no-cache");
  reply.header("referrer-policy", "no-referrer").header("x-robots-tag", "noindex");
  if (hasUnchanged(request, tag)) return reply.code(304).send();
  return reply.type("text/calendar; charset=utf-8").send(text);
}
