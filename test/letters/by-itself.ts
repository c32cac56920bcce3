import { holdBackLetters } from "../../src/mail/hold-back.ts";
import { openOwner } from "../../src/platform/database/owner.ts";
import { ACROSS_OFFICES } from "../../src/platform/database/sql.ts";
import { releaseAll } from "../../src/public-booking/hold/start-releasing.ts";
import { anonymizeAll } from "../../src/retention/anonymize.ts";
import { wish } from "../booking-desk.ts";
import { aCitizen } from "../citizen.ts";
import { setClock } from "../set-clock.ts";
import { type Act, DAY, ok } from "./stage.ts";

/** What the program does by itself. */

const only = ["email"] as const;

const reminding: Act["scene"] = async (stage) => {
  await stage.visit();
  await setClock(stage.world, Temporal.Instant.from("2026-11-30T18:00:00+02:00"));
  return () => stage.planByClock();
};

export const PROGRAM: readonly Act[] = [
  { who: "program", act: "reminds of the next day", by: "src/mail/by-clock/plan-by-clock.ts", scene: reminding },
  {
    who: "program",
    act: "can't deliver a letter",
    by: "src/mail/deliver.ts",
    only,
    scene: async (stage) => async () => {
      stage.smtp.knobs({ faults: [{ at: "rcpt", does: "refuse", code: 550, text: "5.1.1 User unknown", times: 1 }] });
      await stage.visit();
    },
  },
  {
    who: "program",
    act: "starts from a backup in which a letter was planned",
    only,
    scene: async ({ book, person, world }) => {
      ok(await book(wish("12:00", { date: DAY, ...person })));
      const owner = openOwner(world.database.ownerUrl);
      return () => owner.db.write(ACROSS_OFFICES, (tx) => holdBackLetters(tx, world.now)).finally(() => owner.close());
    },
  },
  {
    who: "program",
    act: "gives back what is held no more",
    by: "src/public-booking/hold/start-releasing.ts",
    scene: async (stage) => {
      await aCitizen(stage.world).choose(stage.office, DAY, "12:00");
      stage.world.now = stage.world.now.add({ minutes: 30 });
      return () => releaseAll(stage.deps);
    },
  },
  {
    who: "program",
    act: "forgets who it was, long after",
    by: "src/retention/anonymize.ts",
    scene: async (stage) => {
      await stage.visit();
      await setClock(stage.world, Temporal.Instant.from("2027-11-30T18:00:00+02:00"));
      return () => anonymizeAll(stage.deps);
    },
  },
];
