import pg from "pg";
import { ensureDatabase, startEmbedded } from "../../src/platform/database/embedded/embedded.ts";
import { CLIENT_ID } from "../../trial/stand-ins/gsis-client.ts";
import { anEmptyFolder } from "../data-folder.ts";
import { signIn } from "../desk.ts";
import { requireHealth } from "../doctor.ts";
import { type Platform, runVisits, startPlatform } from "../platform.ts";
import { CLERK, giveQueues } from "../races/arena.ts";
import { type LoadReport, startBookings } from "./booking-load.ts";
import { takesSecrets } from "./two-secrets.ts";

export interface RotationReport {
  readonly load: LoadReport;
  readonly signedIn: number;
  /** Must be 0 */
  readonly notSignedIn: number;
  /** Whether the old login was refused at the end */
  readonly isOldRefused: boolean;
}

const BETWEEN = 100;

/** Another database login and another OAuth secret, while clerks book and sign in at two processes. */
export async function rotateSecrets(): Promise<RotationReport> {
  const folder = await anEmptyFolder();
  const server = await startEmbedded(folder.env.DATA_DIR);
  const ownerUrl = server.ownerUrl("visits");
  await ensureDatabase(ownerUrl, "visits");
  const seeded = await runVisits(["seed"], { DATABASE_URL: ownerUrl });
  if (seeded.code !== 0) throw new Error(seeded.output);
  const sql = new pg.Client({ connectionString: ownerUrl });
  await sql.connect();
  await giveQueues(sql);
  await sql.query("create role visits_1 login password 'first' in role visits_app");
  const government = await takesSecrets("first-secret");
  const envOf = (login: string, password: string) => ({
    DATABASE_URL: Object.assign(new URL(ownerUrl), { username: login, password }).href,
    GSIS_BASE_URL: government.url,
    GSIS_CLIENT_ID: CLIENT_ID,
    GSIS_CLIENT_SECRET: `${password}-secret`,
    RATE_LIMIT_SIGN_IN_PER_MINUTE: "100000",
  });
  const running: Platform[] = [
    await startPlatform(envOf("visits_1", "first")),
    await startPlatform(envOf("visits_1", "first")),
  ];
  const urls = () => running.map(({ url }) => url);
  const { cookie } = await signIn(urls()[0] as string, CLERK);
  const load = startBookings({ urls, cookie, lanes: 2 });
  const signing = startSigningIn(urls);
  await load.more(BETWEEN);

  await sql.query("create role visits_2 login password 'second' in role visits_app");
  government.taken.add("second-secret");
  for (const [at, old] of [...running].entries()) {
    await old.kill("SIGTERM");
    running[at] = await startPlatform(envOf("visits_2", "second"));
    await load.more(BETWEEN);
  }
  await sql.query("drop role visits_1");
  government.taken.delete("first-secret");
  await load.more(BETWEEN);

  await load.stop();
  const counts = await signing.stop();
  const isOldRefused = await startPlatform(envOf("visits_1", "first")).then(
    () => false,
    (error: Error) => /password authentication failed/.test(error.message),
  );
  for (const platform of running) await platform.kill("SIGTERM");
  await Promise.all([sql.end(), government.stop()]);
  await requireHealth(ownerUrl);
  await server.stop();
  await folder.remove();
  return { load: load.report, ...counts, isOldRefused };
}

/** One after the other, at each process in turn; where one is just being replaced, at the other. */
function startSigningIn(urls: () => readonly string[]) {
  let [signedIn, notSignedIn, isOver] = [0, 0, false];
  const tries = async (turn: number): Promise<boolean> => {
    for (const url of turn % 2 === 0 ? urls() : [...urls()].reverse()) {
      const result = await signIn(url, CLERK).catch((error: Error) => error);
      if (!(result instanceof Error)) return true;
      if (!/fetch failed/.test(result.message)) return false;
    }
    return false;
  };
  const running = (async () => {
    for (let turn = 0; !isOver; turn++) (await tries(turn)) ? signedIn++ : notSignedIn++;
  })();
  return {
    stop: async () => {
      isOver = true;
      await running;
      return { signedIn, notSignedIn };
    },
  };
}
