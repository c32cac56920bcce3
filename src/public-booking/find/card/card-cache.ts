import { createCache } from "../../../platform/cache.ts";
import type { Html } from "../../../platform/text/html.ts";
import { epochMinute } from "../../../platform/time.ts";
import type { PageReader } from "../../frame/reader.ts";
import type { FoundOffice } from "../offices.ts";
import type { Offer, SeenOffice } from "../seen-office.ts";
import { type CardsOf, officeCard } from "./office-card.ts";

/** A card, and what it was made of. */
interface CardEntry {
  readonly card: Html;
  /** Read together with how it serves: another one each time */
  readonly place: SeenOffice["place"];
  /** All else that it says */
  readonly said: string;
}

const cache = createCache<string, CardEntry>({ name: "cards of offices", max: 1_000 });

/** As `officeCard`; made once a minute for all who look at the same, and anew whenever anything that it says is not as it was. */
export function cachedCard(office: FoundOffice, of: CardsOf, reader: PageReader): Html {
  const { place, offer, km } = office;
  const key = `${reader.language} ${place.code} ${of.service?.code}`;
  const said = `${epochMinute(of.now)} ${km} ${of.heading} ${offerText(offer)}`;
  const made = cache.get(key);
  if (made?.place === place && made.said === said) return made.card;
  return cache.set(key, { place, said, card: officeCard(office, of, reader) }).card;
}

function offerText(offer: Offer): string {
  if (offer.is === "free") return `${offer.first.date} ${offer.first.time}`;
  return offer.is === "none" ? `none ${offer.last} ${offer.opens.date} ${offer.opens.time}` : offer.is;
}
