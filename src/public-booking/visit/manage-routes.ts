import { appointmentHistory } from "../../appointments/history/history.ts";
import { onlookersOf } from "../../audit/trail/about.ts";
import type { CitizensLink } from "../../identity/citizens/links.ts";
import { visitCalendar } from "../../mail/letter/visit-calendar.ts";
import type { Read } from "../../platform/database/sql.ts";
import { baseOf } from "../../platform/http/base.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, sendPage } from "../frame/requests.ts";
import { placeOfCode } from "../office-sql.ts";
import { partOf } from "./at-link.ts";
import { type ByLink, seenVersion, sentBy } from "./by-link.ts";
import { cancelledPage, cancelPage, transferredPage } from "./cancel-page.ts";
import { askForAddress, cancelByLink, useAddress } from "./managing.ts";
import { managedVisit, visitOfLink } from "./opened.ts";
import { seenPage } from "./seen-page.ts";
import { ownVisit } from "./shown.ts";
import { addressPage, comingPage } from "./small-pages.ts";

/** What a citizen does about an appointment, besides moving it. */
export function manageRoutes(app: App, { config, reader, networks }: PagesDeps, by: ByLink): void {
  const { get, post, at, read, write } = by;

  app.get("/link/:token/cancel", get, async (request, reply) => {
    const here = at(request);
    return sendPage(reply, cancelPage(await read(here, shown), here));
  });

  app.post("/link/:token/cancel", post, async (request, reply) => {
    const here = at(request);
    const version = seenVersion(sentBy(request));
    const cancelled = await write(here, (tx, link, now) => cancelByLink(tx, link, { version, now }));
    if (cancelled) networks.note(request.ip, "cancelled", cancelled);
    return goOn(reply, partOf(here, "cancelled"));
  });

  app.get("/link/:token/cancelled", get, async (request, reply) => {
    const here = at(request);
    const cancelled = await read(here, cancelledVisit);
    if (!cancelled) return goOn(reply, partOf(here));
    const { visit, to, ...how } = cancelled;
    return sendPage(reply, to ? transferredPage(visit, to, how, here) : cancelledPage(visit, how, here));
  });

  app.get("/link/:token/address", get, async (request, reply) => {
    const here = at(request);
    return sendPage(reply, addressPage(await read(here, shown), { value: "", errors: [] }, here));
  });

  app.post("/link/:token/address", post, async (request, reply) => {
    const here = at(request);
    const { email = "" } = sentBy(request);
    const result = await write(here, (tx, link, now) => askForAddress(tx, link, email, now)).catch(faultsOf);
    if (!result) return goOn(reply, `${partOf(here)}?done=address-sent`);
    return sendPage(reply, addressPage(await read(here, shown), { value: email, errors: result.errors }, here), 422);
  });

  app.post("/link/:token/mine", post, async (request, reply) => {
    const token = await write(at(request), useAddress);
    return goOn(reply, `${reader.path(ADDRESS.link(token))}?done=address`);
  });

  app.get("/link/:token/coming", get, async (request, reply) => {
    const here = at(request);
    return sendPage(reply, comingPage(await read(here, shown), here));
  });

  app.post("/link/:token/coming", post, async (request, reply) => {
    const here = at(request);
    await read(here, shown);
    return goOn(reply, `${partOf(here)}?done=coming`);
  });

  app.get("/link/:token/seen", get, async (request, reply) => {
    const here = at(request);
    const [visit, entries] = await read(here, async (tx, link, now) => [
      await shown(tx, link, now),
      await onlookersOf(tx, link.office.id, link.appointmentId),
    ]);
    return sendPage(reply, seenPage(visit, entries, here));
  });

  app.get("/link/:token/calendar.ics", get, async (request, reply) => {
    const text = await read(at(request), async (tx, link, now) => {
      const { id } = await managedVisit(tx, link, now);
      return visitCalendar(tx, link.office.id, id, {
        from: config.MAIL_FROM,
        at: now,
        site: baseOf(request, config.PUBLIC_BASE_URL),
      });
    });
    reply.header("content-disposition", 'attachment; filename="appointment.ics"');
    return reply.type("text/calendar; charset=utf-8").send(text);
  });
}

const shown = async (tx: Read, link: CitizensLink, now: Temporal.Instant) =>
  ownVisit(tx, link.office, await managedVisit(tx, link, now));

/** Null: it stands. */
async function cancelledVisit(tx: Read, link: CitizensLink, now: Temporal.Instant) {
  const row = await visitOfLink(tx, link, now);
  if (row.status !== "cancelled") return null;
  const { events } = await appointmentHistory(tx, link.office, row.id);
  const visit = await ownVisit(tx, link.office, row);
  const to = row.transferred_to === null ? null : await placeOfCode(tx, row.transferred_to);
  const act = to ? events.find(({ kind }) => kind === "transferred") : events[0];
  const by = act?.by === null ? ("citizen" as const) : ("office" as const);
  return { visit, to, by, isListed: link.session !== null };
}

/** What is wrong with what was typed. */
function faultsOf(error: unknown) {
  if (error instanceof Refusal && error.status === 422) return { errors: error.details.errors ?? [] };
  throw error;
}
