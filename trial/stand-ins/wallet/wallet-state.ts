import type { Authority } from "./issue/authority.ts";
import type { WalletFaults } from "./issue/faults.ts";
import type { Issuers } from "./issue/issuers.ts";
import type { Statuses } from "./issue/status-list.ts";

export interface WalletState {
  readonly origin: string;
  readonly issuers: Issuers;
  readonly now: () => Temporal.Instant;
  readonly faults: WalletFaults;
  readonly statuses: Statuses;
}

const STATUS_PATHS = ["/status/1", "/status/2"] as const;

/** Each issuer keeps a list of its own. */
export const statusIssuers = ({ issuers }: WalletState): ReadonlyMap<string, Authority> =>
  new Map([
    [STATUS_PATHS[0], issuers.greek],
    [STATUS_PATHS[1], issuers.foreign],
  ]);

export const statusUri = ({ origin, issuers }: WalletState, issuer: Authority): string =>
  origin + (issuer === issuers.foreign ? STATUS_PATHS[1] : STATUS_PATHS[0]);
