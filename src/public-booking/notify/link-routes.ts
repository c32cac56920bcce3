import { z } from "zod";
import type { CitizensLink } from "../../identity/citizens/links.ts";
import type { Read } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import { existingService } from "../choose/weeks.ts";
import { offerOf } from "../earlier/answer-offer.ts";
import { officesNear } from "../earlier/offices-near.ts";
import { type Wish, wishErrors, wishIn } from "../earlier/wish.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, sendPage, setToken } from "../frame/requests.ts";
import { isTimeGone } from "../hold/instead.ts";
import { placeToGo } from "../office-sql.ts";
import { onlineTerms } from "../sql.ts";
import { lastOpenDay } from "../terms.ts";
import { type AtLink, partOf } from "../visit/at-link.ts";
import { type ByLink, sentBy } from "../visit/by-link.ts";
import { endFreeWish } from "./end.ts";
import { daysOfWish, type TypedDays, wishSpan } from "./free-wish.ts";
import { noPlacePage, offeredPlacePage, ownWishPage, toConfirmPage, wishEndedPage } from "./own-pages.ts";
import { changeWish, confirmWish, wishOfLink } from "./stand.ts";
import { refusePlace, takePlace } from "./take.ts";

const NOTES = ["stands", "changed", "kept"] as const;

/** Where the letters of a wish without an appointment lead: confirmed, changed, ended; a place taken or refused. */
export function wishLinkRoutes(
  app: App,
  { db, clock, reader }: PagesDeps,
  { get, post, at, read, write }: ByLink,
): void {
  const schema = { ...get.schema, querystring: z.looseObject({ done: z.enum(NOTES).nullish().catch(null) }) };
  app.get("/link/:token/waiting", { ...get, schema }, async (request, reply) => {
    const here = at(request);
    const own = await ownWish(here);
    const page = { ...own, note: request.query.done ?? null, errors: [] };
    return sendPage(reply, own.isConfirmed ? ownWishPage(page, here) : toConfirmPage(page, here));
  });

  app.post("/link/:token/waiting/confirm", post, async (request, reply) => {
    const here = at(request);
    const other = await write(here, confirmWish);
    return goOn(
      reply,
      other === null
        ? `${partOf(here, "waiting")}?done=stands`
        : `${reader.path(ADDRESS.link(other, "waiting"))}?done=changed`,
    );
  });

  app.post("/link/:token/waiting", post, async (request, reply) => {
    const here = at(request);
    const sent = sentBy(request);
    const own = await ownWish(here);
    const wish = wishIn(sent, own.choices);
    const days = { first: sent.first ?? "", last: sent.last ?? "" };
    const dates = daysOfWish(days, own.span, wish.weekdays);
    const errors = [...wishErrors(wish, own.choices[0]?.code ?? ""), ...("errors" in dates ? dates.errors : [])];
    if (errors.length > 0 || "errors" in dates)
      return sendPage(reply, ownWishPage({ ...own, wish, days, errors, note: null }, here), 422);
    await write(here, async (tx, link) =>
      changeWish(tx, link.office.id, (await wishOfLink(tx, link)).id, { ...wish, ...dates }),
    );
    return goOn(reply, `${partOf(here, "waiting")}?done=changed`);
  });

  app.post("/link/:token/waiting/end", post, async (request, reply) => {
    await write(at(request), async (tx, link, now) =>
      endFreeWish(tx, link.office.id, (await wishOfLink(tx, link)).id, now),
    );
    return sendPage(reply, wishEndedPage(reader));
  });

  app.get("/link/:token/waiting/offer", get, async (request, reply) => {
    const here = at(request);
    const offered = await read(here, placeOnOffer);
    return sendPage(reply, offered ? offeredPlacePage(offered, here) : noPlacePage(here));
  });

  app.post("/link/:token/waiting/offer", post, async (request, reply) => {
    const here = at(request);
    const { hold = "" } = sentBy(request);
    const token = await write(here, (tx, link, now) => takePlace(tx, link, hold, now)).catch(nullIfGone);
    if (token === null) return sendPage(reply, noPlacePage(here), 409);
    return goOn(setToken(reply, token), reader.path(ADDRESS.who));
  });

  app.post("/link/:token/waiting/refuse", post, async (request, reply) => {
    const here = at(request);
    await write(here, (tx, link, now) => refusePlace(tx, link, sentBy(request).hold ?? "", now));
    return goOn(reply, `${partOf(here, "waiting")}?done=kept`);
  });

  /** As it is stored, with the offices among which it chooses. */
  async function ownWish(here: AtLink) {
    const now = clock();
    const { office, wish, service, terms, isOffered } = await read(here, async (tx, link) => {
      const stored = await wishOfLink(tx, link);
      const [named, offered, given] = await Promise.all([
        existingService(tx, stored.service),
        offerOf(tx, link, now),
        onlineTerms(tx, link.office.id),
      ]);
      return { office: link.office, wish: stored, service: named, terms: given, isOffered: offered !== null };
    });
    const choices = await officesNear(db, office, wish.service, now);
    const days: TypedDays = { first: wish.first.toString(), last: wish.last.toString() };
    const { isConfirmed } = wish;
    const span = wishSpan(now, lastOpenDay(terms, now));
    const { offerMinutes } = terms;
    return { wish: wish as Wish, days, choices, service, isConfirmed, isOffered, offerMinutes, span };
  }
}

/** Null: none waits for an answer. */
async function placeOnOffer(tx: Read, link: CitizensLink, now: Temporal.Instant) {
  const wish = await wishOfLink(tx, link);
  const offer = await offerOf(tx, link, now);
  if (!offer) return null;
  const [place, service] = await Promise.all([placeToGo(tx, offer.office), existingService(tx, wish.service)]);
  return { offer, place, service };
}

function nullIfGone(error: unknown): null {
  if (isTimeGone(error)) return null;
  throw error;
}
