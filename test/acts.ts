import { sealSome } from "../src/audit/seal/start-sealing.ts";
import { measureAll } from "../src/measures/measure-days.ts";
import { publishDue } from "../src/measures/open-data/publish.ts";
import { sweepAll } from "../src/ministry/sweep.ts";
import { forgetExpired } from "../src/platform/http/forget-answers.ts";
import { offerAll } from "../src/public-booking/earlier/offer-places.ts";
import { releaseAll } from "../src/public-booking/hold/start-releasing.ts";
import { anonymizeAll } from "../src/retention/anonymize.ts";
import { settleStale } from "../src/search/settle.ts";
import { aPartner, type TestPartner } from "./partner.ts";
import { aVisitDesk, type VisitDesk } from "./visit-desk.ts";
import type { Clerk, Reply, World } from "./world.ts";

/** Two offices open to citizens with all who write an appointment: clerks, heads, citizens, partners, the ministry, workers. */
export interface Stage {
  readonly world: World;
  readonly here: VisitDesk;
  readonly there: VisitDesk;
  /** Of both offices */
  readonly clerk: Clerk;
  readonly partner: TestPartner;
  /** What the program does by itself, once each */
  works(): Promise<void>;
}

export async function aStage(world: World): Promise<Stage> {
  const [here, there] = [await aVisitDesk(world), await aVisitDesk(world)];
  await world.owner.query(
    `update office set online_by_phone = true, latitude = 38, longitude = 23.7, settings_version = settings_version + 1
     where id in ($1, $2)`,
    [here.office.id, there.office.id],
  );
  await world.owner.query(
    `with hidden as (insert into queue (office_id, number, name, is_active, slot_minutes) values ($1, 2, 'Κρυφή', true, 15))
     insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select $1, 2, weekday, 480, 900 from generate_series(1, 7) as weekday`,
    [here.office.id],
  );
  const clerk = await world.aClerk(here.office, there.office);
  const partner = await aPartner(world, "http://127.0.0.1:9/");
  const deps = { db: world.database.db, clock: () => world.now, log: world.log };
  const works = async () => {
    await releaseAll(deps);
    await offerAll(deps);
    await here.delivered(0);
    await sweepAll(deps);
    await settleStale(deps);
    await forgetExpired(deps);
    await measureAll(deps, (error) => {
      throw error;
    });
    await publishDue(deps);
    await anonymizeAll(deps);
    while ((await sealSome(deps)) > 0) {}
  };
  return { world, here, there, clerk, partner, works };
}

/** @throws Error what was asked was refused */
export async function done(reply: Reply | Promise<Reply>): Promise<Reply["body"]> {
  const { status, body } = await reply;
  if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
  return body;
}
