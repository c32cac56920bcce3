import { listen } from "../live-desks.ts";
import { OFFICE } from "../races/arena.ts";
import type { TestOffice } from "../world.ts";

/** A page that listens at each process, all the time. */
export interface Streams {
  /** Whether each has been told since the last call that all is heard again, and then of a change; none was ended. */
  haveHealed(): Promise<boolean>;
  close(): void;
}

const PATIENCE_MS = 60_000;

export async function openStreams(urls: readonly string[], cookie: string): Promise<Streams> {
  const office = { code: OFFICE } as TestOffice;
  const streams = await Promise.all(urls.map(async (url) => ({ ...(await listen(url, { cookie }, office)), from: 0 })));
  let isEnded = false;
  for (const { ended } of streams)
    void ended.then(() => {
      isEnded = true;
    });
  const heals = async (stream: (typeof streams)[number]): Promise<boolean> => {
    const resync = await stream.next("resync", stream.from, PATIENCE_MS).catch(() => null);
    if (!resync) return false;
    const change = await stream.next("change", stream.heard.indexOf(resync), PATIENCE_MS).catch(() => null);
    stream.from = stream.heard.length;
    return change !== null;
  };
  return {
    haveHealed: async () => (await Promise.all(streams.map(heals))).every(Boolean) && !isEnded,
    close: () => {
      for (const stream of streams) stream.close();
    },
  };
}
