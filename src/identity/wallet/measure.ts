import type { Registry } from "prom-client";
import type { Database } from "../../platform/database/transaction.ts";
import { measureAtScrape } from "../../platform/http/metrics.ts";
import type { Clock } from "../../platform/time.ts";
import type { WalletAccess } from "./access.ts";
import type { WalletSettings } from "./configured.ts";
import { fetchedAt } from "./list-sql.ts";

interface MeasureDeps {
  readonly db: Database;
  readonly clock: Clock;
  readonly metrics: Registry;
}

interface MeasuredSettings extends Pick<WalletSettings, "trustList"> {
  readonly access: Pick<WalletAccess, "validUntil">;
}

/** What tells the operator in time that wallets will know us no more, or that we no longer know whom to believe. */
export const measureWallet = ({ db, clock, metrics }: MeasureDeps, { access, trustList }: MeasuredSettings): void =>
  measureAtScrape(
    metrics,
    {
      wallet_access_left_seconds: "Until the first certificate of our access chain is over; below zero since then",
      wallet_trust_list_age_seconds:
        "Since the list of who issues identities was fetched; infinite where none is valid",
    },
    async () => {
      const now = clock();
      const fetched = await fetchedAt(db.nation, trustList.href, now);
      return {
        wallet_access_left_seconds: now.until(access.validUntil).total("seconds"),
        wallet_trust_list_age_seconds:
          fetched === null ? Number.POSITIVE_INFINITY : fetched.until(now).total("seconds"),
      };
    },
  );
