import type { WalletSettings } from "./configured.ts";
import type { WalletLists } from "./lists.ts";

/** What a request about a wallet needs. */
export interface Wallet {
  readonly settings: WalletSettings;
  readonly lists: WalletLists;
}
