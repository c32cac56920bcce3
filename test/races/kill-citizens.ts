import { randomInt } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { openBrowser, type Page } from "../browser.ts";
import { holdIn } from "../citizen.ts";
import { freePort } from "../free-port.ts";
import { patiently } from "../patience.ts";
import { startPlatform } from "../platform.ts";
import { futureDay } from "./arena.ts";
import { whenNotBusy } from "./citizens.ts";
import { type KillArena, killDatabase } from "./kill.ts";

/** Citizens press the last button, said to be who they are in three ways, while the server or the database is killed. */
export interface ConfirmKillReport {
  readonly kills: number;
  readonly acknowledged: number;
  readonly unanswered: number;
  /** Acknowledged but not there: must be 0 */
  readonly lost: number;
  /** Pressing once more led to no appointment: must be 0 */
  readonly unsettled: number;
  /** More than one appointment of one form: must be 0 */
  readonly doubled: number;
}

/** By a wallet's number, by TAXISnet, or by a telephone number alone */
type Way = { readonly wallet: string } | { readonly taxisnet: string } | "phone";

const WAYS: readonly Way[] = [
  ...["fani", "polyxeni", "anna"].map((wallet) => ({ wallet })),
  ...["fani", "polyxeni", "menelaos"].map((taxisnet) => ({ taxisnet })),
  ...Array.from({ length: 6 }, () => "phone" as const),
];

interface Attempt {
  readonly phone: string;
  isAcknowledged: boolean;
  /** Presses the last button, once more as it was pressed first */
  press(): Promise<Page>;
}

export async function killDuringConfirming(arena: KillArena, kills: number): Promise<ConfirmKillReport> {
  const attempts: Attempt[] = [];
  let unanswered = 0;
  let unsettled = 0;
  for (let round = 0; round < kills; round++) {
    const env = { ...arena.env, WALLET_ASKS_NUMBER: "true", PORT: String(await freePort()) };
    const platform = await startPlatform(env);
    const ofRound: Attempt[] = [];
    for (const [index, way] of WAYS.entries())
      ofRound.push(await fillIn(`http://localhost:${env.PORT}`, arena.office, round * WAYS.length + index, way));
    attempts.push(...ofRound);
    const running = Promise.all(ofRound.map(tryToConfirm));
    await Promise.race([untilAnswered(ofRound, randomInt(WAYS.length)), running]);
    await sleep(randomInt(20));
    await (round % 2 === 0 ? platform.kill("SIGKILL") : killDatabase(String(arena.env.DATA_DIR)));
    await running;
    await platform.kill("SIGKILL");
    const open = ofRound.filter(({ isAcknowledged }) => !isAcknowledged);
    unanswered += open.length;
    const next = await startPlatform(env);
    await Promise.all(open.map(tryToConfirm));
    await next.kill("SIGKILL");
    const there = await booked(arena);
    unsettled += open.filter(({ phone }) => !there.has(phone)).length;
  }
  const there = await booked(arena);
  const acknowledged = attempts.filter(({ isAcknowledged }) => isAcknowledged);
  return {
    kills,
    acknowledged: acknowledged.length,
    unanswered,
    unsettled,
    lost: acknowledged.filter(({ phone }) => !there.has(phone)).length,
    doubled: attempts.filter(({ phone }) => (there.get(phone) ?? 0) > 1).length,
  };
}

/** Late times that no clerk takes here, a day each. */
async function fillIn(home: string, office: string, number: number, way: Way): Promise<Attempt> {
  const browser = openBrowser(home);
  const send = (path: string | URL, fields: Readonly<Record<string, string>>) =>
    whenNotBusy(() => browser.submit(path, fields));
  const at = `${futureDay(FIRST_DAY + number)}T14:40`;
  await send(`/book/offices/${office}/hold`, { service: "copy-certification", at });
  const who = { who: "relative", lastName: "Κρίσιμη", firstName: "Δοκιμή" };
  await send("/book/who", who);
  if (way !== "phone" && "taxisnet" in way)
    await send((await send("/book/taxisnet", {})).url, { userid: way.taxisnet });
  if (way !== "phone" && "wallet" in way) await showWallet(way.wallet);
  if (way !== "phone") await send("/book/who", who);
  const phone = `+30694${1_000_000 + number}`;
  const hold = holdIn((await whenNotBusy(() => browser.visit("/book/check"))).text);
  const fields = { ...(way === "phone" && { how: "phone" }), phone, hold };
  return { phone, isAcknowledged: false, press: () => send("/book/check", fields) };

  async function showWallet(holder: string): Promise<void> {
    const { text } = await send("/book/wallet", {});
    const link = /href="(http:[^"]*request_uri[^"]*)"/.exec(text)?.[1]?.replaceAll("&amp;", "&") ?? "";
    const asked = await browser.visit(link);
    const request = /name="request" value="([^"]+)"/.exec(asked.text)?.[1] ?? "";
    let page = await browser.submit(new URL("/answer", asked.url), { request, holder, approve: "1" });
    // Its list is fetched once somebody has named it.
    for (let tries = 0; tries < 200 && page.url.pathname !== "/book/check"; tries++) {
      await sleep(100);
      page = await browser.visit(page.url);
    }
  }
}

const FIRST_DAY = 20;

async function untilAnswered(attempts: readonly Attempt[], answers: number): Promise<void> {
  for (let waited = 0; waited < patiently(1_000); waited++) {
    if (attempts.filter(({ isAcknowledged }) => isAcknowledged).length >= answers) return;
    await sleep(1);
  }
}

async function tryToConfirm(attempt: Attempt): Promise<void> {
  const page = await attempt.press().catch(() => null);
  if (page?.url.pathname === "/book/done") attempt.isAcknowledged = true;
}

async function booked(arena: KillArena): Promise<ReadonlyMap<unknown, number>> {
  const rows = await arena.query(
    "select phone, count(*)::int as n from appointment where status = 'booked' and last_name like 'Κρίσιμη' group by phone",
  );
  return new Map(rows.map(({ phone, n }) => [phone, Number(n)]));
}
