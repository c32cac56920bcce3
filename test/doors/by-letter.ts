import type { Citizen, Page } from "../citizen.ts";
import type { VisitDesk } from "../visit-desk.ts";

/** The way of whoever shows by a letter's link alone who they are. */
export interface LetterWish {
  /** "2026-11-25T09:00" */
  readonly at: string;
  readonly email: string;
  readonly lastName?: string;
  /** The time is held once it is known who asks */
  readonly isLater?: boolean;
  /** "/en": of the pages */
  readonly language?: string;
}

/** From a time to the button that sends the letter: the page that answers it, or the one that went no further. */
export async function askForLetter(
  citizen: Citizen,
  { office }: VisitDesk,
  { at, email, lastName = "Παπαδοπούλου", isLater = false, language = "" }: LetterWish,
): Promise<Page> {
  const wish = { service: "signature", at, ...(isLater && { later: "1" }) };
  const chosen = await citizen.send(`${language}/book/offices/${office.code}/hold`, wish);
  if (chosen.status !== 303) return chosen;
  await citizen.send(`${language}/book/who`, { who: "self", lastName, firstName: "Ελένη" });
  return citizen.confirm({ how: "email", email }, language);
}

export const isSent = ({ headers }: Page): boolean => String(headers.location).endsWith("/book/sent");

/** All of that, and the link pressed: that by which the appointment is managed; null: there is none. */
export async function bookByLetter(citizen: Citizen, desk: VisitDesk, wish: LetterWish): Promise<string | null> {
  if (!isSent(await askForLetter(citizen, desk, wish))) return null;
  await desk.delivered(0);
  const { headers } = await desk.press(desk.linkTo(wish.email.trim()), "confirm", {}, "");
  return /^(.*)\/done$/.exec(String(headers.location))?.[1] ?? null;
}
