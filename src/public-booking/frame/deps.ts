import type { SignInProvider } from "../../identity/provider/provider.ts";
import type { Wallet } from "../../identity/wallet/wallet.ts";
import type { Config } from "../../platform/config.ts";
import type { Database, ReadOnlyDatabase } from "../../platform/database/transaction.ts";
import type { Clock } from "../../platform/time.ts";
import type { HoardingTally } from "../hoarding/tally.ts";
import type { OfferedLanguages } from "../languages/offered-languages.ts";
import type { NetworkActs } from "../networks/network-acts.ts";
import type { PageReader } from "./reader.ts";

export interface CitizensDeps {
  readonly config: Pick<Config, "MAIL_FROM" | "PUBLIC_BASE_URL" | "RATE_LIMIT_SIGN_IN_PER_MINUTE">;
  /** With which citizens are identified; null: no such server is set */
  readonly taxisnet: SignInProvider | null;
  /** With which they are shown by their wallets; null: it is not set */
  readonly wallet: Wallet | null;
  readonly db: Database;
  /** For what is only looked at: it may be a standby's, and a moment old (docs/decisions/0076). Nobody decides by it. */
  readonly lookDb: ReadOnlyDatabase;
  readonly clock: Clock;
  /** Stand-ins for the government's servers are running */
  readonly trial: boolean;
  readonly tally: HoardingTally;
  readonly networks: NetworkActs;
  /** In which languages there are pages */
  readonly offered: OfferedLanguages;
}

/** By whose word somebody may say who they are. */
export interface SignInWays {
  readonly taxisnet: boolean;
  readonly wallet: boolean;
}

export const signInWays = ({ taxisnet, wallet }: Pick<CitizensDeps, keyof SignInWays>): SignInWays => ({
  taxisnet: taxisnet !== null,
  wallet: wallet !== null,
});

/** By whose word somebody signs in, who has to be known again next time. */
export interface SessionWays {
  readonly taxisnet: boolean;
  /** "names": wallets are asked for no more, which others have too; null: none is taken */
  readonly wallet: "number" | "names" | null;
}

export function sessionWays({ taxisnet, wallet }: Pick<CitizensDeps, keyof SessionWays>): SessionWays {
  const shows = wallet?.settings.asksNumber ? "number" : "names";
  return { taxisnet: taxisnet !== null, wallet: wallet && shows };
}

/** Whether anybody can, and «Τα ραντεβού μου» is there. */
export const canSignIn = ({ taxisnet, wallet }: SessionWays): boolean => taxisnet || wallet === "number";

/** What the pages of one language need. */
export interface PagesDeps extends CitizensDeps {
  readonly reader: PageReader;
}
