import { readFile, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import pg from "pg";
import { startEmbedded } from "../../../src/platform/database/embedded/embedded.ts";
import { aDataFolder } from "../../data-folder.ts";
import { startPlatform } from "../../platform.ts";
import { OFFICE } from "../../races/arena.ts";

/** One answer of the server: how long it took, from the request's head to the last byte given to the network */
export interface Answered {
  readonly host: string;
  readonly what: string;
  readonly status: number;
  readonly ms: number;
}

/** An office of four queues that serves from eight to three, on a platform whose clock we hold. */
export interface DayOffice {
  readonly url: string;
  readonly date: string;
  readonly sql: pg.Client;
  output(): string;
  /** It is that minute of the day. @param days from today on */
  setClock(minute: number, days?: number): Promise<void>;
  /** Ends the program. @returns what it has answered, but for streams, which go on */
  end(): Promise<Answered[]>;
  close(): Promise<void>;
}

const QUEUES = 4;

/** On the day that the browsers' own clocks show; what hour they show is of no account. */
export async function openDayOffice(): Promise<DayOffice> {
  const data = await aDataFolder();
  const folder = dirname(data.env.DATA_DIR);
  const [CLOCK_FILE, ANSWERS_FILE] = [join(folder, "clock"), join(folder, "answers")];
  const today = Temporal.Now.zonedDateTimeISO("Europe/Athens").startOfDay();
  const setClock = async (minute: number, days = 0) => {
    // Never read half written
    await writeFile(`${CLOCK_FILE}.next`, today.add({ days }).add({ minutes: minute }).toInstant().toString());
    await rename(`${CLOCK_FILE}.next`, CLOCK_FILE);
  };
  await setClock(EIGHT, -1);
  const env = { ...data.env, CLOCK_FILE, ANSWERS_FILE };
  const platform = await startPlatform(env, undefined, "test/trust/day/serve-by-clock.ts");
  const embedded = await startEmbedded(data.env.DATA_DIR);
  const sql = new pg.Client({ connectionString: embedded.ownerUrl("visits") });
  await sql.connect();
  await furnish(sql);
  const host = `localhost:${platform.port}`;
  return {
    url: `http://${host}`,
    date: today.toPlainDate().toString(),
    sql,
    setClock,
    output: platform.output,
    end: async () => {
      await platform.kill("SIGTERM");
      const answers: Answered[] = JSON.parse(await readFile(ANSWERS_FILE, "utf8"));
      return answers.filter((each) => each.host === host && !each.what.includes("/events?"));
    },
    close: async () => {
      await sql.end();
      await platform.kill("SIGTERM");
      await embedded.stop();
      await data.remove();
    },
  };
}

export const EIGHT = 480;
export const THREE = 900;

async function furnish(sql: pg.Client): Promise<void> {
  await sql.query("delete from holiday");
  await sql.query(
    `insert into queue (office_id, number, name, is_active, slot_minutes)
     select id, number, 'Ουρά ' || number, true, 10 from office, generate_series(1, $2::int) as number where code = $1
     on conflict (office_id, number) do update set is_active = true, slot_minutes = 10`,
    [OFFICE, QUEUES],
  );
  await sql.query("delete from queue_hours using office where office.id = office_id and code = $1", [OFFICE]);
  await sql.query(
    `insert into queue_hours (office_id, queue, weekday, opens_minute, closes_minute)
     select id, number, weekday, $3, $4 from office, generate_series(1, $2::int) as number, generate_series(1, 7) as weekday
     where code = $1`,
    [OFFICE, QUEUES, EIGHT, THREE],
  );
}
