import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { hasPooler, type Pooler, startPooler } from "../../../test/pooler.ts";
import type { NoticeListener } from "../notices/listen.ts";
import { type Notices, noticesOf } from "../notices/notices.ts";
import { type OpenDatabase, openDatabase } from "./connect.ts";
import { OF_NATION } from "./sql.ts";

let database: FreshDatabase;
let login: string;
const ends: (() => Promise<unknown>)[] = [];

beforeEach(async () => {
  database = await freshDatabase(2);
  login = `login_${database.name}`;
  await asOwner(database.ownerUrl, `create role ${login} login password 'secret'; grant visits_app to ${login}`);
  ends.push(database.drop, () => asOwner(database.ownerUrl, `drop role ${login}`));
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

const appUrl = () => Object.assign(new URL(database.ownerUrl), { username: login, password: "secret" }).href;

async function aPooler(ignored = ""): Promise<Pooler> {
  const pooler = await startPooler(database.ownerUrl, [new URL(appUrl())], ignored);
  ends.push(() => pooler.stop());
  return pooler;
}

async function open(pooler: Pooler, direct: boolean, owner = true): Promise<OpenDatabase> {
  const opened = await openDatabase({
    DATABASE_URL: pooler.through(appUrl()),
    ...(owner && { DATABASE_OWNER_URL: database.ownerUrl }),
    ...(direct && { DATABASE_DIRECT_URL: appUrl() }),
    DATABASE_POOL_SIZE: 20,
    DATA_DIR: "unused",
  });
  ends.push(() => opened.close());
  return opened;
}

describe.runIf(hasPooler)("through PgBouncer in transaction mode", () => {
  test("without the server's own address it does not start, and says what to set", async () => {
    await expect(open(await aPooler(), false)).rejects.toThrow("set DATABASE_DIRECT_URL");
    await expect(open(await aPooler("options"), false)).rejects.toThrow("set DATABASE_DIRECT_URL");
  });

  test("a login without the application's settings is refused with the statements that give them", async () => {
    const pooler = await aPooler();
    await expect(open(pooler, true, false)).rejects.toThrow(`alter role "${login}" set role = 'visits_app';`);
  });

  test("each of a hundred transactions at once sees its own office only, on three connections", async () => {
    const { app, pool } = await open(await aPooler(), true);
    await asOwner(
      database.ownerUrl,
      `insert into office (id, code, name, municipality) overriding system value
         select n, (5000 + n)::text, 'ΚΕΠ', 'Δήμος' from generate_series(1, 100) as n;
       insert into queue (office_id, number, name, is_default, is_active, slot_minutes)
         select id, 1, 'Ουρά ' || id, true, true, 10 from office`,
    );
    const seen = await Promise.all(
      Array.from({ length: 100 }, (_, index) =>
        app.write({ office: index + 1 }, (tx) => tx.sql<{ office: number }>`select office_id as office from queue`),
      ),
    );
    expect(seen).toEqual(seen.map((_, index) => [{ office: index + 1 }]));
    const { rows } = await pool.query("select current_user as role, current_setting('statement_timeout') as timeout");
    expect(rows).toEqual([{ role: "visits_app", timeout: "4600ms" }]);
  });

  test("what is told through the pooler is heard past it; listening through the pooler says that it can't be", async () => {
    const pooler = await aPooler("options");
    const [{ app, notices }, { notices: others }] = [await open(pooler, true), await open(pooler, true)];
    const heard = Promise.withResolvers<string>();
    await listening(notices);
    await listening(others, { onNotice: heard.resolve });
    await app.write(OF_NATION, async (tx) => tx.announce("told"));
    expect(await heard.promise).toBe("told");
    const failed = Promise.withResolvers<Error>();
    void listening(
      noticesOf(async () => pooler.through(appUrl())),
      { onError: failed.resolve },
    );
    expect((await failed.promise).message).toContain("set DATABASE_DIRECT_URL");
  });
});

/** Resolves once everything is heard. */
async function listening(notices: Notices, more: Partial<NoticeListener> = {}): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const silent = { onNotice: () => {}, onDeaf: () => {}, onLook: () => {}, onError: () => {}, onFound: () => {} };
  notices.start({ ...silent, onHearing: resolve, ...more });
  ends.push(() => notices.stop());
  await promise;
}
