import type { FastifyBaseLogger } from "fastify";
import { createCache } from "../../platform/cache.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { App } from "../../platform/http/server.ts";
import { type PromiseNote, quarterOf } from "./promise-note.ts";
import { insertPromises } from "./promise-sql.ts";

/** Ranges that were given, noted here and written a second later: nobody waits for it, and no act fails by it. */
export interface PromiseNotes {
  note(promise: PromiseNote): void;
  write(): Promise<void>;
}

interface NotesDeps {
  readonly db: Database;
  readonly log: Pick<FastifyBaseLogger, "warn">;
}

/** A process that dies forgets those of so long. */
const EVERY_MS = 1_000;

/** A process's own, written every second and when it ends. */
export function keepPromises(app: App, deps: NotesDeps): PromiseNotes {
  const notes = createPromiseNotes(deps);
  const timer = setInterval(() => void notes.write(), EVERY_MS).unref();
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await notes.write();
  });
  return notes;
}

function createPromiseNotes({ db, log }: NotesDeps): PromiseNotes {
  // Phones that follow their places show a range at each beat. What is lost of these is written once more, and is one all the same.
  const written = createCache<string, true>({ name: "ranges written", max: 20_000 });
  let noted = new Map<string, PromiseNote>();
  const writeOffice = async (office: number, promises: readonly PromiseNote[]) => {
    try {
      await db.write({ office }, (tx) => insertPromises(tx, office, promises));
      for (const promise of promises) written.set(keyOf(promise), true);
    } catch (err) {
      log.warn({ err, office }, "what was said of waiting is not noted");
    }
  };
  return {
    note: (promise) => {
      const key = keyOf(promise);
      if (!written.get(key) && !noted.has(key)) noted.set(key, promise);
    },
    write: async () => {
      const all = noted;
      noted = new Map();
      for (const [office, promises] of Map.groupBy(all.values(), (promise) => promise.office))
        await writeOffice(office, promises);
    },
  };
}

const keyOf = (promise: PromiseNote): string =>
  `${promise.date} ${promise.ticket} ${promise.place} ${quarterOf(promise)}`;
