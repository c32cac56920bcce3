import { randomUUID } from "node:crypto";
import { sweepAll } from "../../src/ministry/sweep.ts";
import { type Act, ok, type Stage } from "./stage.ts";

/** What the ministry rules for all offices or a region, and what the head then settles. */

const DAY = "2026-12-08";
const CLOSURE = { region: "Κρήτη", from: DAY, to: DAY, reason: "Σεισμός" };

const ruled =
  (act: (stage: Stage) => Promise<unknown>): Act["scene"] =>
  async (stage) => {
    await inCrete(stage);
    await stage.visit({ date: DAY });
    return async () => {
      await act(stage);
      await sweepAll(stage.deps);
    };
  };

/** Where nothing is ruled yet, and no other office is. */
async function inCrete({ world, office }: Stage): Promise<void> {
  await world.owner.query("delete from closure");
  await world.owner.query("delete from holiday where date = $1", [DAY]);
  await world.owner.query("update office set region = case id when $1 then 'Κρήτη' end", [office.id]);
}

const post = async ({ athina }: Stage, path: string, body: object) => ok(await (await athina()).post(path, body));

const closed = (stage: Stage) => post(stage, "closures", CLOSURE);
const madeHoliday = (stage: Stage) => post(stage, "holidays", { date: DAY, name: "Πένθος", nameEn: "Mourning" });

export const MINISTRY: readonly Act[] = [
  { who: "ministry", act: "closes the offices of a region", by: "src/ministry/sweep.ts", scene: ruled(closed) },
  { who: "ministry", act: "makes the day a holiday", scene: ruled(madeHoliday) },
  {
    who: "ministry",
    act: "gives a service other minutes",
    scene: ruled(async ({ athina, world }) => {
      const { rows } = await world.owner.query("select version, minutes from service where code = 'signature'");
      const [{ version, minutes }] = rows;
      const given = { version, body: { minutes }, key: randomUUID() };
      ok(await (await athina()).rule("PATCH", "services/signature", given));
    }),
  },
  {
    who: "head",
    act: "settles what the ministry has closed",
    scene: async (stage) => {
      await inCrete(stage);
      const { id, version } = await stage.visit({ date: DAY });
      await closed(stage);
      const decisions = [{ act: "move", id, version, to: { date: "2026-12-09", time: "13:00", queue: 1 } }];
      return async () => ok(await stage.rule("POST", "work-list", { decisions }));
    },
  },
];
