import { z } from "zod";

/** Environment only; unknown names of our families and unsafe combinations refuse to start (design.md §5). */

const flag = z.enum(["true", "false"]).transform((text) => text === "true");

const environment = z.object({
  NODE_ENV: z.enum(["development", "production", "test"]).default("development"),
  PORT: z.coerce.number().int().min(0).max(65535).default(3000),
  HOST: z.string().min(1).default("127.0.0.1"),
  PUBLIC_BASE_URL: z.url().optional(),
  TRUST_PROXY: z.string().optional(),
  PUBLIC_BOOKING: flag.default(false),
  DATABASE_URL: z.string().min(1).optional(),
  DATABASE_OWNER_URL: z.string().min(1).optional(),
  DATABASE_DIRECT_URL: z.string().min(1).optional(),
  DATABASE_POOL_SIZE: z.coerce.number().int().min(1).max(200).default(20),
  DATA_DIR: z.string().min(1).default("data"),
  SMTP_URL: z.string().min(1).optional(),
  MAIL_FROM: z.string().min(1).optional(),
  AUDIT_KEY: z.string().min(16).optional(),
  GSIS_BASE_URL: z.url().optional(),
  GSIS_REALM: z.string().min(1).default("oauth2servergov"),
  GSIS_CLIENT_ID: z.string().min(1).optional(),
  GSIS_CLIENT_SECRET: z.string().min(1).optional(),
  GSIS_PKCE: flag.default(false),
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
  RATE_LIMIT_PER_MINUTE: z.coerce.number().int().min(1).default(30_000),
  RATE_LIMIT_SIGN_IN_PER_MINUTE: z.coerce.number().int().min(1).default(300),
});

const FAMILIES = /^(GSIS|OIDC|DIRECTORY|RATE_LIMIT|DATABASE|SMTP|AUDIT)_/;

export type Config = z.infer<typeof environment>;

export class ConfigError extends Error {
  override readonly name = "ConfigError";
}

/** @throws ConfigError that names each wrong setting and what to do */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const unknown = Object.keys(env).filter((name) => FAMILIES.test(name) && !(name in environment.shape));
  const parsed = environment.safeParse(withoutBlanks(env));
  const faults = [
    ...unknown.map((name) => `${name} is no setting of this program; check its spelling.`),
    ...(parsed.success
      ? unsafe(parsed.data)
      : parsed.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`)),
  ];
  if (faults.length > 0 || !parsed.success) throw new ConfigError(`Can't start:\n  ${faults.join("\n  ")}`);
  return parsed.data;
}

const withoutBlanks = (env: Readonly<Record<string, string | undefined>>) =>
  Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ""));

function unsafe(config: Config): string[] {
  const faults: string[] = [];
  const need = (condition: unknown, sentence: string) => condition || faults.push(sentence);
  if (config.GSIS_BASE_URL)
    need(
      config.GSIS_CLIENT_ID && config.GSIS_CLIENT_SECRET,
      "GSIS_BASE_URL needs GSIS_CLIENT_ID and GSIS_CLIENT_SECRET.",
    );
  if (config.OIDC_ISSUER)
    need(
      config.OIDC_CLIENT_ID && config.OIDC_CLIENT_SECRET,
      "OIDC_ISSUER needs OIDC_CLIENT_ID and OIDC_CLIENT_SECRET.",
    );
  need(!(config.GSIS_BASE_URL && config.OIDC_ISSUER), "Set GSIS_BASE_URL or OIDC_ISSUER, not both.");
  if (config.DATABASE_DIRECT_URL)
    need(config.DATABASE_URL, "DATABASE_DIRECT_URL goes with DATABASE_URL, which leads through the pooler.");
  if (config.DIRECTORY_KIND === "file") need(config.DIRECTORY_FILE, "DIRECTORY_KIND=file needs DIRECTORY_FILE.");
  if (config.NODE_ENV === "production") {
    need(
      config.GSIS_BASE_URL ?? config.OIDC_ISSUER,
      "In production the sign-in must be set (GSIS_BASE_URL or OIDC_ISSUER): stand-ins are for trials.",
    );
    need(
      config.DIRECTORY_URL ?? config.DIRECTORY_FILE,
      "In production the staff directory must be set (DIRECTORY_URL): stand-ins are for trials.",
    );
    need(config.PUBLIC_BASE_URL?.startsWith("https://"), "In production PUBLIC_BASE_URL must be an https address.");
  }
  return faults;
}
