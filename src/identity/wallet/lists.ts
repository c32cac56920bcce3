import { createCache } from "../../platform/cache.ts";
import { OF_NATION } from "../../platform/database/sql.ts";
import type { Database } from "../../platform/database/transaction.ts";
import { wakeJob } from "../../platform/jobs/start-job.ts";
import type { WalletAnchor } from "./chain.ts";
import type { WalletSettings } from "./configured.ts";
import { fetchedAt, fetchedList, insertWanted } from "./list-sql.ts";
import { readStatusList, type StatusList } from "./status-list.ts";
import { readTrustList, type TrustList } from "./trust-list.ts";
import type { PidStatus } from "./verify-pid.ts";
import { faultUnless, WalletFault } from "./wallet-fault.ts";

/** Where the entry of an identity stands in a list of what is revoked. */
export interface StatusEntry extends PidStatus {
  /** Of whoever issued it, who alone may say so */
  readonly country: string;
}

export interface WalletLists {
  /** Who issues identities. @throws WalletFault `not-now` where that is not known just now */
  anchors(now: Temporal.Instant): Promise<readonly WalletAnchor[]>;
  /** That a list will be needed in a moment. @throws WalletFault `status-unknown` for one of a host that is not set */
  want(entry: PidStatus, now: Temporal.Instant): Promise<void>;
  /** @throws WalletFault `revoked`; `not-now` where the list is not there yet */
  requireValid(entry: StatusEntry, now: Temporal.Instant): Promise<void>;
}

/** At once: the lists of what is revoked of the countries whose people come here. */
const MOST_LISTS = 50;

/** What a job has fetched, and no request ever does: nobody's visit here is told to whoever issued their identity. */
export function createWalletLists(db: Database, settings: WalletSettings): WalletLists {
  const trust = createCache<string, TrustList>({ name: "wallet trust list", max: 1 });
  const statuses = createCache<string, StatusList>({ name: "wallet status lists", max: MOST_LISTS });
  const address = settings.trustList.href;

  /** As it was fetched last, read once by each process. */
  async function current<List extends { readonly until: Temporal.Instant }>(
    cache: ReturnType<typeof createCache<string, List>>,
    uri: string,
    { read, now }: { read(body: string): List; readonly now: Temporal.Instant },
  ): Promise<List> {
    const at = await fetchedAt(db.nation, uri, now);
    faultUnless(at !== null, "not-now", "a list was not fetched, or is over");
    return cache.load(`${at} ${uri}`, async () => {
      const list = await fetchedList(db.nation, uri, now);
      faultUnless(list !== null, "not-now", "a list is over");
      return read(list.body);
    });
  }

  const trustList = (now: Temporal.Instant): Promise<TrustList> =>
    current(trust, address, { read: (body) => readTrustList(body, { signers: settings.signers, now }), now });

  return {
    anchors: async (now) => (await trustList(now)).anchors,
    async want({ uri }, now) {
      faultUnless(isOfHosts(uri, settings.statusHosts), "status-unknown", "its list is of a host that is not set");
      await db.write(OF_NATION, (tx) => insertWanted(tx, { address: uri, kind: "status" }, now));
      if ((await fetchedAt(db.nation, uri, now)) === null) wakeJob(db, "wallet-lists");
    },
    async requireValid({ uri, index, country }, now) {
      const { statusAnchors } = await trustList(now);
      const read = (body: string) => readStatusList(body, { uri, anchors: statusAnchors, now });
      const list = await current(statuses, uri, { read, now });
      faultUnless(list.country === country, "status-unknown", "its list is of another country");
      const status = list.statusAt(index);
      if (status === "valid") return;
      throw new WalletFault(status === "unknown" ? "status-unknown" : "revoked", `its entry says ${status}`);
    },
  };
}

/** An identity may name any address: only those of set hosts are ever fetched. */
export function isOfHosts(address: string, hosts: ReadonlySet<string>): boolean {
  const url = URL.parse(address);
  return url !== null && url.username === "" && url.password === "" && hosts.has(url.host);
}
