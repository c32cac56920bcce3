import { setServerClock } from "./server-clock.ts";
import type { World } from "./world.ts";

/** It is another time, by the database's own clock too, and everybody is still signed in. */
export async function setClock(world: World, now: Temporal.Instant): Promise<void> {
  world.now = now;
  await setServerClock(world.owner, now);
  await world.owner.query("update session set created_at = $1, last_seen_at = $1", [now.toString()]);
  await world.owner.query("update employee set synced_at = $1", [now.toString()]);
}
