import type { DrawWishAt } from "../src/draws/wishes/change-wish.ts";
import { makeLinks } from "../src/identity/citizens/links.ts";
import { aCitizen, type Citizen, type Page } from "./citizen.ts";
import { type DrawDesk, FIRST } from "./draw-desk.ts";
import type { World } from "./world.ts";

/** Somebody at the page of a wish. */
export interface Wisher extends Citizen {
  /** Signs in with TAXISnet there, as one of the invented people */
  signIn(userid: string): Promise<Page>;
  /** Sends the form with that button pressed */
  press(act: string, fields?: Readonly<Record<string, string>>): Promise<Page>;
  /** All of it at once: the first morning, at the first office */
  wish(fields?: Readonly<Record<string, string>>): Promise<Page>;
}

export function aWisher(world: Pick<World, "app">, desk: DrawDesk, language = ""): Wisher {
  const citizen = aCitizen(world);
  const address = `${language}/draws/${desk.number}/wish`;
  const press: Wisher["press"] = (act, fields = {}) => citizen.send(address, { ...fields, act });
  return {
    ...citizen,
    press,
    signIn: async (userid) => {
      const begun = await press("taxisnet");
      const chosen = await fetch(String(begun.headers.location), {
        method: "POST",
        body: new URLSearchParams({ userid }),
        redirect: "manual",
      });
      const back = new URL(chosen.headers.get("location") ?? "");
      const answer = await citizen.see(back.pathname + back.search);
      return citizen.see(String(answer.headers.location));
    },
    wish: (fields) =>
      press("send", { when: `${FIRST} 0`, offices: desk.offices[0]?.code ?? "", first: "day", ...BY_EMAIL, ...fields }),
  };
}

export const BY_EMAIL = { by: "email", lastName: "Μυρτιώτη", firstName: "Δάφνη", email: "dafni@gmail.com" };

/** As a letter brings it. @returns the address of its page */
export async function linkTo(world: World, at: DrawWishAt, email: string): Promise<string> {
  const [token] = await world.database.db.write({ office: at.office }, (tx) =>
    makeLinks(tx, at.office, [{ appointment: at.visit, kind: "draw", email }], world.now),
  );
  return `/link/${token}/draw`;
}

/** Of the last wish that was written. */
export async function lastWish(desk: DrawDesk): Promise<DrawWishAt & { readonly number: string }> {
  const [row] = await desk.rows("select office, visit, number from draw_wish order by visit desc limit 1");
  return row;
}
