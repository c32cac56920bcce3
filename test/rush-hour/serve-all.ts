import { setTimeout as sleep } from "node:timers/promises";
import type { CommittedCall } from "./committed-calls.ts";
import type { Counter } from "./counter.ts";
import type { Scene } from "./scene.ts";
import { readsCall, until } from "./screens.ts";

/** Who was called walks as soon as they have read it; after so long they are not waited for. */
const LONGEST_READ_MS = 20_000;

/** One counter, until nobody is left. */
export async function serveAll(scene: Scene, counter: Counter, serviceMs: number): Promise<void> {
  for (;;) {
    const call = await counter.next();
    if (call) {
      await serve(scene, counter, call);
      await sleep(serviceMs);
    } else if (scene.haveAllCome && (await nobodyIsLeft(scene))) return;
    else await sleep(100);
  }
}

async function serve(scene: Scene, counter: Counter, call: CommittedCall): Promise<void> {
  const { visit, number } = call;
  const stands = async (...statuses: readonly string[]) => statuses.includes(await statusOf(scene, visit));
  const isGone = () => stands("left");
  // Who has given the number up meanwhile reads nothing.
  const isRead = async () => (await isReadEverywhere(scene, call)) || (await isGone());
  if (!(await until(isRead, LONGEST_READ_MS))) scene.wrong.push(`${number} was not read on every screen that is open`);
  const fate = scene.visitors.get(visit)?.fate;
  if (fate === "leaves when called") await counter.press("l", isGone);
  else if (fate === "does not come") await counter.press("c", async () => (await counter.callsOf(visit)) === 2);
  else await counter.press("s", () => stands("in-service", "left"));
  scene.over++;
  await scene.phones.putAway(visit);
}

async function isReadEverywhere(
  { displays, phones }: Scene,
  { number, counter, visit }: CommittedCall,
): Promise<boolean> {
  const words = `${number} ${counter}`;
  const isOn = displays.every(({ seen }) => seen.some((one) => one.kind === "rows" && one.words.includes(words)));
  const phone = phones.of(visit);
  return isOn && (!phone || (await readsCall(phone, counter)));
}

async function statusOf({ office }: Scene, visit: string): Promise<string> {
  const [row] = await office.ask<{ status: string }>("select status from rush_visit where id = $1", [visit]);
  return row?.status ?? "";
}

async function nobodyIsLeft({ office }: Scene): Promise<boolean> {
  const rows = await office.ask("select from rush_visit where status in ('arrived', 'in-service') limit 1");
  return rows.length === 0;
}
