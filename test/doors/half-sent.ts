import { setTimeout as sleep } from "node:timers/promises";
import { aDataFolder } from "../data-folder.ts";
import { startPlatform } from "../platform.ts";
import type { Note } from "../trust/note.ts";
import { isServed, WISHES } from "./honest.ts";
import { besiege, WAYS } from "./siege.ts";

const ASKED_A_SECOND = 8;
const PATIENCE_MS = 5_000;

/** Without a proxy: whoever sends half of what was promised keeps nobody else waiting. */
export async function halfSent(note: Note, seconds: number): Promise<void> {
  const data = await aDataFolder();
  const platform = await startPlatform(data.env);
  try {
    for (const [name, way] of Object.entries(WAYS)) {
      const siege = await besiege(platform.port, way);
      const served = await servedMeanwhile(platform.port, seconds);
      await siege.end();
      const percent = (served.filter(Boolean).length / served.length) * 100;
      note(
        percent >= 95,
        `${name}: eight connections of one address for ${seconds} seconds (${siege.begun()} of them), and ` +
          `${percent.toFixed(1)} % of ${served.length} requests of fifty others served, a quarter of which sign in`,
      );
    }
  } finally {
    await platform.kill("SIGTERM");
    await data.remove();
  }
}

async function servedMeanwhile(port: number, seconds: number): Promise<boolean[]> {
  const asked: Promise<boolean>[] = [];
  for (let count = 0; count < seconds * ASKED_A_SECOND; count++) {
    const wish = WISHES[count % WISHES.length] as (typeof WISHES)[number];
    asked.push(isServed(port, wish, `127.0.1.${1 + (count % 50)}`, PATIENCE_MS));
    await sleep(1_000 / ASKED_A_SECOND);
  }
  return Promise.all(asked);
}
