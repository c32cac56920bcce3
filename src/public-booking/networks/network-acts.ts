import { createHmac, randomUUIDv7 } from "node:crypto";
import type { FastifyBaseLogger } from "fastify";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import type { App } from "../../platform/http/server.ts";
import { type Clock, dateOf } from "../../platform/time.ts";
import { partyOf } from "../hoarding/party.ts";
import { insertActs, keyOfDay, type NetworkActRow } from "./networks-sql.ts";

/** Where something was booked or cancelled. */
export interface ActPlace {
  readonly officeId: number;
  /** The first of the visit */
  readonly service: string;
}

/** What came from a network, and whether it looks like resale: it is counted, and nobody is ever refused anything for it. */
export interface NetworkActs {
  /** Once it is committed. @param ip of whoever asked */
  note(ip: string, what: "booked" | "cancelled", place: ActPlace): void;
  noteDecoy(ip: string): void;
  /** Writes what was noted. */
  write(): Promise<void>;
}

interface ActsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly log: Pick<FastifyBaseLogger, "warn">;
}

interface Noted extends Pick<NetworkActRow, "id" | "what"> {
  readonly ip: string;
  readonly date: string;
  readonly place: ActPlace | null;
}

/** While the database takes nothing, more than these are not noted. */
const MOST_NOTED = 10_000;

export function createNetworkActs({ db, clock, log }: ActsDeps): NetworkActs {
  let noted: Noted[] = [];
  const add = (ip: string, what: Noted["what"], place: ActPlace | null) => {
    if (noted.length >= MOST_NOTED) return;
    noted.push({ id: randomUUIDv7(), ip, what, place, date: dateOf(clock()).toString() });
  };
  return {
    note: add,
    noteDecoy: (ip) => {
      if (!noted.some((act) => act.what === "decoy" && act.ip === ip)) add(ip, "decoy", null);
    },
    write: async () => {
      const all = noted;
      noted = [];
      for (const [date, acts] of Map.groupBy(all, (act) => act.date))
        await writeDay(db, Temporal.PlainDate.from(date), acts).catch((err) =>
          log.warn({ err }, "what citizens did online is not counted by network"),
        );
    },
  };
}

const writeDay = (db: Database, date: Temporal.PlainDate, acts: readonly Noted[]): Promise<void> =>
  db.write(OF_NATION, async (tx) => {
    const key = await keyOfDay(tx, date);
    const rows = acts.flatMap(({ ip, id, what, place }) => {
      const party = partyOf(ip, key);
      return party ? [{ id, what, network: party.address, place: place && placeHash(place, key) }] : [];
    });
    if (rows.length > 0) await insertActs(tx, date, rows);
  });

const placeHash = ({ officeId, service }: ActPlace, key: Buffer): string =>
  createHmac("sha256", key).update(`at ${officeId} ${service}`).digest("base64url");

/** A process that dies forgets what was done in so long. */
const EVERY_MS = 5_000;

/** The same of a process, written every few seconds and when it ends: whoever books waits for nothing of it. */
export function keepNetworkActs(app: App, deps: ActsDeps): NetworkActs {
  const acts = createNetworkActs(deps);
  const timer = setInterval(() => void acts.write(), EVERY_MS).unref();
  app.addHook("onClose", async () => {
    clearInterval(timer);
    await acts.write();
  });
  return acts;
}
