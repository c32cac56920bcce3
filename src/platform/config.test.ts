import { expect, test } from "vitest";
import { readConfig, riskyChoices } from "./config.ts";

const refused = (env: Record<string, string>) => {
  try {
    readConfig(env);
  } catch (error) {
    return String(error);
  }
  return null;
};

const production = {
  NODE_ENV: "production",
  PUBLIC_BASE_URL: "https://visits.example.gr",
  GSIS_BASE_URL: "https://oauth2.gsis.gr",
  GSIS_CLIENT_ID: "id",
  GSIS_CLIENT_SECRET: "a-secret-of-the-state",
  DIRECTORY_URL: "https://directory.example.gr",
  DIRECTORY_USERNAME: "visits",
  DIRECTORY_PASSWORD: "a-word-of-passing",
  DATABASE_URL: "postgres://visits@db.example.gr/visits?sslmode=verify-full",
  AUDIT_KEY: "a-key-of-our-own-of-more-than-32-letters",
  SMTP_URL: "smtp://visits:pass%40word@mail.example.gr:587",
  MAIL_FROM: "appointments@example.gr",
  TRUST_PROXY: "10.0.0.1, 10.1.0.0/16, fd00::/8",
};
const taxisnet = {
  GSIS_CITIZENS_BASE_URL: "https://oauth2.gsis.gr",
  GSIS_CITIZENS_CLIENT_ID: "id",
  GSIS_CITIZENS_CLIENT_SECRET: "a-secret-of-the-state",
};
const byOidc = { ...production, GSIS_BASE_URL: "", OIDC_CLIENT_ID: "a", OIDC_CLIENT_SECRET: "a-secret-of-another" };
const wallets = {
  WALLET_ACCESS_KEY_FILE: "access.pem",
  WALLET_ACCESS_CHAIN_FILE: "access-chain.pem",
  WALLET_TRUST_LIST_URL: "https://trust.example.eu/list",
  WALLET_TRUST_LIST_SIGNERS_FILE: "signers.pem",
};
const byFile = { ...production, DIRECTORY_URL: "", DIRECTORY_KIND: "file" };

test("nothing need be set for a trial, and blanks count as not set", () => {
  expect(readConfig({ PORT: "", GSIS_BASE_URL: "" })).toMatchObject({
    PORT: 3000,
    HOST: "127.0.0.1",
    DIRECTORY_KIND: "ked",
  });
});

test("a misspelt name of ours is not silently ignored; others' are none of our business", () => {
  expect(refused({ GSIS_CLIENT_SECRT: "x" })).toContain("GSIS_CLIENT_SECRT");
  expect(refused({ DIRECTORY_URI: "x" })).toContain("DIRECTORY_URI");
  expect(refused({ HOME: "/", EDITOR: "ed" })).toBeNull();
});

test("every wrong value is named at once", () => {
  const reason = refused({ PORT: "eighty", PUBLIC_BASE_URL: "example" });
  expect(reason).toContain("PORT");
  expect(reason).toContain("PUBLIC_BASE_URL");
});

test("production takes no stand-ins, no half sign-in and no plain http", () => {
  expect(refused(production)).toBeNull();
  expect(refused({ ...production, ...taxisnet })).toBeNull();
  expect(refused({ ...production, ...wallets, WALLET_SCHEME: "haip-vp" })).toBeNull();
  expect(refused({ ...production, GSIS_BASE_URL: "" })).toContain("GSIS_BASE_URL");
  expect(refused({ ...production, DIRECTORY_URL: "" })).toContain("DIRECTORY_URL");
  expect(refused({ ...production, GSIS_CLIENT_SECRET: "" })).toContain("GSIS_CLIENT_SECRET");
  expect(refused({ ...production, PUBLIC_BASE_URL: "http://visits.example.gr" })).toContain("https");
  expect(
    refused({
      ...production,
      OIDC_ISSUER: "https://id.example.gr",
      OIDC_CLIENT_ID: "a",
      OIDC_CLIENT_SECRET: "a-secret-of-another",
    }),
  ).toContain("not both");
});

test.each<[string, Record<string, string>, string]>([
  [
    "sign-in over plain http",
    { ...production, GSIS_BASE_URL: "http://oauth2.gsis.gr" },
    "GSIS_BASE_URL must be an https",
  ],
  [
    "citizens' sign-in over plain http",
    { ...production, ...taxisnet, GSIS_CITIZENS_BASE_URL: "http://oauth2.gsis.gr" },
    "GSIS_CITIZENS_BASE_URL must be an https",
  ],
  [
    "half a sign-in of citizens",
    { ...production, ...taxisnet, GSIS_CITIZENS_CLIENT_SECRET: "" },
    "GSIS_CITIZENS_BASE_URL needs",
  ],
  [
    "the trial's client for citizens",
    { ...production, ...taxisnet, GSIS_CITIZENS_CLIENT_ID: "visits-trial" },
    "GSIS_CITIZENS_CLIENT_ID must be your own",
  ],
  [
    "OpenID Connect over plain http",
    { ...byOidc, OIDC_ISSUER: "http://id.example.gr" },
    "OIDC_ISSUER must be an https",
  ],
  [
    "a list of who issues identities over plain http",
    { ...production, ...wallets, WALLET_TRUST_LIST_URL: "http://127.0.0.1/list" },
    "WALLET_TRUST_LIST_URL must be an https",
  ],
  [
    "a page in the place of a wallet",
    { ...production, ...wallets, WALLET_SCHEME: "https://wallet.example" },
    "WALLET_SCHEME takes one of",
  ],
  ["half of what wallets need", { ...production, ...wallets, WALLET_ACCESS_KEY_FILE: "" }, "together, or none"],
  [
    "a directory over plain http",
    { ...production, DIRECTORY_URL: "http://dir.example.gr" },
    "DIRECTORY_URL must be an https",
  ],
  [
    "plain http on this machine",
    { ...production, GSIS_BASE_URL: "http://127.0.0.1:9" },
    "GSIS_BASE_URL must be an https",
  ],
  ["a directory without a user", { ...production, DIRECTORY_USERNAME: "" }, "DIRECTORY_USERNAME and"],
  ["a directory without a password", { ...production, DIRECTORY_PASSWORD: "" }, "DIRECTORY_PASSWORD"],
  ["the trial's client", { ...production, GSIS_CLIENT_ID: "visits-trial" }, "GSIS_CLIENT_ID must be your own"],
  ["the trial's secret", { ...production, GSIS_CLIENT_SECRET: "visits-trial-secret" }, "GSIS_CLIENT_SECRET must be"],
  [
    "the trial's directory",
    { ...production, DIRECTORY_PASSWORD: "visits-trial-password" },
    "DIRECTORY_PASSWORD must be",
  ],
  ["whatever address anybody forwards", { ...production, TRUST_PROXY: "true" }, "TRUST_PROXY=true"],
  ["the whole country behind one address", { ...production, TRUST_PROXY: "" }, "TRUST_PROXY must name"],
  ["no directory file", byFile, "DIRECTORY_KIND=file needs DIRECTORY_FILE"],
  [
    "a directory file that is not read",
    { ...production, DIRECTORY_URL: "", DIRECTORY_FILE: "x" },
    "directory must be set",
  ],
  [
    "a directory file that is not there",
    { ...byFile, DIRECTORY_FILE: "not/there.json" },
    "DIRECTORY_FILE names a file",
  ],
  ["mail from the trial's address", { ...production, MAIL_FROM: "" }, "SMTP_URL needs MAIL_FROM"],
  [
    "mail from the trial's address written out",
    { ...production, MAIL_FROM: "no-reply@visits.example" },
    "SMTP_URL needs MAIL_FROM",
  ],
  ["no key of the audit", { ...production, AUDIT_KEY: "" }, "AUDIT_KEY must be your own"],
  [
    "a key of the audit that is too short",
    { ...production, AUDIT_KEY: `${production.AUDIT_KEY},short-of-it` },
    "AUDIT_KEY takes keys",
  ],
  [
    "the trial's key of the audit behind one of its own",
    { ...production, AUDIT_KEY: `${production.AUDIT_KEY}, visits-trial-audit-key-that-everybody-knows` },
    "AUDIT_KEY must be your own",
  ],
  ...[
    "aaaaaaaaaaaaaaaa",
    "0123401234012340",
    "CHANGE-ME-CHANGE-ME-CHANGE-ME",
    `${production.AUDIT_KEY},${"ab1".repeat(9)}`,
  ].map((AUDIT_KEY): [string, Record<string, string>, string] => [
    `a key of the audit that is guessed: ${AUDIT_KEY}`,
    { ...production, AUDIT_KEY },
    "AUDIT_KEY must be random",
  ]),
  ...(
    [
      ["GSIS_CLIENT_SECRET", production],
      ["GSIS_CITIZENS_CLIENT_SECRET", { ...production, ...taxisnet }],
      ["DIRECTORY_PASSWORD", production],
      ["OIDC_CLIENT_SECRET", { ...byOidc, OIDC_ISSUER: "https://id.example.gr" }],
    ] as const
  ).flatMap(([name, given]) =>
    ["x", "secret", "xxxxxxxxxxxxxxxx", "CHANGE-ME"].map((secret): [string, Record<string, string>, string] => [
      `${name}=${secret}`,
      { ...given, [name]: secret },
      `${name} must have at least 8`,
    ]),
  ),
  ...["0.0.0.0/1,128.0.0.0/1", "0.0.0.0/4", "::/1, 8000::/1", "10.0.0.1, 64.0.0.0/4"].map(
    (TRUST_PROXY): [string, Record<string, string>, string] => [
      `anybody as a proxy: ${TRUST_PROXY}`,
      { ...production, TRUST_PROXY },
      "TRUST_PROXY may not name",
    ],
  ),
  ...["0.0.0.0/0", "::/0", "0.0.0.0/1, 128.0.0.0/1"].map(
    (WEBHOOK_NETWORKS): [string, Record<string, string>, string] => [
      `notices to anywhere: ${WEBHOOK_NETWORKS}`,
      { ...production, WEBHOOK_NETWORKS },
      "WEBHOOK_NETWORKS may not open",
    ],
  ),
  ...(["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_DIRECT_URL", "READ_DATABASE_URL"] as const).flatMap((name) =>
    [
      "",
      "?sslmode=disable",
      "?sslmode=no-verify",
      "?host=db.example.gr",
      "?uselibpqcompat=true&sslmode=require",
      // Of two settings the later one counts.
      "?ssl=true&sslmode=disable",
      "?sslmode=verify-full&sslmode=disable",
    ].map((query): [string, Record<string, string>, string] => [
      `${name} without TLS${query}`,
      { ...production, [name]: `postgres://visits@10.0.0.7/visits${query}` },
      `${name} must lead to this machine`,
    ]),
  ),
  ["the embedded database", { ...production, DATABASE_URL: "" }, "DATABASE_URL must be set"],
])("production refuses to start with %s, and says nothing else", (_, env, reason) => {
  expect(refused(env)?.split("\n")).toEqual([expect.any(String), expect.stringContaining(reason)]);
});

test.each([
  "postgres://visits@127.0.0.1/visits",
  "postgres://visits@localhost:5433/visits",
  "postgres://visits@%2Fvar%2Frun%2Fpostgresql/visits",
  "postgres:///visits?host=/var/run/postgresql",
  "postgres://visits@10.0.0.7/visits?sslmode=require",
  "postgres://visits@10.0.0.7/visits?sslmode=verify-full",
  "postgres://visits@10.0.0.7/visits?ssl=true",
])("what is said to the database at %s passes no wire as it is", (DATABASE_URL) => {
  expect(refused({ ...production, DATABASE_URL })).toBeNull();
});

test("the owner's address by itself is refused: a trial would begin a server of its own and leave that one alone", () => {
  expect(refused({ DATABASE_OWNER_URL: "postgres://owner@db/visits" })).toContain(
    "DATABASE_OWNER_URL goes with DATABASE_URL",
  );
});

test("a database is reached without TLS where that is said, and the log says it at each start", () => {
  const plain = { ...production, DATABASE_URL: "postgres://visits@10.0.0.7/visits", DATABASE_WITHOUT_TLS: "true" };
  expect(riskyChoices(readConfig(plain))).toEqual([expect.stringContaining("DATABASE_WITHOUT_TLS is true")]);
});

test("all networks that are nobody's on the internet may be named together", () => {
  const all = "10.0.0.0/8, 172.16.0.0/12, 192.168.0.0/16, 100.64.0.0/10, 127.0.0.0/8, fc00::/7, fe80::/10";
  expect(refused({ ...production, TRUST_PROXY: all, WEBHOOK_NETWORKS: all })).toBeNull();
});

test("production starts with OpenID Connect, and with a directory in a file", () => {
  expect(refused({ ...byOidc, OIDC_ISSUER: "https://id.example.gr" })).toBeNull();
  expect(refused({ ...byFile, DIRECTORY_FILE: import.meta.filename })).toBeNull();
});

test.each<[Record<string, string>, string]>([
  [{ OIDC_ISSUER: "https://id.example.gr", OIDC_CLIENT_ID: "a" }, "OIDC_ISSUER needs OIDC_CLIENT_ID"],
  [{ DATABASE_DIRECT_URL: "postgres://a@127.0.0.1/visits" }, "DATABASE_DIRECT_URL goes with DATABASE_URL"],
  [{ READ_DATABASE_URL: "postgres://a@127.0.0.1/visits" }, "READ_DATABASE_URL goes with DATABASE_URL"],
  [
    { DATABASE_URL: "postgres://a@b/visits", READ_DATABASE_URL: "postgres://c@d/visits" },
    "READ_DATABASE_URL needs the login of DATABASE_URL",
  ],
  [
    { DATABASE_URL: "postgres://a@b/visits", READ_DATABASE_URL: "postgres://a@d:fifty/visits" },
    "READ_DATABASE_URL takes postgres://",
  ],
  [
    { DATABASE_URL: "postgres://a@b/v", READ_DATABASE_URL: "postgres://a@d/v?target_session_attrs=primary" },
    "READ_DATABASE_URL takes postgres://",
  ],
  [{ READ_DATABASE_LAG_MS: "100" }, "READ_DATABASE_LAG_MS"],
  [{ READ_DATABASE_LAG: "1000" }, "READ_DATABASE_LAG is no setting of this program"],
  [{ WEBHOOK_NETWORKS: "10.20.0.0/33" }, "WEBHOOK_NETWORKS takes addresses and networks"],
])("%o is refused in a trial too", (settings, sentence) => {
  expect(refused(settings)).toContain(sentence);
});

test.each(["1", "false", "loopback, 10.0.0.1", "10.0.0.0/8", "::1"])("TRUST_PROXY may be %s", (TRUST_PROXY) => {
  expect(refused({ ...production, TRUST_PROXY })).toBeNull();
});

test.each(["0", "yes", "10.0.0.1 10.0.0.2", "0.0.0.0/0", "::/0", "10.0.0.0/33", "10.0.0.1,", "proxy.example.gr"])(
  "TRUST_PROXY may not be %s",
  (TRUST_PROXY) => expect(refused({ TRUST_PROXY })).toContain("TRUST_PROXY takes"),
);

test.each(["x", "mail.example.gr", "http://mail.example.gr", "smtp://", "smtp://user@mail.example.gr"])(
  "SMTP_URL may not be %s",
  (SMTP_URL) => expect(refused({ SMTP_URL })).toContain("SMTP_URL takes smtp://host:port"),
);

test.each(["nobody", "Visits <a@example.gr>", "a@example.gr, b@example.gr", "a@example.gr\r\nBcc: b@example.gr"])(
  "MAIL_FROM may not be %j",
  (MAIL_FROM) => expect(refused({ MAIL_FROM })).toContain("MAIL_FROM takes one address"),
);

test("a trial needs no address of its own to send from", () => {
  expect(readConfig({ SMTP_URL: "smtp://127.0.0.1:2525" }).MAIL_FROM).toBe("no-reply@visits.example");
});

test("NODE_ENV forgotten beside a real sign-in: no invented directory, and a word in the log", () => {
  const forgotten = { ...production, NODE_ENV: "" };
  expect(refused({ ...forgotten, DIRECTORY_URL: "" })).toContain("needs the real staff directory");
  expect(riskyChoices(readConfig(forgotten))).toEqual([expect.stringContaining("NODE_ENV is not production")]);
});

test("what is a choice is named, and nothing else", () => {
  const named = (env: Record<string, string>) => riskyChoices(readConfig(env));
  expect([...named({}), ...named(production)]).toEqual([]);
  expect(named({ ...production, TRUST_PROXY: "false" })).toEqual([expect.stringContaining("TRUST_PROXY is false")]);
  expect(named({ ...production, SMTP_URL: "" })).toEqual([expect.stringContaining("SMTP_URL is not set")]);
  const forgotten = { ...production, NODE_ENV: "", SMTP_URL: "" };
  expect(named(forgotten)).toEqual([expect.stringContaining("NODE_ENV"), expect.stringContaining("SMTP_URL")]);
  expect(named({ DIRECTORY_URL: "https://directory.example.gr" })).toEqual([
    expect.stringContaining("invented people"),
  ]);
});

test("an address of the database names one server or several, of which one is to take writes", () => {
  for (const name of ["DATABASE_URL", "DATABASE_OWNER_URL", "DATABASE_DIRECT_URL"]) {
    const taken = (address: string) => refused({ DATABASE_URL: "postgres://a/visits", [name]: address });
    for (const address of [
      "postgres://visits:p%40ss@a:5432/visits",
      "postgres://visits@a,b:5433/visits?target_session_attrs=read-write",
      "postgresql://visits@[::1]:5432,b/visits?sslmode=require&target_session_attrs=primary",
      "postgres://visits@/visits?host=/run/postgresql",
    ])
      expect(taken(address)).toBeNull();
    for (const address of [
      "postgres://visits@a:fifty,b/visits",
      "postgres://visits@a,,b/visits",
      "postgres://visits@a/visits?target_session_attrs=any",
      "postgres://visits@a,b/visits?target_session_attrs=standby",
    ])
      expect(taken(address)).toContain(`${name} takes`);
  }
});
