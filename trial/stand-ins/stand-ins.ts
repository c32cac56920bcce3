import type { Config } from "../../src/platform/config.ts";
import { type DirectoryStandIn, PASSWORD, startDirectory, USERNAME } from "./directory.ts";
import { type GsisStandIn, startGsis } from "./gsis.ts";
import { CLIENT_ID, CLIENT_SECRET } from "./gsis-client.ts";
import { CITIZENS_DOOR } from "./gsis-doors.ts";
import { MINISTRY_GATE } from "./people.ts";
import { type SmtpStandIn, startSmtp } from "./smtp.ts";
import type { WalletStandIn } from "./wallet/wallet.ts";

/** What was started; null where something is configured */
interface Started {
  readonly gsis: GsisStandIn | null;
  /** The government's server for citizens: only where it stands in for staff too */
  readonly taxisnet: GsisStandIn | null;
  /** The wallet of invented citizens: only where they sign in with invented codes too */
  readonly wallet: WalletStandIn | null;
  readonly directory: DirectoryStandIn | null;
  readonly smtp: SmtpStandIn | null;
}

export interface StandIns extends Started {
  /** To be merged into the configuration */
  readonly settings: Partial<Config>;
  /** Of what was started, to be printed; none where everything is configured */
  readonly addresses: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Starts what has no setting. @throws Error in production, where nobody may sign in as an invented person */
export async function startStandIns(config: Config): Promise<StandIns> {
  const needsGsis = !config.GSIS_BASE_URL && !config.OIDC_ISSUER;
  const needsDirectory = config.DIRECTORY_KIND === "ked" && !config.DIRECTORY_URL;
  if (config.NODE_ENV === "production" && (needsGsis || needsDirectory)) {
    throw new Error("Stand-ins are for trials: in production set GSIS_* or OIDC_*, and DIRECTORY_*.");
  }
  const publicOrigin = config.PUBLIC_BASE_URL && new URL(config.PUBLIC_BASE_URL).origin;
  const gsis = needsGsis ? await startGsis({ realm: config.GSIS_REALM, publicOrigin }) : null;
  const taxisnet =
    needsGsis && !config.GSIS_CITIZENS_BASE_URL
      ? await startGsis({ realm: config.GSIS_CITIZENS_REALM, publicOrigin, door: CITIZENS_DOOR })
      : null;
  const wallet = taxisnet && !isWalletSet(config) ? await startWalletIfInstalled() : null;
  const directory = needsDirectory ? await startDirectory() : null;
  // Without mail production works all the same.
  const smtp = config.NODE_ENV !== "production" && !config.SMTP_URL ? await startSmtp() : null;
  const started = { gsis, taxisnet, wallet, directory, smtp };
  return {
    ...started,
    settings: settingsOf(started, config),
    addresses: addressesOf(started),
    stop: async () => {
      await Promise.all([gsis?.stop(), taxisnet?.stop(), wallet?.stop(), directory?.stop(), smtp?.stop()]);
    },
  };
}

const isWalletSet = (config: Config): boolean =>
  Object.entries(config).some(([name, value]) => /^WALLET_.*_(FILE|URL)$/.test(name) && value !== undefined);

/** Its packages are development's alone: a trial of an installation goes without. */
async function startWalletIfInstalled(): Promise<WalletStandIn | null> {
  try {
    const { startWallet } = await import("./wallet/wallet.ts");
    return await startWallet();
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ERR_MODULE_NOT_FOUND") return null;
    throw error;
  }
}

const settingsOf = ({ gsis, taxisnet, wallet, directory, smtp }: Started, config: Config): Partial<Config> => ({
  ...(gsis && gsisSettings(gsis)),
  ...(taxisnet && citizensSettings(taxisnet)),
  ...(wallet && (wallet.settings as Partial<Config>)),
  ...(directory && directorySettings(directory, config)),
  ...(smtp && { SMTP_URL: smtp.url }),
});

const addressesOf = ({ gsis, taxisnet, wallet, directory, smtp }: Started): Readonly<Record<string, string>> => ({
  ...(gsis && { gsis: gsis.origin }),
  ...(taxisnet && { taxisnet: taxisnet.origin }),
  ...(wallet && { wallet: wallet.address }),
  ...(directory && { directory: directory.origin }),
  ...(smtp && { smtp: smtp.url, mail: smtp.page }),
});

const gsisSettings = ({ origin }: GsisStandIn): Partial<Config> => ({
  GSIS_BASE_URL: origin,
  GSIS_CLIENT_ID: CLIENT_ID,
  GSIS_CLIENT_SECRET: CLIENT_SECRET,
});

const citizensSettings = ({ origin }: GsisStandIn): Partial<Config> => ({
  GSIS_CITIZENS_BASE_URL: origin,
  GSIS_CITIZENS_CLIENT_ID: CLIENT_ID,
  GSIS_CITIZENS_CLIENT_SECRET: CLIENT_SECRET,
});

const directorySettings = ({ origin }: DirectoryStandIn, config: Config): Partial<Config> => ({
  DIRECTORY_URL: origin,
  DIRECTORY_USERNAME: USERNAME,
  DIRECTORY_PASSWORD: PASSWORD,
  DIRECTORY_MINISTRY_GATE: config.DIRECTORY_MINISTRY_GATE ?? MINISTRY_GATE,
});
