import { offerAll } from "../../src/public-booking/earlier/offer-places.ts";
import { wish } from "../booking-desk.ts";
import type { Page } from "../citizen.ts";
import { setClock } from "../set-clock.ts";
import type { VisitDesk } from "../visit-desk.ts";
import { went } from "./citizen.ts";
import { type Act, DAY, ok, type Stage } from "./stage.ts";

/** Earlier times: wished for, offered by the program, taken or not. */

const EVERY_DAY = Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [`d${day}`, "1"]));
const ANY_TIME = { ...EVERY_DAY, morning: "1", noon: "1", afternoon: "1", notice: "hours" };
const only = ["email"] as const;

const wishes = async (stage: Stage, link: string, { office }: VisitDesk = stage): Promise<Page> =>
  went(await stage.press(link, "wish", { ...ANY_TIME, [`o${office.code}`]: "1" }));

/** An appointment at two o'clock, whose citizen would come earlier; at nine somebody gives a place up. */
async function wished(stage: Stage, there: VisitDesk = stage): Promise<string> {
  await stage.visit({ time: "14:00" });
  const link = stage.linkTo(stage.email);
  await wishes(stage, link, there);
  await setClock(stage.world, stage.world.now.add({ seconds: 1 }));
  const { id, version } = (await there.book(wish("09:00", { date: DAY, lastName: "Απών" }))).body;
  ok(await there.act(id, "cancellation", { body: {}, version }));
  return link;
}

const offer = (stage: Stage): Promise<void> => offerAll({ db: stage.deps.db, clock: stage.deps.clock });

/** Both offices are next to each other, and far from all others. */
async function neighbour(stage: Stage): Promise<VisitDesk> {
  const there = await stage.nearby();
  await stage.world.owner.query(
    `update office set latitude = case when id in ($1, $2) then 38 end, longitude = case when id in ($1, $2) then 23.7 end,
       settings_version = settings_version + 1`,
    [stage.office.id, there.office.id],
  );
  return there;
}

const answered =
  (part: "offer" | "offer/refuse", isElsewhere = false): Act["scene"] =>
  async (stage) => {
    await wished(stage, isElsewhere ? await neighbour(stage) : stage);
    await offer(stage);
    await stage.delivered(0);
    const link = stage.linkTo(stage.email);
    return async () => went(await stage.press(link, part, {}, "offer"));
  };

const OFFERING = "src/public-booking/earlier/offer-places.ts";

export const EARLIER: readonly Act[] = [
  {
    who: "citizen",
    act: "wishes for an earlier time",
    only,
    scene: async (stage) => {
      await stage.visit();
      return () => wishes(stage, stage.linkTo(stage.email));
    },
  },
  {
    who: "citizen",
    act: "wishes for an earlier time no more",
    only,
    scene: async (stage) => {
      const link = await wished(stage);
      return async () => went(await stage.press(link, "wish/end", {}, "wish"));
    },
  },
  {
    who: "program",
    act: "offers an earlier time",
    by: OFFERING,
    only,
    scene: async (stage) => {
      await wished(stage);
      return () => offer(stage);
    },
  },
  {
    who: "program",
    act: "offers an earlier time at another office",
    by: OFFERING,
    only,
    scene: async (stage) => {
      await wished(stage, await neighbour(stage));
      return () => offer(stage);
    },
  },
  { who: "citizen", act: "takes the earlier time", only, scene: answered("offer") },
  { who: "citizen", act: "takes the earlier time at another office", only, scene: answered("offer", true) },
  { who: "citizen", act: "refuses the earlier time", only, scene: answered("offer/refuse") },
];
