import { setTimeout as sleep } from "node:timers/promises";
import type { Desk } from "./desk.ts";

/** On a busy machine everything may take so many times as long as was promised; `npm run trust` holds to the promises. */
const PATIENCE = Number(process.env.PATIENCE ?? 20);

export const patiently = (ms: number): number => ms * PATIENCE;

/** As `fetch`; on a busy machine it asks again while it is told to come again, before anything was done. */
export async function fetchPatiently(url: string | URL, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(url, init);
    if (response.status !== 503 || tries >= 3 * PATIENCE) return response;
    await sleep(500);
  }
}

/** Asks again, under the same key, whenever it is told to come again later. Held to its promises, the program tells nobody. */
export function patientDesk(desk: Desk, isPatient = PATIENCE > 1): Desk {
  if (!isPatient) return desk;
  return {
    ...desk,
    ask: async (...asked) => {
      for (;;) {
        const reply = await desk.ask(...asked);
        if (reply.status !== 503) return reply;
        await sleep(500);
      }
    },
  };
}
