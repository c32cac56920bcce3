import { offerAll } from "../../src/public-booking/earlier/offer-places.ts";
import { wish } from "../booking-desk.ts";
import { aCitizen } from "../citizen.ts";
import { setClock } from "../set-clock.ts";
import { went } from "./citizen.ts";
import { type Act, DAY, ok, type Stage } from "./stage.ts";

/** Times for whoever has no appointment: wished for, offered by the program, taken or not. */

const EVERY_DAY = Object.fromEntries([1, 2, 3, 4, 5, 6].map((day) => [`d${day}`, "1"]));
const ANY_TIME = { ...EVERY_DAY, morning: "1", noon: "1", afternoon: "1", notice: "hours" };
const only = ["email"] as const;

const asks = async ({ world, office: { code }, email }: Stage) =>
  went(
    await aCitizen(world).send(`/en/book/offices/${code}/notify`, {
      ...ANY_TIME,
      service: "signature",
      [`o${code}`]: "1",
      email,
    }),
  );

/** @returns the link of the letter that asks */
async function asked(stage: Stage): Promise<string> {
  await asks(stage);
  await stage.delivered(0);
  return stage.linkTo(stage.email);
}

async function waiting(stage: Stage): Promise<string> {
  const link = await asked(stage);
  went(await stage.press(link, "waiting/confirm", {}, "waiting"));
  return link;
}

/** Somebody gives a place up at nine. */
async function givenUp(stage: Stage): Promise<void> {
  await setClock(stage.world, stage.world.now.add({ seconds: 1 }));
  const { id, version } = (await stage.book(wish("09:00", { date: DAY, lastName: "Απών" }))).body;
  ok(await stage.act(id, "cancellation", { body: {}, version }));
}

const offer = (stage: Stage): Promise<void> => offerAll({ db: stage.deps.db, clock: stage.deps.clock });

const pressed =
  (part: "waiting" | "waiting/confirm" | "waiting/end"): Act["scene"] =>
  async (stage) => {
    const link = await (part === "waiting/confirm" ? asked : waiting)(stage);
    const fields = part === "waiting" ? { ...ANY_TIME, [`o${stage.office.code}`]: "1" } : {};
    return () => stage.press(link, part, fields, "waiting");
  };

const answered =
  (part: "waiting/offer" | "waiting/refuse"): Act["scene"] =>
  async (stage) => {
    await waiting(stage);
    await givenUp(stage);
    await offer(stage);
    await stage.delivered(0);
    const link = stage.linkTo(stage.email);
    return async () => went(await stage.press(link, part, {}, "waiting/offer"));
  };

export const FREE_WISHES: readonly Act[] = [
  {
    who: "citizen",
    act: "asks to be written to when a time becomes free",
    only,
    scene: async (stage) => () => asks(stage),
  },
  { who: "citizen", act: "says yes to that by the link", only, scene: pressed("waiting/confirm") },
  { who: "citizen", act: "waits for other days", only, scene: pressed("waiting") },
  { who: "citizen", act: "waits no more", only, scene: pressed("waiting/end") },
  {
    who: "program",
    act: "offers a time to whoever has none",
    by: "src/public-booking/earlier/offer-places.ts",
    only,
    scene: async (stage) => {
      await waiting(stage);
      await givenUp(stage);
      return () => offer(stage);
    },
  },
  { who: "citizen", act: "takes the time that was offered", only, scene: answered("waiting/offer") },
  { who: "citizen", act: "refuses the time that was offered", only, scene: answered("waiting/refuse") },
];
