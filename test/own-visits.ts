import { aCitizen, type Citizen, type Page } from "./citizen.ts";
import { openToCitizens } from "./public-booking.ts";
import { setServerClock } from "./server-clock.ts";
import { aTaxisnet, identify, pathBack } from "./taxisnet.ts";
import { aWorld, NOW, type TestOffice, type World } from "./world.ts";

/** «Τα ραντεβού μου»: whoever signs in over the stand-in of the government, and what they press. */

export const LIST = "/book/my-appointments";
export const DAY = "2026-11-25";

export interface OwnVisitsWorld {
  readonly world: World;
  readonly taxisnet: Awaited<ReturnType<typeof aTaxisnet>>;
  anOpenOffice(): Promise<TestOffice>;
  /** The clock of the program, and of the database */
  setTime(now: Temporal.Instant): Promise<void>;
  /** Books as TAXISnet knows them, and gives no e-mail */
  booked(userid: string, at: TestOffice, time: string, who?: Readonly<Record<string, string>>): Promise<Citizen>;
  /** Over the government's page, in a browser of its own unless one is given */
  signedIn(userid: string, citizen?: Citizen): Promise<Citizen>;
  close(): Promise<void>;
}

export async function anOwnVisitsWorld(): Promise<OwnVisitsWorld> {
  const taxisnet = await aTaxisnet();
  const world = await aWorld(taxisnet.settings);
  await openToCitizens(world.owner);
  const setTime = async (now: Temporal.Instant) => {
    world.now = now;
    await setServerClock(world.owner, now);
  };
  await setTime(NOW);
  return {
    world,
    taxisnet,
    setTime,
    anOpenOffice: async () => {
      const office = await world.anOffice({ queues: 2 });
      await world.owner.query("update queue set is_public = true where office_id = $1", [office.id]);
      await world.owner.query("update office set online_limit = 10, online_counter_percent = 0 where id = $1", [
        office.id,
      ]);
      return office;
    },
    booked: async (userid, at, time, who = { who: "self" }) => {
      const citizen = aCitizen(world);
      went(await citizen.choose(at, DAY, time));
      went(await citizen.send("/book/who", { who: "self", lastName: "Χρ", firstName: "Χρ" }));
      went(await identify(citizen, userid));
      went(await citizen.send("/book/who", who));
      went(await citizen.confirm({}));
      return citizen;
    },
    signedIn: async (userid, citizen = aCitizen(world)) => {
      went(await citizen.see(await pathBack(citizen, userid, "", LIST)));
      return citizen;
    },
    close: async () => {
      await world.close();
      await taxisnet.stop();
    },
  };
}

/** A page that leads on; another one has refused. */
function went(page: Page): Page {
  if (page.status !== 303) throw new Error(`${page.status} ${page.text}`);
  return page;
}

/** What the buttons of the cards send, in their order. */
export const pressable = ({ html }: Page, to: "" | "days" | "cancel"): string[] =>
  [...html.matchAll(/name="visit" value="([^"]*)"/g)]
    .map(([, value = ""]) => value)
    .filter((value) => value.split(" ")[2] === to);

/** Presses a button of the first card. @returns where it leads */
export async function open(citizen: Citizen, to: "" | "days" | "cancel" = ""): Promise<string> {
  const [visit = ""] = pressable(await citizen.see(LIST), to);
  return String(went(await citizen.send(`${LIST}/open`, { visit })).headers.location);
}

/** What the forms of a page send along unseen. */
export const hiddenIn = ({ html }: Page): Readonly<Record<string, string>> =>
  Object.fromEntries(
    [...html.matchAll(/type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name = "", value = ""]) => [name, value]),
  );

/** Sends the form of a page, with what the page had besides. */
export const press = async (
  citizen: Citizen,
  page: string,
  fields: Readonly<Record<string, string>> = {},
  to = page,
): Promise<Page> => citizen.send(to, { ...hiddenIn(await citizen.see(page)), ...fields });
