import { visitText } from "../../appointments/field/visit-services.ts";
import { movesLeft, requireMoveLeft } from "../../appointments/online/moves-left.ts";
import type { CitizensLink } from "../../identity/citizens/links.ts";
import type { Read, Tx } from "../../platform/database/sql.ts";
import type { App } from "../../platform/http/server.ts";
import { Refusal } from "../../platform/refusal.ts";
import { ADDRESS } from "../frame/address.ts";
import type { PagesDeps } from "../frame/deps.ts";
import { goOn, sendPage } from "../frame/requests.ts";
import { isTimeGone } from "../hold/instead.ts";
import { placeToGo } from "../office-sql.ts";
import { termsIfOpen } from "../opened-office.ts";
import { type AtLink, partOf } from "../visit/at-link.ts";
import { type ByLink, seenVersion, sentBy } from "../visit/by-link.ts";
import { managedVisit } from "../visit/opened.ts";
import { ownVisit } from "../visit/shown.ts";
import { acceptOffer, offerOf, refuseOffer } from "./answer-offer.ts";
import { deleteWish, openOffer, wishOfVisit, writeWish } from "./earlier-sql.ts";
import { noOfferPage, offerPage } from "./offer-page.ts";
import { type NearOffice, officesNear } from "./offices-near.ts";
import { ANY_TIME, type Wish, wishErrors, wishIn } from "./wish.ts";
import { wishPage } from "./wish-page.ts";

/** An earlier place than the one that they have: wished for, offered, taken or not. */
export function earlierRoutes(
  app: App,
  { db, clock, reader }: PagesDeps,
  { get, post, at, read, write }: ByLink,
): void {
  app.get("/link/:token/wish", get, async (request, reply) => {
    const here = at(request);
    return sendPage(reply, await pageOfWish(here, await choicesOf(here), null));
  });

  app.post("/link/:token/wish", post, async (request, reply) => {
    const here = at(request);
    const choices = await choicesOf(here);
    const wish = wishIn(sentBy(request), choices);
    if (faultsIn(wish, choices).length > 0) return sendPage(reply, await pageOfWish(here, choices, wish), 422);
    await write(here, (tx, link, now) => keepWish(tx, link, wish, now));
    return goOn(reply, `${partOf(here)}?done=wish`);
  });

  app.post("/link/:token/wish/end", post, async (request, reply) => {
    const here = at(request);
    await write(here, endWish);
    return goOn(reply, `${partOf(here)}?done=unwish`);
  });

  app.get("/link/:token/offer", get, async (request, reply) => {
    const here = at(request);
    const { visit, offer, isInLine } = await read(here, shownOffer);
    return sendPage(reply, offer ? offerPage(visit, offer, here) : noOfferPage(visit, isInLine, here));
  });

  app.post("/link/:token/offer", post, async (request, reply) => {
    const here = at(request);
    const sent = sentBy(request);
    const answer = { version: seenVersion(sent), hold: sent.hold ?? "", at: sent.at ?? "" };
    const link = await write(here, (tx, link, now) => acceptOffer(tx, link, answer, now)).then(
      (token) => (token === null ? partOf(here) : reader.path(ADDRESS.link(token))),
      nullIfGone,
    );
    return goOn(reply, link === null ? partOf(here, "offer") : `${link}?done=earlier`);
  });

  app.post("/link/:token/offer/refuse", post, async (request, reply) => {
    const here = at(request);
    await write(here, (tx, link, now) => refuseOffer(tx, link, sentBy(request).hold ?? "", now));
    return goOn(reply, `${partOf(here)}?done=kept`);
  });

  const choicesOf = async (here: AtLink): Promise<readonly NearOffice[]> => {
    const { office, service } = await read(here, async (tx, link, now) => ({
      office: link.office,
      service: visitText(await wishfulVisit(tx, link, now)),
    }));
    return officesNear(db, office, service, clock());
  };

  /** @param typed as it was sent, with what is wrong with it; null: as it is kept */
  const pageOfWish = (here: AtLink, choices: readonly NearOffice[], typed: Wish | null) =>
    read(here, async (tx, link, now) => {
      const row = await wishfulVisit(tx, link, now);
      const terms = await termsIfOpen(tx, link.office);
      const kept = await wishOfVisit(tx, link.office.id, row.id);
      const visit = await ownVisit(tx, link.office, row);
      const wish = typed ?? kept ?? { ...ANY_TIME, offices: [link.office.id] };
      const errors = typed ? faultsIn(typed, choices) : [];
      const { offerMinutes } = terms;
      return wishPage({ visit, wish, choices, isMade: kept !== null, offerMinutes, errors }, here);
    });
}

const faultsIn = (wish: Wish, choices: readonly NearOffice[]) => wishErrors(wish, choices[0]?.code ?? "");

/** The visit, and what is offered for it, with the office whose place it is where that is another one. */
async function shownOffer(tx: Read, link: CitizensLink, now: Temporal.Instant) {
  const { office, appointmentId } = link;
  const visit = await ownVisit(tx, office, await managedVisit(tx, link, now));
  const held = await offerOf(tx, link, now);
  const place = held && held.office !== office.id ? await placeToGo(tx, held.office) : null;
  const isInLine = (await wishOfVisit(tx, office.id, appointmentId)) !== null;
  if (held) await requireMoveLeft(tx, office.id, appointmentId);
  const isLast = (await movesLeft(tx, office.id, appointmentId)) === 1;
  return { visit, offer: held && { ...held, place, isLast }, isInLine };
}

/** @throws Refusal 404 also where nothing can be written to; 409 `moves-used-up` */
async function wishfulVisit(tx: Read, link: CitizensLink, now: Temporal.Instant) {
  const row = await managedVisit(tx, link, now);
  if (row.email === null) throw new Refusal(404, "link-over");
  await requireMoveLeft(tx, link.office.id, row.id);
  return row;
}

async function keepWish(tx: Tx, link: CitizensLink, wish: Wish, now: Temporal.Instant): Promise<void> {
  const { id } = await wishfulVisit(tx, link, now);
  await termsIfOpen(tx, link.office);
  await writeWish(tx, link.office.id, id, { ...wish, now });
}

/** They are asked no more; what is held for them goes to the next one. */
async function endWish(tx: Tx, link: CitizensLink, now: Temporal.Instant): Promise<void> {
  const { id } = await managedVisit(tx, link, now);
  const offer = await openOffer(tx, link.office.id, id);
  if (offer) await refuseOffer(tx, link, offer.hold, now);
  await deleteWish(tx, link.office.id, id);
}

/** The page of the offer says so. */
function nullIfGone(error: unknown): null {
  if (isTimeGone(error)) return null;
  throw error;
}
