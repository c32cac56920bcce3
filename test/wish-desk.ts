import { offerAll } from "../src/public-booking/earlier/offer-places.ts";
import { aCitizen, type Citizen, type Page } from "./citizen.ts";
import { setClock } from "./set-clock.ts";
import { aVisitDesk, DAY, type VisitDesk } from "./visit-desk.ts";
import type { TestOffice, World } from "./world.ts";

/** An office at which people without an appointment wish for a place that becomes free, and others give theirs up. */
export interface WishDesk extends VisitDesk {
  emailOf(name: string): string;
  /** Sends the form; a field that is empty is not ticked */
  asks(name: string, fields?: Readonly<Record<string, string>>, office?: TestOffice): Promise<Page>;
  /** Somebody who has confirmed such a wish, a second before the next one; the link of the letter */
  waits(name: string, fields?: Readonly<Record<string, string>>): Promise<string>;
  givenUp(time: string, date?: string): Promise<void>;
  /** Who has an offer by now, and for when: «alpha 09:00» */
  offered(): Promise<string[]>;
  // biome-ignore lint/suspicious/noExplicitAny: rows of the database
  wishes(): Promise<any[]>;
  /** What a page sends by its buttons */
  fieldsOf(page: string, citizen?: Citizen): Promise<Record<string, string>>;
}

const EVERY_DAY = Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [`d${day}`, "1"]));
export const ANY_DAYS = { ...EVERY_DAY, morning: "1", noon: "1", afternoon: "1", notice: "hours" };

export async function aWishDesk(world: World): Promise<WishDesk> {
  const desk = await aVisitDesk(world);
  const { office } = desk;
  // All of these people share one address.
  await world.owner.query("delete from limit_count");
  const emailOf = (name: string) => `${name}${office.code}@gmail.com`;
  const asks: WishDesk["asks"] = (name, fields = {}, { code } = office) => {
    const all = { service: "signature", ...ANY_DAYS, [`o${code}`]: "1", email: emailOf(name), ...fields };
    const sent = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== ""));
    return aCitizen(world).send(`/book/offices/${code}/notify`, sent);
  };
  return {
    ...desk,
    emailOf,
    asks,
    waits: async (name, fields) => {
      const asked = await asks(name, fields);
      if (asked.headers.location !== "/book/notify") throw new Error(`${asked.status} ${asked.text}`);
      await desk.delivered(0);
      const link = desk.linkTo(emailOf(name));
      const { headers } = await desk.press(link, "waiting/confirm", {}, "waiting");
      if (headers.location !== `${link}/waiting?done=stands`) throw new Error(`It leads to ${headers.location}.`);
      await setClock(world, world.now.add({ seconds: 1 }));
      return link;
    },
    givenUp: async (time, date = DAY) => {
      const { id, version } = await desk.booked(time, { date, lastName: "Απών" });
      await desk.act(id, "cancellation", { body: {}, version });
    },
    offered: async () => {
      await offerAll({ db: world.database.db, clock: () => world.now });
      await desk.delivered(0);
      const { rows } = await world.owner.query(
        `select email, to_char(offer.starts_at at time zone 'Europe/Athens', 'HH24:MI') as time
         from earlier_offer as offer join appointment as visit on visit.office_id = offer.office_id and visit.id = appointment_id
         where offer.office_id = $1 and outcome is null order by made_at`,
        [office.id],
      );
      return rows.map(({ email, time }) => `${email?.replace(/\d+@.*/, "")} ${time}`);
    },
    wishes: async () =>
      (await world.owner.query("select * from earlier_wish where office_id = $1 order by made_at", [office.id])).rows,
    fieldsOf: async (page, citizen = desk.citizen) => {
      const { html } = await citizen.see(page);
      return Object.fromEntries(
        [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [
          name,
          value,
        ]),
      );
    },
  };
}
