import { existsSync } from "node:fs";
import { z } from "zod";
import { isDatabaseAddress, isStandbyAddress, loginIn } from "./database/servers.ts";
import { travelsSafely } from "./database/travels-safely.ts";
import { isGuessable, SHORTEST_SECRET } from "./guessable.ts";
import { mailRelayOf } from "./mail-relay.ts";
import { namesAnybody, networksIn } from "./networks.ts";
import { isProxies } from "./proxies.ts";
import { normalizeEmail } from "./text/email.ts";

/** Environment only; unknown names of our families and unsafe combinations refuse to start. */

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

/** Of a domain that nobody can have. */
const TRIAL_MAIL_FROM = "no-reply@visits.example";

/** How the ids and passwords of the stand-ins begin. */
export const TRIAL_PREFIX = "visits-trial";

/** As many as before there were several: of random letters enough */
const SHORTEST_AUDIT_KEY = 16;

const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_BASE_URL: z.url().optional(),
  METRICS_HOST: z.string().min(1).default("127.0.0.1"),
  METRICS_PORT: z.coerce.number().int().min(0).max(65535).default(0),
  TRUST_PROXY: z.string().optional(),
  DATABASE_URL: z.string().min(1).optional(),
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  DATABASE_DIRECT_URL: z.string().min(1).optional(),
  DATABASE_WITHOUT_TLS: flag.default(false),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(20),
  READ_DATABASE_URL: z.string().min(1).optional(),
  READ_DATABASE_LAG_MS: z.coerce.number().int().min(500).max(60_000).default(1_000),
  DATA_DIR: z.string().min(1).default("data"),
  SMTP_URL: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(1).default(TRIAL_MAIL_FROM),
  AUDIT_KEY: z.string().min(1).default(`${TRIAL_PREFIX}-audit-key-that-everybody-knows`),
  GSIS_BASE_URL: z.url().optional(),
  GSIS_REALM: z.string().min(1).default("oauth2servergov"),
  GSIS_CLIENT_ID: z.string().min(1).optional(),
  GSIS_CLIENT_SECRET: z.string().min(1).optional(),
  GSIS_PKCE: flag.default(true),
  GSIS_CITIZENS_BASE_URL: z.url().optional(),
  GSIS_CITIZENS_REALM: z.string().min(1).default("oauth2server"),
  GSIS_CITIZENS_CLIENT_ID: z.string().min(1).optional(),
  GSIS_CITIZENS_CLIENT_SECRET: z.string().min(1).optional(),
  GSIS_CITIZENS_PKCE: flag.default(true),
  OIDC_ISSUER: z.url().optional(),
  OIDC_CLIENT_ID: z.string().min(1).optional(),
  OIDC_CLIENT_SECRET: z.string().min(1).optional(),
  OIDC_AFM_CLAIM: z.string().min(1).default("taxid"),
  DIRECTORY_KIND: z.enum(["ked", "file"]).default("ked"),
  DIRECTORY_URL: z.url().optional(),
  DIRECTORY_USERNAME: z.string().optional(),
  DIRECTORY_PASSWORD: z.string().optional(),
  DIRECTORY_FILE: z.string().min(1).optional(),
  DIRECTORY_AUDIT_UNIT: z.string().min(1).default("Πλατφόρμα Επισκέψεων"),
  DIRECTORY_MINISTRY_GATE: z.string().min(1).optional(),
  WALLET_ACCESS_KEY_FILE: z.string().min(1).optional(),
  WALLET_ACCESS_CHAIN_FILE: z.string().min(1).optional(),
  WALLET_REGISTRATION_FILE: z.string().min(1).optional(),
  WALLET_TRUST_LIST_URL: z.url().optional(),
  WALLET_TRUST_LIST_SIGNERS_FILE: z.string().min(1).optional(),
  WALLET_STATUS_HOSTS: z.string().default(""),
  WALLET_PID_TYPES: z.string().min(1).default("urn:eudi:pid:1"),
  WALLET_SCHEME: z.string().min(1).default("openid4vp"),
  WALLET_ASKS_NUMBER: flag.default(false),
  WEBHOOK_NETWORKS: z.string().default(""),
  SECURITY_CONTACT: z.string().min(1).optional(),
  SECURITY_CONTACT_UNTIL: z.iso.date().optional(),
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(30_000),
  RATE_LIMIT_SIGN_IN_PER_MINUTE: z.coerce.number().int().min(1).default(300),
  RATE_LIMIT_PARTNER_BOOKINGS_PER_DAY: z.coerce.number().int().min(1).max(1_000_000).default(1_000),
  TRIAL_WEEKS: z.coerce.number().int().min(0).max(26).default(0),
});

const FAMILIES = /^(GSIS|OIDC|DIRECTORY|RATE_LIMIT|DATABASE|METRICS|READ|SMTP|AUDIT|WALLET|WEBHOOK|SECURITY|TRIAL)_/;

export const ENVIRONMENT_NAMES: readonly string[] = Object.keys(environment.shape);

export type Config = z.infer<typeof environment>;

export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** @throws ConfigError that names each wrong setting and what to do */
export function readConfig(env: Environment): Config {
  const { config, unknown, malformed, unsafe } = examineConfig(env);
  const faults = [
    ...unknown.map((name) => `${name} is no setting of this program; check its spelling.`),
    ...malformed.map(({ name, reason }) => `${name}: ${reason}`),
    ...unsafe,
  ];
  if (faults.length > 0 || !config) throw new ConfigError(`Can't start:\n  ${faults.join("\n  ")}`);
  return config;
}

/** Settings as they are given, with whatever keeps the program from starting by them. */
export interface ExaminedConfig {
  /** Null where a value is malformed */
  readonly config: Config | null;
  /** Names of our families that are no settings */
  readonly unknown: readonly string[];
  readonly malformed: readonly { readonly name: string; readonly reason: string }[];
  /** What does not belong together, or may not be in production: a sentence each */
  readonly unsafe: readonly string[];
}

export function examineConfig(env: Environment): ExaminedConfig {
  const unknown = Object.keys(env).filter((name) => FAMILIES.test(name) && !(name in environment.shape));
  const parsed = environment.safeParse(withoutBlanks(env));
  if (parsed.success) return { config: parsed.data, unknown, malformed: [], unsafe: unsafeIn(parsed.data) };
  const malformed = parsed.error.issues.map(({ path, message }) => ({ name: path.join("."), reason: message }));
  return { config: null, unknown, malformed, unsafe: [] };
}

const withoutBlanks = (env: Environment) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));

interface Rule {
  readonly holds: boolean;
  readonly sentence: string;
}

const unsafeIn = (config: Config): string[] =>
  [...together(config), ...(config.NODE_ENV === "production" ? inProduction(config) : [])]
    .filter(({ holds }) => !holds)
    .map(({ sentence }) => sentence);

const WALLET_NEEDS = [
  "WALLET_ACCESS_KEY_FILE",
  "WALLET_ACCESS_CHAIN_FILE",
  "WALLET_TRUST_LIST_URL",
  "WALLET_TRUST_LIST_SIGNERS_FILE",
] as const;

/** By which an application opens; in a trial an address does, too. */
const WALLET_SCHEMES = ["openid4vp", "haip-vp", "eudi-openid4vp"];

/** What belongs together or not at all, in a trial too. */
const together = (config: Config): Rule[] => [
  {
    holds: !config.GSIS_BASE_URL || has(config.GSIS_CLIENT_ID, config.GSIS_CLIENT_SECRET),
    sentence: "GSIS_BASE_URL needs GSIS_CLIENT_ID and GSIS_CLIENT_SECRET.",
  },
  {
    holds: !config.GSIS_CITIZENS_BASE_URL || has(config.GSIS_CITIZENS_CLIENT_ID, config.GSIS_CITIZENS_CLIENT_SECRET),
    sentence: "GSIS_CITIZENS_BASE_URL needs GSIS_CITIZENS_CLIENT_ID and GSIS_CITIZENS_CLIENT_SECRET.",
  },
  {
    holds: WALLET_NEEDS.every((name) => has(config[name])) || !WALLET_NEEDS.some((name) => has(config[name])),
    sentence: `Set ${WALLET_NEEDS.join(", ")} together, or none of them: citizens' wallets need all.`,
  },
  {
    holds: config.NODE_ENV !== "production" || WALLET_SCHEMES.includes(config.WALLET_SCHEME),
    sentence: `WALLET_SCHEME takes one of ${WALLET_SCHEMES.join(", ")}.`,
  },
  {
    holds: !config.OIDC_ISSUER || has(config.OIDC_CLIENT_ID, config.OIDC_CLIENT_SECRET),
    sentence: "OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.",
  },
  { holds: !has(config.GSIS_BASE_URL, config.OIDC_ISSUER), sentence: "Set GSIS_BASE_URL or OIDC_ISSUER, not both." },
  {
    holds: !config.DATABASE_OWNER_URL || has(config.DATABASE_URL),
    sentence:
      "DATABASE_OWNER_URL goes with DATABASE_URL, by which the program works: without it, a trial uses its own server.",
  },
  {
    holds: !config.DATABASE_DIRECT_URL || has(config.DATABASE_URL),
    sentence: "DATABASE_DIRECT_URL goes with DATABASE_URL, which leads through the pooler.",
  },
  {
    holds: !config.READ_DATABASE_URL || has(config.DATABASE_URL),
    sentence: "READ_DATABASE_URL goes with DATABASE_URL: it is a standby of that server's, and nobody decides by it.",
  },
  {
    holds: config.READ_DATABASE_URL === undefined || isStandbyAddress(config.READ_DATABASE_URL),
    sentence:
      "READ_DATABASE_URL takes postgres://login:password@host:port/database of a standby, or of several with commas between " +
      "the hosts, of which the first that is one is used (special characters as %40; target_session_attrs: standby or nothing).",
  },
  {
    holds: haveSameLogin(config),
    sentence: "READ_DATABASE_URL needs the login of DATABASE_URL: its rights come to a standby by themselves.",
  },
  ...(["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_DIRECT_URL"] as const).map((name) => ({
    holds: config[name] === undefined || isDatabaseAddress(config[name]),
    sentence:
      `${name} takes postgres://login:password@host:port/database, or several hosts with commas between, of which the one ` +
      "that takes writes is used (special characters as %40; target_session_attrs: read-write or nothing).",
  })),
  {
    holds: config.DIRECTORY_KIND === "ked" || has(config.DIRECTORY_FILE),
    sentence: "DIRECTORY_KIND=file needs DIRECTORY_FILE.",
  },
  {
    holds: isProxies(config.TRUST_PROXY ?? "false"),
    sentence: "TRUST_PROXY takes true, false, how many proxies there are, or their addresses with commas between.",
  },
  {
    holds: !config.SMTP_URL || mailRelayOf(config.SMTP_URL) !== null,
    sentence:
      "SMTP_URL takes smtp://host:port or smtps://host:port, with user:password@ before the host if it asks for them " +
      "(special characters as %40), and nothing after the port.",
  },
  {
    holds: networksIn(config.WEBHOOK_NETWORKS) !== null,
    sentence:
      "WEBHOOK_NETWORKS takes addresses and networks with commas between, such as 10.20.0.0/16: those of partners that are " +
      "not on the internet and may be sent notices.",
  },
  {
    holds: !config.SECURITY_CONTACT || /^(mailto:[^\s@]+@[^\s@]+|https:\/\/\S+)$/.test(config.SECURITY_CONTACT),
    sentence: "SECURITY_CONTACT takes mailto: and an address, or https:// and a page: whom to tell of a weakness.",
  },
  {
    holds: has(config.SECURITY_CONTACT) === has(config.SECURITY_CONTACT_UNTIL),
    sentence:
      "SECURITY_CONTACT goes with SECURITY_CONTACT_UNTIL, the day until which somebody answers there, such as 2027-10-31: " +
      "within a year, and set anew each time.",
  },
  {
    holds: "email" in normalizeEmail(config.MAIL_FROM),
    sentence: "MAIL_FROM takes one address and no name, such as appointments@example.gr.",
  },
  {
    holds: keysIn(config).every((key) => key.length >= SHORTEST_AUDIT_KEY),
    sentence:
      `AUDIT_KEY takes keys of at least ${SHORTEST_AUDIT_KEY} characters, with commas between: the first signs, the ` +
      "others still prove what they have signed. One is made by `openssl rand -hex 32`.",
  },
  {
    holds: config.NODE_ENV === "production" || !signsInForReal(config) || hasDirectory(config),
    sentence:
      "A real sign-in needs the real staff directory (DIRECTORY_URL, or DIRECTORY_KIND=file and DIRECTORY_FILE): " +
      "the invented one would give invented rights. Set NODE_ENV=production too, unless this is a test.",
  },
];

/** Of addresses that can't be read something else is said. */
function haveSameLogin({ DATABASE_URL: url, READ_DATABASE_URL: read }: Config): boolean {
  if (url === undefined || read === undefined || !isDatabaseAddress(url) || !isStandbyAddress(read)) return true;
  return loginIn(url) === loginIn(read);
}

const OWN_IN_PRODUCTION = [
  "GSIS_CLIENT_ID",
  "GSIS_CLIENT_SECRET",
  "GSIS_CITIZENS_CLIENT_ID",
  "GSIS_CITIZENS_CLIENT_SECRET",
  "DIRECTORY_USERNAME",
  "DIRECTORY_PASSWORD",
  "AUDIT_KEY",
] as const;

/** Given by whoever runs the other server. */
const GIVEN_SECRETS = [
  "GSIS_CLIENT_SECRET",
  "GSIS_CITIZENS_CLIENT_SECRET",
  "OIDC_CLIENT_SECRET",
  "DIRECTORY_PASSWORD",
] as const;

const DATABASE_ADDRESSES = ["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_DIRECT_URL", "READ_DATABASE_URL"] as const;

const keysIn = (config: Config): string[] => config.AUDIT_KEY.split(",").map((key) => key.trim());

const inProduction = (config: Config): Rule[] => [
  {
    holds: has(config.GSIS_BASE_URL ?? config.OIDC_ISSUER),
    sentence: "In production the sign-in must be set (GSIS_BASE_URL or OIDC_ISSUER): stand-ins are for trials.",
  },
  {
    holds: hasDirectory(config),
    sentence: "In production the staff directory must be set (DIRECTORY_URL): stand-ins are for trials.",
  },
  { holds: isHttps(config.PUBLIC_BASE_URL ?? ""), sentence: "In production PUBLIC_BASE_URL must be an https address." },
  ...(
    ["GSIS_BASE_URL", "GSIS_CITIZENS_BASE_URL", "OIDC_ISSUER", "DIRECTORY_URL", "WALLET_TRUST_LIST_URL"] as const
  ).map((name) => ({
    holds: config[name] === undefined || isHttps(config[name]),
    sentence: `In production ${name} must be an https address.`,
  })),
  ...OWN_IN_PRODUCTION.map((name) => ({
    holds: !config[name]?.split(",").some((part) => part.trim().startsWith(TRIAL_PREFIX)),
    sentence: `In production ${name} must be your own: everybody knows the trial's.`,
  })),
  {
    holds: !keysIn(config).some(isGuessable),
    sentence: "In production AUDIT_KEY must be random: one of its keys is easily guessed. Use `openssl rand -hex 32`.",
  },
  ...GIVEN_SECRETS.map((name) => ({
    holds: config[name] === undefined || (config[name].length >= SHORTEST_SECRET && !isGuessable(config[name])),
    sentence: `In production ${name} must have at least ${SHORTEST_SECRET} characters that nobody guesses: ask for another.`,
  })),
  {
    holds: !config.DIRECTORY_URL || has(config.DIRECTORY_USERNAME, config.DIRECTORY_PASSWORD),
    sentence: "In production DIRECTORY_URL needs DIRECTORY_USERNAME and DIRECTORY_PASSWORD.",
  },
  {
    holds: config.DIRECTORY_KIND === "ked" || !config.DIRECTORY_FILE || existsSync(config.DIRECTORY_FILE),
    sentence: "DIRECTORY_FILE names a file that is not there.",
  },
  {
    holds: has(config.DATABASE_URL),
    sentence: "In production DATABASE_URL must be set: the embedded database is for trials.",
  },
  {
    holds: !config.SMTP_URL || config.MAIL_FROM !== TRIAL_MAIL_FROM,
    sentence: "In production SMTP_URL needs MAIL_FROM, the address that e-mails come from: the trial's is invented.",
  },
  {
    holds: has(config.TRUST_PROXY),
    sentence:
      "In production TRUST_PROXY must name the proxies that bring https (their addresses): " +
      "else all people come from one address. If nothing stands before the program, say false.",
  },
  {
    holds: config.TRUST_PROXY !== "true",
    sentence:
      "In production TRUST_PROXY=true would believe whatever address anybody forwards: name the proxies' addresses.",
  },
  {
    holds: !namesAnybody(config.TRUST_PROXY ?? ""),
    sentence: "In production TRUST_PROXY may not name networks in which anybody may be: name the proxies' addresses.",
  },
  {
    holds: !namesAnybody(config.WEBHOOK_NETWORKS),
    sentence:
      "In production WEBHOOK_NETWORKS may not open everything to notices: name the networks of the partners, such as 10.20.0.0/16.",
  },
  ...(config.DATABASE_WITHOUT_TLS ? [] : reachesInPlain(config)).map((name) => ({
    holds: false,
    sentence:
      `In production ${name} must lead to this machine or say sslmode=verify-full: names and passwords would pass the wire ` +
      "as they are. On a private network between the two machines alone, say DATABASE_WITHOUT_TLS=true.",
  })),
];

const reachesInPlain = (config: Config): string[] =>
  DATABASE_ADDRESSES.filter((name) => config[name] !== undefined && !travelsSafely(config[name]));

/** What is allowed but must not go unnoticed; to be named in the log at the start. */
export const riskyChoices = (config: Config): string[] =>
  [
    {
      holds: config.NODE_ENV === "production" || !signsInForReal(config),
      sentence: "NODE_ENV is not production beside a real sign-in: nothing unsafe is refused",
    },
    {
      holds:
        config.NODE_ENV === "production" || !hasDirectory(config) || has(config.GSIS_BASE_URL ?? config.OIDC_ISSUER),
      sentence:
        "anybody may sign in as the invented people beside a directory that is set: set GSIS_BASE_URL or OIDC_ISSUER",
    },
    {
      holds: has(config.SMTP_URL) || (config.NODE_ENV !== "production" && !signsInForReal(config)),
      sentence: "SMTP_URL is not set: no e-mail reaches anybody, everything else works",
    },
    {
      holds: config.NODE_ENV !== "production" || reachesInPlain(config).length === 0,
      sentence: "DATABASE_WITHOUT_TLS is true: whoever listens between here and the database reads everything",
    },
    {
      holds: config.NODE_ENV !== "production" || config.TRUST_PROXY !== "false",
      sentence: "TRUST_PROXY is false: behind a proxy all people come from one address",
    },
  ]
    .filter(({ holds }) => !holds)
    .map(({ sentence }) => sentence);

const has = (...values: readonly (string | undefined)[]): boolean => values.every((value) => value !== undefined);

const isHttps = (address: string): boolean => URL.parse(address)?.protocol === "https:";

/** Nobody but a test would sign people in over plain http. */
const signsInForReal = (config: Config): boolean => isHttps(config.GSIS_BASE_URL ?? config.OIDC_ISSUER ?? "");

/** That a file is named when it is to be one is a rule of its own. */
const hasDirectory = (config: Config): boolean => config.DIRECTORY_KIND === "file" || has(config.DIRECTORY_URL);
