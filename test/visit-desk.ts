import { planConfirmLink } from "../src/outbox/plan-link.ts";
import { clockTextOf, dateTextOf } from "../src/platform/time.ts";
import { aCitizen, type Citizen, type Page } from "./citizen.ts";
import { aMailDesk, type MailDesk, type MailServer } from "./mail-desk.ts";
import { openToCitizens } from "./public-booking.ts";
import type { OfficeWish, World } from "./world.ts";

/** An office that is open to citizens, who get letters with links from it. */
export interface VisitDesk extends MailDesk {
  readonly citizen: Citizen;
  /** Of whoever books, unless another one is given: nobody books twice too often */
  readonly email: string;
  /** A time is held and its confirmation asked for; the link of the letter */
  asked(time?: string, email?: string): Promise<string>;
  /** All of that and confirmed; the link by which it is managed */
  bookedOnline(time?: string, email?: string): Promise<string>;
  /** Sends the form of a page below a link, with what its page had besides */
  press(link: string, part: string, fields?: Readonly<Record<string, string>>, on?: string): Promise<Page>;
  /** In the last letter to an address */
  linkTo(email: string): string;
}

export const SITE = "https://visits.example";
export const DAY = "2026-11-25";

export async function aVisitDesk(world: World, server?: MailServer, wish?: Partial<OfficeWish>): Promise<VisitDesk> {
  await openToCitizens(world.owner);
  const desk = await aMailDesk(world, server, wish);
  const { office } = desk;
  await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
  const citizen = aCitizen(world);
  const own = `eleni${office.code}@gmail.com`;
  const linkTo = (email: string): string => {
    const text = desk.smtp.messages(email).at(-1)?.text ?? "";
    return new RegExp(`${SITE}((/en)?/link/[\\w-]{43})`).exec(text)?.[1] ?? "no link";
  };
  const asked: VisitDesk["asked"] = async (time = "09:00", email = own) => {
    await aCitizen(world).choose(office, DAY, time);
    await askFor(world, office.id, time, email);
    await desk.delivered(0);
    return linkTo(email);
  };
  const press: VisitDesk["press"] = async (link, part, fields = {}, on = part) => {
    const { html } = await citizen.see(on === "" ? link : `${link}/${on}`);
    const hidden = [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(
      ([, name = "", value = ""]) => [name, value],
    );
    return citizen.send(`${link}/${part}`, { ...Object.fromEntries(hidden), ...fields });
  };
  const bookedOnline: VisitDesk["bookedOnline"] = async (time, email) => {
    const link = await asked(time, email);
    const { headers } = await press(link, "confirm", {}, "");
    return String(headers.location).replace(/\/done$/, "");
  };
  return { ...desk, citizen, email: own, asked, press, linkTo, bookedOnline };
}

/** As the page does that asks for an e-mail. */
async function askFor(world: World, office: number, time: string, email: string): Promise<void> {
  const typed = { who: "self", lastName: "Παπαδοπούλου", firstName: "Ελένη", how: "email", email };
  const { rows } = await world.owner.query(
    `update booking_form set typed = $3, link_asked_at = $4 where office_id = $1 and starts_at = $2 and confirmed_at is null
     returning appointment_id as appointment, starts_at::text as at`,
    [office, `${DAY} ${time} Europe/Athens`, JSON.stringify(typed), world.now.toString()],
  );
  const { appointment, at } = rows[0];
  const starts = Temporal.Instant.from(
    String(at)
      .replace(" ", "T")
      .replace(/([+-]\d\d)$/, "$1:00"),
  );
  const place = { date: dateTextOf(starts), time: clockTextOf(starts), queue: 1 };
  await world.database.db.write({ office }, (tx) =>
    planConfirmLink(tx, office, { appointment, email, place }, world.now),
  );
}
