import { type Random, randomOf } from "../../trial/seed/random.ts";
import { CITIZENS } from "../../trial/stand-ins/citizens.ts";
import { aCitizen, type Citizen } from "../citizen.ts";
import { pathBack } from "../taxisnet.ts";
import { DAY, type VisitDesk } from "../visit-desk.ts";
import { beginWallet, comeBack, type WalletWorld } from "../wallet/wallet-world.ts";
import { FIXINGS, type Fixing, type Way } from "./fixings.ts";
import { type Thief, thiefOf } from "./thief.ts";

/**
 * Somebody has been at a browser before, and knows its keys, or has set them. A victim comes, is identified by TAXISnet or a
 * wallet, and books; then the next person sits down there. After each step whoever was there before, or comes next, tries what
 * they can.
 */
export interface TheftFigures {
  readonly victims: number;
  readonly ways: number;
  /** Pages asked for, and buttons pressed, with keys that were fixed */
  readonly tries: number;
  /** What was read of a victim, or done in their name, in words */
  readonly wrong: readonly string[];
}

const PEOPLE = CITIZENS.filter(({ kind }) => kind === "citizen");

/** @param rounds in each of which every person comes once by each way, identified by TAXISnet and by a wallet in turn */
export async function robVictims(wallets: WalletWorld, desk: VisitDesk, rounds: number): Promise<TheftFigures> {
  const random = randomOf("fixed keys");
  const robbed = { victims: 0, tries: 0, wrong: [] as string[] };
  const people = rounds < 1 ? PEOPLE.slice(0, 1) : PEOPLE;
  for (let round = 0; round < Math.max(rounds, 1); round++)
    for (const { name, person, fixing, by } of victimsOf(people, round)) {
      const email = `${person.id}${robbed.victims}@gmail.com`;
      const thief = thiefOf(wallets.world, desk, { name: `${name}, ${by}`, person, email });
      await comesAndBooks({ wallets, desk, random, fixing, person, by, thief });
      robbed.victims += 1;
      robbed.tries += thief.tries();
      robbed.wrong.push(...thief.wrong);
      await emptied(wallets, desk);
    }
  return { ...robbed, ways: Object.keys(FIXINGS).length };
}

const SIGN_INS = ["taxisnet", "wallet"] as const;

const victimsOf = (people: typeof PEOPLE, round: number) =>
  people.flatMap((person, turn) =>
    Object.entries(FIXINGS).map(([name, fixing], index) => {
      const by = SIGN_INS[(round + turn + index) % 2] as Way;
      return { name, person, fixing, by };
    }),
  );

/** For the next victim. */
async function emptied({ world: { owner } }: WalletWorld, { office }: VisitDesk): Promise<void> {
  await owner.query(
    `update appointment set status = case status when 'held' then 'expired' else 'cancelled' end
     where office_id = $1 and (live or status = 'held')`,
    [office.id],
  );
  await owner.query("delete from booking_form where office_id = $1", [office.id]);
}

interface Scene {
  readonly wallets: WalletWorld;
  readonly desk: VisitDesk;
  readonly random: Random;
  readonly fixing: Fixing;
  readonly person: (typeof PEOPLE)[number];
  /** Where the way by which the keys came into those hands leaves it open */
  readonly by: Way;
  readonly thief: Thief;
}

async function comesAndBooks(scene: Scene): Promise<void> {
  const { wallets, desk, random, fixing, person, thief } = scene;
  const browser = aCitizen(wallets.world);
  const left = await fixing({ wallets, desk, browser, thief, time: () => anyTime(random) });
  const { goesOn, by = scene.by } = left;
  const { signsIn = ownSignIn(scene, browser, by) } = left;
  const chooses = () => chooseTime(scene, browser);
  const { email } = thief.victim;
  const identified = {
    "says who comes": () =>
      browser.send("/book/who", { who: "relative", lastName: person.lastName, firstName: "Άννα" }),
    "is identified": () => signsIn(person.id),
    "comes oneself": () => browser.send("/book/who", { who: "self" }),
    confirms: () => browser.confirm({ email }),
  };
  const byLetter = {
    "asks for the letter": () => browser.confirm({ how: "email", email }),
    "has pressed its link": async () => {
      await desk.delivered(0);
      await desk.press(desk.linkTo(email), "confirm", {}, "");
    },
  };
  const steps: Readonly<Record<string, () => Promise<unknown>>> = {
    chooses: async () => goesOn || chooses(),
    ...(by === "letter" ? byLetter : identified),
  };
  for (const [step, take] of Object.entries(steps)) {
    await take();
    await thief.reads(step);
    if (step !== "chooses") await thief.acts(step, browser);
    else if (!goesOn && random.chance(0.5)) {
      // A form in which nothing is theirs yet may be taken from them, and they begin another.
      await thief.acts(step, browser);
      await chooses();
    }
    // What was done to them may have ended it.
    if (thief.wrong.length > 0) return;
  }
  await nextPerson(scene, browser);
}

/** The key is copied while the government's page is open, or the wallet. */
const ownSignIn =
  ({ wallets, thief }: Scene, browser: Citizen, by: Way) =>
  async (person: string): Promise<void> => {
    if (by === "wallet") {
      const link = await beginWallet(browser);
      thief.knows(browser);
      await comeBack(wallets, browser, { link, person });
      return;
    }
    const back = await pathBack(browser, person);
    thief.knows(browser);
    await browser.see(back);
  };

/** Whoever presses a time that is gone has begun nothing. */
async function chooseTime({ desk, random }: Scene, browser: Citizen): Promise<void> {
  while ((await browser.choose(desk.office, DAY, anyTime(random))).status !== 303);
}

async function nextPerson({ random, thief, ...scene }: Scene, browser: Citizen): Promise<void> {
  const hasEnded = random.chance(0.5);
  if (hasEnded) await browser.send("/book/end", {});
  else await chooseTime({ random, thief, ...scene }, browser);
  thief.knows(browser);
  const step = hasEnded ? "has ended" : "is followed by somebody who chooses";
  await thief.reads(step);
  await thief.acts(step, null);
}

const anyTime = ({ whole, pick }: Random): string =>
  `${String(whole(8, 14)).padStart(2, "0")}:${pick(["00", "15", "30", "45"])}`;
