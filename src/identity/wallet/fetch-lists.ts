import type { Logger } from "pino";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { startJob } from "../../platform/jobs/start-job.ts";
import { isLoopback } from "../../platform/loopback.ts";
import type { Clock } from "../../platform/time.ts";
import type { Worker } from "../../platform/worker.ts";
import type { WalletSettings } from "./configured.ts";
import { issueTimeOf } from "./issue-time.ts";
import {
  deleteUnwanted,
  fetchedList,
  insertWanted,
  type ListKind,
  type ListTimes,
  listsToFetch,
  updateFetched,
} from "./list-sql.ts";
import { isOfHosts } from "./lists.ts";
import { readStatusList } from "./status-list.ts";
import { readTrustList } from "./trust-list.ts";
import { faultUnless } from "./wallet-fault.ts";

interface ListsDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly settings: WalletSettings;
}

interface FetchingDeps extends Pick<ListsDeps, "db" | "clock"> {
  readonly log: Logger;
  /** Null: wallets are not offered, and nothing is fetched */
  readonly settings: WalletSettings | null;
}

/** However long a list may be read by its own word: what is revoked is so here by then. */
const FETCHED_EVERY = { minutes: 15 } as const;
/** A list that no identity has named for so long is fetched no more. */
const WANTED_FOR = { hours: 24 * 7 } as const;
const LONGEST_BODY = 8 * 1024 * 1024;
const TIMEOUT_MS = 10_000;

/** Fetches who issues identities for wallets and which are revoked; what can't be fetched stays until its own end. */
export const startFetchingLists = ({ log, settings, ...deps }: FetchingDeps): Worker =>
  startJob({ db: deps.db, log }, "wallet-lists", {
    act: async (signal) => {
      let isDone = true;
      if (!settings) return isDone;
      await fetchLists({ ...deps, settings }, signal, (err, address) => {
        isDone = false;
        log.warn({ err, address }, FAILURE);
      });
      return isDone;
    },
    failure: FAILURE,
  });

const FAILURE = "a list of wallets' identities could not be fetched";

/** @param onFailure of one list; the others are fetched all the same */
export async function fetchLists(
  { db, clock, settings }: ListsDeps,
  signal: AbortSignal,
  onFailure: (error: unknown, address: string) => void,
): Promise<void> {
  const now = clock();
  const trustList = settings.trustList.href;
  await db.write(OF_NATION, async (tx) => {
    await insertWanted(tx, { address: trustList, kind: "trust" }, now);
    await deleteUnwanted(tx, now.subtract(WANTED_FOR));
  });
  const due = await listsToFetch(db.nation, now);
  // Rows may be older than the settings: what these do not name is not fetched.
  for (const { address, kind } of due.filter((each) => isSet(each, settings))) {
    if (signal.aborted) return;
    try {
      const body = await listBody(address, signal);
      const times = await timesOf({ db, settings }, { address, kind, body }, now);
      await requireNotOlder(db, { address, body }, now);
      await db.write(OF_NATION, (tx) => updateFetched(tx, address, { body, fetchedAt: now, ...times }));
    } catch (error) {
      onFailure(error, address);
    }
  }
}

const isSet = ({ address, kind }: Pick<Fetched, "address" | "kind">, { trustList, statusHosts }: WalletSettings) =>
  kind === "trust" ? address === trustList.href : isOfHosts(address, statusHosts);

interface Fetched {
  readonly address: string;
  readonly kind: ListKind;
  readonly body: string;
}

/** What is not signed as it should be takes the place of nothing. @throws WalletFault */
async function timesOf(
  { db, settings }: Pick<ListsDeps, "db" | "settings">,
  { address, kind, body }: Fetched,
  now: Temporal.Instant,
): Promise<ListTimes> {
  const ofTrust = (text: string) => readTrustList(text, { signers: settings.signers, now });
  const soon = now.add(FETCHED_EVERY);
  if (kind === "trust") return { refreshAt: soon, until: ofTrust(body).until };
  const trust = await fetchedList(db.nation, settings.trustList.href, now);
  if (!trust) throw new Error("who issues identities is not known yet");
  const { statusAnchors } = ofTrust(trust.body);
  const { refreshAt, until } = readStatusList(body, { uri: address, anchors: statusAnchors, now });
  return { refreshAt: Temporal.Instant.compare(refreshAt, soon) < 0 ? refreshAt : soon, until };
}

/** Whoever serves one that has been followed by another hides what was revoked, or who issues no more. @throws WalletFault */
async function requireNotOlder(
  db: Database,
  { address, body }: Omit<Fetched, "kind">,
  now: Temporal.Instant,
): Promise<void> {
  const last = await fetchedList(db.nation, address, now);
  const isOlder = last !== null && Temporal.Instant.compare(issueTimeOf(body), issueTimeOf(last.body)) < 0;
  faultUnless(!isOlder, "expired", "the list is older than the one that is here");
}

/** From where it is said to be and nowhere else. @throws Error; for a body that is too long, too */
export async function listBody(address: string, stopped?: AbortSignal): Promise<string> {
  const url = new URL(address);
  if (url.protocol !== "https:" && !isLoopback(url)) throw new Error("it is not fetched in plain");
  const signal = AbortSignal.any([...(stopped ? [stopped] : []), AbortSignal.timeout(TIMEOUT_MS)]);
  const response = await fetch(url, { redirect: "error", signal, headers: { accept: "*/*" } });
  if (!response.ok || !response.body) throw new Error(`its server answered ${response.status}`);
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of response.body) {
    length += chunk.length;
    if (length > LONGEST_BODY) throw new Error("it is too long");
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString("utf8");
}
