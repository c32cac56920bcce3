import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkConfig, say } from "../../../test/check-config.ts";
import { asOwner, emptyDatabase } from "../../../test/database.ts";
import { type DocumentedRoles, documentedRoles, type RolesDatabase } from "../../../test/documented-roles.ts";
import { freePort } from "../../../test/free-port.ts";
import { hasPooler, type Pooler, startPooler } from "../../../test/pooler.ts";
import { visits } from "../visits.ts";
import { judgeClock } from "./clock-probe.ts";

/** As docs/operations.md has it, migrated. */
let roles: DocumentedRoles;
let database: RolesDatabase;
beforeAll(async () => {
  roles = await documentedRoles();
  database = await roles.aDatabase();
  const quiet = { out: () => {}, err: () => {} };
  expect(await visits(["migrate"], settings(), quiet)).toBe(0);
});
afterAll(() => roles.drop());

const settings = (changed: Readonly<Record<string, string>> = {}) => ({
  DATABASE_URL: database.appUrl,
  DATABASE_OWNER_URL: database.ownerUrl,
  ...changed,
});
const as = (url: string, changed: Partial<Pick<URL, "username" | "pathname" | "port" | "hostname">>) =>
  Object.assign(new URL(url), changed).href;

/** Of the database alone: what else is not set is a trial's. */
async function found(changed: Readonly<Record<string, string>> = {}) {
  const { exit, lines, probes } = await checkConfig(settings(changed));
  const isOfDatabase = (line: string) => !/^(sign-in|citizens|directory|mail) /.test(line);
  return { exit, lines: lines.filter(isOfDatabase), probes };
}

const FINE = [
  "database DATABASE_URL fine database-fine",
  "owner DATABASE_OWNER_URL fine owner-fine",
  "pooler DATABASE_URL fine no-pooler",
  "clock NTP fine clock-fine",
];

test("with the documented roles all is fine, and nothing has been written", async () => {
  const before = await written();
  expect(await found()).toMatchObject({ exit: 0, lines: FINE });
  expect(await written()).toEqual(before);
});

/** Rows that were ever written, as the server counts them once all connections but this one have ended. */
async function written() {
  const others = "select from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()";
  await expect.poll(() => asOwner(database.adminUrl, others)).toEqual([]);
  return asOwner(
    database.adminUrl,
    "select sum(n_tup_ins + n_tup_upd + n_tup_del)::int as rows from pg_stat_user_tables",
  );
}

test("a person reads what is wrong with what to do about it, and no password", async () => {
  const { exit, out } = await say(settings({ DATABASE_URL: as(database.appUrl, { username: "nobody" }) }));
  expect(exit).toBe(1);
  expect(out).toMatch(
    /^ {2}✗ DATABASE_URL +Βάση δεδομένων: δεν δέχεται τον χρήστη.*\n {6}→ Ελέγξτε χρήστη και κωδικό/m,
  );
  expect(out).toMatch(/λάθη: 1\. Η πλατφόρμα δεν θα ξεκινούσε\./);
  expect(out).not.toContain("secret");
  const { out: fine } = await say(settings(), "--lang=en");
  expect(fine).toMatch(/^ {2}✓ DATABASE_URL +Database: answers, PostgreSQL \d+/m);
  expect(fine).not.toContain("would not start");
});

test.each<[string, () => Readonly<Record<string, string>> | Promise<Readonly<Record<string, string>>>, string]>([
  ["no server", async () => ({ DATABASE_URL: as(database.appUrl, { port: String(await freePort()) }) }), "unreachable"],
  ["no such host", () => ({ DATABASE_URL: as(database.appUrl, { hostname: "nowhere.invalid" }) }), "unknown-host"],
  ["no such login", () => ({ DATABASE_URL: as(database.appUrl, { username: "nobody" }) }), "login-refused"],
  ["no such database", () => ({ DATABASE_URL: as(database.appUrl, { pathname: "/nowhere" }) }), "no-database"],
  ["a server without TLS", () => ({ DATABASE_URL: `${database.appUrl}?sslmode=verify-full` }), "no-tls"],
  [
    "none of several that takes writes",
    async () => ({ DATABASE_URL: database.appUrl.replace(/@([^/]*)/, `@127.0.0.1:${await freePort()},127.0.0.1:9`) }),
    "unreachable",
  ],
])("%s is told as what it is", async (_, changed, code) => {
  const { exit, lines } = await found(await changed());
  expect([exit, lines]).toEqual([1, [`database DATABASE_URL wrong ${code}`]]);
});

test("a database closed to writes is no database to work with", async () => {
  const { pathname } = new URL(database.adminUrl);
  const readOnly = (value: string) =>
    asOwner(database.adminUrl, `alter database ${pathname.slice(1)} set default_transaction_read_only = ${value}`);
  await readOnly("on");
  try {
    expect((await found()).lines).toEqual(["database DATABASE_URL wrong takes-no-writes"]);
  } finally {
    const url = `${database.adminUrl}?options=-c%20default_transaction_read_only%3Doff`;
    await asOwner(url, `alter database ${pathname.slice(1)} reset default_transaction_read_only`);
  }
});

test("a database that can't keep Greek is named before anything is written into it", async () => {
  const latin = await emptyDatabase("template template0 encoding 'LATIN1' lc_collate 'C' lc_ctype 'C'");
  const { lines, probes } = await found({ DATABASE_URL: latin.url });
  expect(lines[0]).toBe("database DATABASE_URL wrong other-encoding");
  expect(probes.find(({ probe }) => probe === "database")?.found).toContain("LATIN1");
  await latin.drop();
});

test("an empty database is a note, for the start brings it up to date; one of a later release is not", async () => {
  const empty = await roles.aDatabase();
  const both = { DATABASE_URL: empty.appUrl, DATABASE_OWNER_URL: empty.ownerUrl };
  expect(await found(both)).toMatchObject({
    exit: 0,
    lines: ["database DATABASE_URL note not-migrated", ...FINE.slice(1)],
  });
  await asOwner(database.adminUrl, "update migration set works_from = '9999_later.sql' where name like '0001%'");
  expect(await found()).toMatchObject({
    exit: 1,
    lines: ["database DATABASE_URL wrong program-too-old", ...FINE.slice(1, 2), ...FINE.slice(3)],
  });
  await asOwner(database.adminUrl, "update migration set works_from = null where name like '0001%'");
});

describe("rights that are not as docs/operations.md has them", () => {
  test("a login that owns the tables is a note in a trial and wrong in production", async () => {
    const swapped = { DATABASE_URL: database.ownerUrl };
    await asOwner(database.adminUrl, `grant visits_app to ${new URL(database.ownerUrl).username}`);
    expect((await found(swapped)).lines[0]).toBe("database DATABASE_URL note passes-security-by");
    const { exit, lines } = await checkConfig({ ...settings(swapped), ...PRODUCTION });
    expect([exit, lines[0]]).toEqual([1, "database DATABASE_URL wrong passes-security-by"]);
    await asOwner(database.adminUrl, `revoke visits_app from ${new URL(database.ownerUrl).username}`);
  });

  test("a login that is no member of the program's role", async () => {
    await asOwner(database.adminUrl, `revoke visits_app from ${roles.login}`);
    const { exit, lines, probes } = await found();
    expect([exit, lines]).toEqual([1, ["database DATABASE_URL wrong no-member", FINE[1], FINE[3]]]);
    expect(probes.find(({ probe }) => probe === "database")?.remedy).toContain(`grant visits_app to ${roles.login};`);
    expect(await found({ DATABASE_OWNER_URL: database.adminUrl })).toMatchObject({
      exit: 0,
      lines: ["database DATABASE_URL note no-member", FINE[1], FINE[3]],
    });
    await asOwner(database.adminUrl, `grant visits_app to ${roles.login}`);
  });

  test("an owner of another database, one without the rights, and none at all", async () => {
    const other = await roles.aDatabase();
    expect((await found({ DATABASE_OWNER_URL: other.ownerUrl })).lines[1]).toBe(
      "owner DATABASE_OWNER_URL wrong other-database",
    );
    const { lines } = await found({ DATABASE_OWNER_URL: database.appUrl });
    expect(lines).toContain("owner DATABASE_OWNER_URL wrong no-owner-of-it");
    expect(lines).toContain("owner DATABASE_OWNER_URL wrong no-definer");
    expect(await found({ DATABASE_OWNER_URL: "" })).toMatchObject({
      exit: 0,
      lines: [FINE[0], "owner DATABASE_OWNER_URL note no-owner", FINE[2], FINE[3]],
    });
  });

  test("more connections for a process than the server has", async () => {
    const small = await asOwner<{ most: number }>(
      database.adminUrl,
      "select current_setting('max_connections')::int - current_setting('superuser_reserved_connections')::int as most",
    );
    const { lines, exit } = await found({ DATABASE_POOL_SIZE: "200" });
    const isTooMany = 200 >= (small[0]?.most ?? 0);
    expect([exit, lines[0]]).toEqual(
      isTooMany ? [1, "database DATABASE_POOL_SIZE wrong pool-too-large"] : [0, FINE[0]],
    );
  });
});

test("clocks further apart than two seconds are told, whichever is ahead", () => {
  for (const apart of [2_001, -2_001, 3_600_000]) expect(judgeClock(apart)).toMatchObject({ is: "wrong" });
  for (const apart of [0, 2_000, -1_999]) expect(judgeClock(apart)).toMatchObject({ is: "fine" });
  expect(judgeClock(-61_240)).toMatchObject({ values: { seconds: 61.2 } });
});

describe.runIf(hasPooler)("with PgBouncer between", () => {
  let pooler: Pooler;
  beforeAll(async () => {
    pooler = await startPooler(database.appUrl, [new URL(database.appUrl)], "options");
  });
  afterAll(() => pooler.stop());

  test("the settings have to tell of it, and their direct address has to lead past it", async () => {
    const through = pooler.through(database.appUrl);
    expect((await found({ DATABASE_URL: through })).lines).toContain("pooler DATABASE_URL wrong pooler-unnamed");
    const both = { DATABASE_URL: through, DATABASE_DIRECT_URL: through };
    expect((await found(both)).lines).toContain("pooler DATABASE_DIRECT_URL wrong direct-is-pooler");
  });

  test("what its login lacks is told with the statements that give it; with them all is fine", async () => {
    const named = { DATABASE_URL: pooler.through(database.appUrl), DATABASE_DIRECT_URL: database.appUrl };
    const lacking = await found(named);
    expect([lacking.exit, lacking.lines[2]]).toEqual([1, "pooler DATABASE_URL wrong settings-lacking"]);
    const remedy = lacking.probes.find(({ code }) => code === "settings-lacking")?.remedy ?? "";
    const statements = remedy.split("\n").filter((line) => line.includes("alter role"));
    await asOwner(database.adminUrl, statements.join("\n"));
    const again = await startPooler(database.appUrl, [new URL(database.appUrl)], "");
    const fine = await found({ ...named, DATABASE_URL: again.through(database.appUrl) });
    await again.stop();
    await asOwner(database.adminUrl, `alter role ${roles.login} reset all`);
    expect([fine.exit, fine.lines[2]]).toEqual([0, "pooler DATABASE_URL fine pooler-fine"]);
  });

  test("another login, or another database behind it, is told", async () => {
    const other = await roles.aDatabase();
    const url = { DATABASE_DIRECT_URL: database.appUrl };
    const login = as(pooler.through(database.appUrl), { username: "another" });
    expect((await found({ ...url, DATABASE_URL: login })).lines[2]).toBe("pooler DATABASE_URL wrong other-login");
    await asOwner(database.adminUrl, (await statementsFor(database)).join("\n"));
    const astray = await startPooler(database.appUrl, [new URL(database.appUrl)], "");
    const { lines } = await found({ ...url, DATABASE_URL: astray.through(other.appUrl) });
    await astray.stop();
    await asOwner(database.adminUrl, `alter role ${roles.login} reset all`);
    expect(lines[2]).toBe("pooler DATABASE_URL wrong other-database");
  });
});

const statementsFor = async ({ appUrl }: RolesDatabase): Promise<readonly string[]> => {
  const pooler = await startPooler(appUrl, [new URL(appUrl)], "");
  const { probes } = await found({ DATABASE_URL: pooler.through(appUrl), DATABASE_DIRECT_URL: appUrl });
  await pooler.stop();
  return (probes.find(({ code }) => code === "settings-lacking")?.remedy ?? "")
    .split("\n")
    .filter((line) => line.includes("alter role"));
};

/** Nobody answers there, which is told beside. */
const PRODUCTION = {
  NODE_ENV: "production",
  PUBLIC_BASE_URL: "https://127.0.0.1:9",
  TRUST_PROXY: "false",
  AUDIT_KEY: "7f2c9a41be08d6535510cc3e97a4f18b",
  OIDC_ISSUER: "https://127.0.0.1:9",
  OIDC_CLIENT_ID: "visits",
  OIDC_CLIENT_SECRET: "wq83-plot-UNEVEN-hedge",
  DIRECTORY_URL: "https://127.0.0.1:9",
  DIRECTORY_USERNAME: "visits",
  DIRECTORY_PASSWORD: "kd02-brass-ORBIT-lemon",
};

test("before a start only what would end it is said: who lacks a mail server serves all the same", async () => {
  const mailDown = { SMTP_URL: `smtp://127.0.0.1:${await freePort()}` };
  expect((await say(settings(mailDown))).exit).toBe(1);
  expect(await say(settings(mailDown), "--to-start")).toEqual({ exit: 0, out: "" });
  const { exit, out } = await say(
    settings({ ...mailDown, DATABASE_URL: "postgres://127.0.0.1:1/visits" }),
    "--to-start",
  );
  expect([exit, out.includes("DATABASE_URL"), out.includes("SMTP_URL")]).toEqual([1, true, false]);
  expect((await say({ PORT: "eighty" }, "--to-start")).exit).toBe(1);
});
