import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { asOwner, type FreshDatabase, freshDatabase } from "../../../test/database.ts";
import { patiently } from "../../../test/patience.ts";
import { ownServerName } from "../database/releases-in-use.ts";
import { announcementRow, OF_NATION, part, type Tx } from "../database/sql.ts";

/** Two processes on one database: one commits, both listen. */
let database: FreshDatabase;
let own: Process;
let other: Process;
const ends: (() => Promise<unknown>)[] = [];
beforeEach(async () => {
  database = await freshDatabase();
  ends.push(database.drop);
  [own, other] = [await aProcess(), await aProcess()];
});
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

type Process = Awaited<ReturnType<typeof aProcess>>;

async function aProcess() {
  const { db, notices } = database.ofProcess();
  const heard: string[] = [];
  let found = 0;
  const deaf = Promise.withResolvers<void>();
  const { promise, resolve } = Promise.withResolvers<void>();
  const onFound = (count: number) => {
    found += count;
  };
  const listener = { onHearing: resolve, onDeaf: deaf.resolve, onLook: () => {}, onError: () => {}, onFound };
  notices.start({ ...listener, onNotice: (notice) => heard.push(notice) });
  ends.push(notices.stop);
  await promise;
  return { db, notices, heard, found: () => found, deaf: deaf.promise };
}

const announcing = (text: string) => async (tx: Tx) => {
  await tx.sql`update office set name = name`;
  tx.announce(text);
};

const rowsLeft = async () =>
  (await asOwner<{ notices: string[] }>(database.ownerUrl, "select notices from announcement")).map(
    ({ notices }) => notices,
  );

/** @returns once it is so; it is to be so within a second */
const withinASecond = (find: () => unknown) => expect.poll(find, { timeout: patiently(1_000), interval: 5 });

test("who commits hears it before anybody hears of the result, the others soon, each once, and nothing is left", async () => {
  await own.db.write(OF_NATION, announcing("one"));
  expect(own.heard).toEqual(["one"]);
  await withinASecond(() => other.heard).toEqual(["one"]);
  await other.db.write(OF_NATION, announcing("two"));
  await withinASecond(() => own.heard).toEqual(["one", "two"]);
  expect(other.heard).toEqual(["one", "two"]);
  expect(await rowsLeft()).toEqual([]);
  expect([own.found(), other.found()]).toEqual([0, 0]);
});

test("what travels with the last statement is announced as well", async () => {
  await own.db.write(OF_NATION, async (tx) => {
    tx.announce("first", "second");
    await tx.last`update office set name = name`;
  });
  await withinASecond(() => other.heard).toEqual(["first", "second"]);
});

test("what is rolled back, refused or only tried out is told to nobody", async () => {
  const refusing = async (tx: Tx) => {
    await announcing("refused")(tx);
    throw new Error("refused");
  };
  await expect(own.db.write(OF_NATION, refusing)).rejects.toThrow("refused");
  const failing = async (tx: Tx) => {
    tx.announce("failed");
    await tx.last`select 1 / (select 0)`;
  };
  await expect(own.db.write(OF_NATION, failing)).rejects.toThrow("division by zero");
  await own.db.dryRun(OF_NATION, announcing("tried out"));
  await own.db.write(OF_NATION, announcing("done"));
  await withinASecond(() => other.heard).toEqual(["done"]);
  expect(own.heard).toEqual(["done"]);
});

test("a statement that wrote nothing announces nothing to others, and one that wrote does", async () => {
  const conditional = (text: string, limit: number) =>
    own.db.write(OF_NATION, (tx) => {
      const row = announcementRow(tx.announceByRow(text), text, part`from written`);
      return tx.last`with written as (select from generate_series(1, ${limit})), announced as (${row}) select from written`;
    });
  await conditional("nothing", 0);
  await conditional("something", 1);
  await withinASecond(() => other.heard).toEqual(["something"]);
});

test("of a process that did not come to announce, another does within a second", async () => {
  await database.db.write(OF_NATION, announcing("left"));
  for (const { heard } of [own, other]) await withinASecond(() => heard).toEqual(["left"]);
  expect(own.found() + other.found()).toBe(1);
  expect(await rowsLeft()).toEqual([]);
});

test("a process that can't announce for a while is heard all the same, and does not lose its own words", async () => {
  await asOwner(
    database.ownerUrl,
    `select pg_terminate_backend(pid) from pg_stat_activity
    where application_name = $1 and datname = current_database() order by backend_start limit 1`,
    [await ownServerName()],
  );
  await own.deaf;
  await own.db.write(OF_NATION, announcing("without a voice"));
  expect(own.heard).toEqual(["without a voice"]);
  await withinASecond(() => other.heard).toEqual(["without a voice"]);
});

test("a process that does not listen announces at its end", async () => {
  for (const process of [own, other]) await process.notices.stop();
  const listening = new pg.Client({ connectionString: database.appUrl });
  await listening.connect();
  ends.push(() => listening.end());
  const heard: (string | undefined)[] = [];
  listening.on("notification", ({ payload }) => heard.push(payload));
  await listening.query("listen visits");
  const command = database.ofProcess();
  await command.db.write(OF_NATION, announcing("by a command"));
  expect(await rowsLeft()).toEqual([["by a command"]]);
  await command.notices.stop();
  await withinASecond(() => heard).toEqual(["by a command"]);
  expect(await rowsLeft()).toEqual([]);
});

test("what is mentioned leaves no row, and what a release before announces in its transaction is heard", async () => {
  own.notices.mention("filling");
  expect(own.heard).toEqual(["filling"]);
  await withinASecond(() => other.heard).toEqual(["filling"]);
  await asOwner(database.ownerUrl, "select pg_notify('visits', 'of a release before')");
  for (const { heard } of [own, other]) await withinASecond(() => heard).toEqual(["filling", "of a release before"]);
});

test("hundreds at once go together, and each is heard once", async () => {
  const texts = Array.from({ length: 300 }, (_, index) => `act ${index}`);
  await Promise.all(texts.map((text) => own.db.write(OF_NATION, async (tx) => tx.announce(text))));
  await withinASecond(() => other.heard.toSorted()).toEqual(texts.toSorted());
  expect(await rowsLeft()).toEqual([]);
});

test("a notice that could not travel fails its transaction, and one behind the end is refused", async () => {
  await expect(own.db.write(OF_NATION, async (tx) => tx.announce("α".repeat(4_000)))).rejects.toThrow("too long");
  let late: Tx | undefined;
  await own.db.write(OF_NATION, async (tx) => {
    late = tx;
  });
  expect(() => late?.announce("late")).toThrow("after the end");
});
