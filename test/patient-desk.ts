import { setTimeout as sleep } from "node:timers/promises";
import type { Desk } from "./desk.ts";
import { PATIENCE } from "./patience.ts";

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
