import { offerAll } from "../../src/public-booking/earlier/offer-places.ts";
import { releaseAll } from "../../src/public-booking/hold/start-releasing.ts";
import { setClock } from "../set-clock.ts";
import type { VisitDesk } from "../visit-desk.ts";
import type { WalletWorld } from "../wallet/wallet-world.ts";
import { aBomber, VICTIM, WAYS } from "./bombers-ways.ts";

export interface BombingFigures {
  readonly hours: number;
  /** Of each way, how often a button was pressed that might send a letter to the victim */
  readonly pressed: Readonly<Record<string, number>>;
  /** That the victim received, in all, in the worst hour and in the worst day */
  readonly letters: number;
  readonly mostInHour: number;
  readonly mostInDay: number;
  /** By their subjects' beginnings */
  readonly kinds: Readonly<Record<string, number>>;
}

interface Bombing {
  readonly hours: number;
  /** Between two rounds of all ways */
  readonly everyMinutes: number;
}

/** Somebody fills a victim's mailbox, by every way that makes a letter, for as long as it takes. */
export async function bombMailbox(
  wallets: WalletWorld,
  desk: VisitDesk,
  { hours, everyMinutes }: Bombing,
): Promise<BombingFigures> {
  const { world } = wallets;
  const bomber = await aBomber(wallets, desk);
  const pressed = Object.fromEntries(Object.keys(WAYS).map((name) => [name, 0]));
  const arrived: { readonly at: Temporal.Instant; readonly subject: string }[] = [];
  let seen = 0;
  for (let minute = 0; minute < hours * 60; minute += everyMinutes) {
    // In another order each time: whichever is first has what is left of the victim's hour.
    const ways = Object.entries(WAYS).map((each) => ({ each, at: bomber.random.share() }));
    for (const { each } of ways.sort((a, b) => a.at - b.at)) {
      const [name, way] = each;
      pressed[name] = (pressed[name] ?? 0) + (await way(bomber));
      await desk.delivered(0);
    }
    const deps = { db: world.database.db, clock: () => world.now };
    await offerAll(deps);
    await desk.planByClock();
    await releaseAll(deps);
    await setClock(world, world.now.add({ minutes: everyMinutes }));
    await desk.delivered(0);
    const fresh = desk.smtp.messages().filter(({ id }) => id > seen);
    seen = fresh.at(-1)?.id ?? seen;
    arrived.push(...fresh.filter(({ to }) => to.some((address) => VICTIM.test(address))));
  }
  const kinds: Record<string, number> = {};
  for (const { subject } of arrived) {
    const kind = subject.split(/[:،]/)[0] ?? "";
    kinds[kind] = (kinds[kind] ?? 0) + 1;
  }
  const moments = arrived.map(({ at }) => at);
  return { hours, pressed, letters: moments.length, mostInHour: most(moments, 1), mostInDay: most(moments, 24), kinds };
}

/** In any so many hours */
const most = (moments: readonly Temporal.Instant[], hours: number): number =>
  Math.max(
    0,
    ...moments.map((first) => {
      const end = first.add({ hours });
      const { compare } = Temporal.Instant;
      return moments.filter((each) => compare(each, first) >= 0 && compare(each, end) < 0).length;
    }),
  );
