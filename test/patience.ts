import { setTimeout as sleep } from "node:timers/promises";

/** On a busy machine everything may take so many times as long as was promised; `npm run trust` holds to the promises. */
export const PATIENCE = Number(process.env.PATIENCE ?? 20);

export const patiently = (ms: number): number => ms * PATIENCE;

/** As `fetch`; on a busy machine it asks again while it is told to come again, before anything was done. */
export async function fetchPatiently(url: string | URL, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries++) {
    const response = await fetch(url, init);
    if (response.status !== 503 || tries >= 3 * PATIENCE) return response;
    await sleep(500);
  }
}
