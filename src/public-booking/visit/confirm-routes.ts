import type { App } from "../../platform/http/server.ts";
import { markField } from "../choose/time-form.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { rows } from "../frame/parts.ts";
import { goOn, sendPage } from "../frame/requests.ts";
import { sharedDevice } from "../frame/shared-device.ts";
import { isTimeGone } from "../hold/instead.ts";
import { partOf } from "./at-link.ts";
import { type ByLink, pressedTime, sentBy } from "./by-link.ts";
import { chooseAgain, confirmByLink, disown } from "./confirming.ts";
import { donePage } from "./done-page.ts";
import { onTheDay, ownPlaceLink, ownPlaceOnTheDay } from "./line/on-the-day.ts";
import { managedVisit } from "./opened.ts";
import { ownVisit } from "./shown.ts";
import { deletedPage } from "./small-pages.ts";

/** From the letter that asks for confirmation to the slip. */
export function confirmRoutes(
  app: App,
  { clock, reader, tally, networks }: PagesDeps,
  { get, post, at, read, write }: ByLink,
): void {
  app.post("/link/:token/confirm", post, async (request, reply) => {
    const here = at(request);
    const done = await write(here, (tx, link, now) =>
      tally.watching(link.office.id, () => confirmByLink(tx, link, now)),
    ).catch(nullIfOver);
    if (done?.booked) networks.note(request.ip, "booked", done.booked);
    const token = done?.token ?? null;
    return goOn(reply, token === null ? partOf(here) : reader.path(ADDRESS.link(token, "done")));
  });

  app.post("/link/:token/again", post, async (request, reply) => {
    const here = at(request);
    await write(here, (tx, link, now) => chooseAgain(tx, link, pressedTime(sentBy(request)), now));
    return goOn(reply, partOf(here));
  });

  app.post("/link/:token/not-mine", post, async (request, reply) => {
    const here = at(request);
    await write(here, disown);
    return goOn(reply, partOf(here, "deleted"));
  });

  app.get("/link/:token/deleted", get, async (request, reply) => sendPage(reply, deletedPage(at(request))));

  app.get("/link/:token/done", get, async (request, reply) => {
    const here = at(request);
    const { visit, day } = await read(here, async (tx, link, now) => {
      const row = await managedVisit(tx, link, now);
      const { office } = link;
      return { visit: await ownVisit(tx, office, row), day: await onTheDay(tx, office.id, row, now) };
    });
    const place = ownPlaceOnTheDay(day, ownPlaceLink(here.token, reader), reader);
    const acts = rows([
      { address: partOf(here, "days"), label: reader.t("visit.move") },
      { address: partOf(here, "cancel"), label: reader.t("visit.cancel") },
      { address: partOf(here), label: reader.t("visit.other-acts") },
    ]);
    const end = { address: partOf(here, "end"), mark: markField(here.mark), is: "done" } as const;
    const [address, calendar] = [ADDRESS.link(here.token, "done"), partOf(here, "calendar.ics")];
    const done = { address, calendar, place, acts, shared: sharedDevice(end, reader), mine: null };
    return sendPage(reply, donePage(visit, done, clock(), reader));
  });
}

/** The ten minutes have passed, or somebody has the time: the link's page says so, and offers it again, or others. */
function nullIfOver(error: unknown): null {
  if (isTimeGone(error)) return null;
  throw error;
}
