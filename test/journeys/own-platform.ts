import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { freePort } from "../free-port.ts";
import { type Platform, startPlatform } from "../platform.ts";

/** A platform whose database the journey may look into and set up. */
export interface OwnPlatform {
  readonly platform: Platform;
  readonly url: string;
  readonly sql: pg.Client;
  close(): Promise<void>;
}

/** @param settings of the program beside those that it needs here */
export async function openOwnPlatform(settings: Readonly<Record<string, string>> = {}): Promise<OwnPlatform> {
  const folder = await mkdtemp(join(tmpdir(), "visits-own-"));
  await chmod(folder, 0o711);
  const port = await freePort();
  const url = `http://localhost:${port}`;
  const platform = await startPlatform({
    ...{ DATA_DIR: join(folder, "data"), PORT: String(port), PUBLIC_BASE_URL: url },
    ...settings,
  });
  const embedded = await startEmbedded(join(folder, "data"));
  const sql = new pg.Client({ connectionString: embedded.ownerUrl("visits") });
  await sql.connect();
  return {
    platform,
    url,
    sql,
    close: async () => {
      await sql.end();
      await platform.kill("SIGTERM");
      await embedded.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** An office of three queues that is open day and night, so that a journey does not depend on when it runs. */
export async function openDayAndNight(sql: pg.Client, office: string): Promise<void> {
  await sql.query("delete from holiday");
  await sql.query(
    `insert into queue (office_id, number, name, is_active, slot_minutes)
     select id, number, 'Ουρά ' || number, true, 10 from office, generate_series(2, 3) as number where code = $1
     on conflict (office_id, number) do update set is_active = true`,
    [office],
  );
  await sql.query("update queue set slot_minutes = 10 from office where office.id = office_id and code = $1", [office]);
  await sql.query("delete from queue_hours using office where office.id = office_id and code = $1", [office]);
  await sql.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select id, number, weekday, 0, 1440 from office, generate_series(1, 3) as number, generate_series(1, 7) as weekday
     where code = $1`,
    [office],
  );
}

const SLOT_MS = 600_000;
const ENOUGH_MS = 45_000;

/** Whoever is booked in the running ten minutes is to stay in them: when they are nearly over, the next ones are waited for. */
export async function earlyInSlot(): Promise<void> {
  const left = SLOT_MS - (Date.now() % SLOT_MS);
  if (left < ENOUGH_MS) await sleep(left + 1_000);
}
