import { existsSync } from "node:fs";
import { chown, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "../../src/platform/database/embedded/account.ts";
import { type Home, openHome } from "../../src/platform/database/embedded/home.ts";
import { freePort } from "../free-port.ts";
import { debianVersion } from "../servers/debian.ts";
import { ROOT } from "../structure/source-files.ts";
import { controlled, initialized } from "../test-server.ts";

/** Debian's PostgreSQL with an archive of its log, kept by pgBackRest as ops/pgbackrest/visits.conf has it. */
export interface ArchivedServer {
  /** The owner's, of the database `visits` */
  readonly ownerUrl: string;
  backUp(): Promise<void>;
  /** Whatever is committed by now is in the archive. */
  archiveAll(): Promise<void>;
  /** As if its disk had gone: the server dies, and its folder with it. */
  lose(): Promise<void>;
  /** As everything was at that moment; resolves when it takes writes. */
  restore(at: Temporal.Instant): Promise<void>;
  remove(): Promise<void>;
}

const PROGRAM = "/usr/bin/pgbackrest";

/** Debian's packages that must be installed first, and are not. */
export const missingForArchive = (): string[] => [
  ...(existsSync(PROGRAM) ? [] : ["pgbackrest"]),
  ...(debianVersion() ? [] : ["postgresql"]),
];

export async function anArchivedServer(folder: string): Promise<ArchivedServer> {
  const home = await openHome(join(folder, "server"));
  const bin = join("/usr/lib/postgresql", String(debianVersion()), "bin");
  const port = await freePort();
  const config = await configured(home, folder, port);
  const pgbackrest = async (...args: string[]) => {
    const { code, output } = await run(PROGRAM, [`--config=${config}`, "--stanza=visits", ...args], home.account);
    if (code !== 0) throw new Error(`pgbackrest ${args.join(" ")} ended with ${code}: ${output}`);
  };
  const archive = `${PROGRAM} --config=${config} --stanza=visits archive-push %p`;
  const settings = [
    `port = ${port}`,
    "listen_addresses = '127.0.0.1'",
    `unix_socket_directories = '${folder}'`,
    "archive_mode = on",
    `archive_command = '${archive}'`,
  ];
  const control = (...what: string[]) => controlled(home, bin, "-l", join(home.path, "log"), ...what);
  await initialized(home, bin);
  await writeFile(join(home.cluster, "postgresql.auto.conf"), settings.map((line) => `${line}\n`).join(""));
  await control("start");
  await pgbackrest("stanza-create");
  return {
    ownerUrl: `postgres://owner:unused@127.0.0.1:${port}/visits`,
    backUp: () => pgbackrest("--type=full", "backup"),
    archiveAll: () => pgbackrest("check"),
    lose: async () => {
      await control("-m", "immediate", "stop");
      await rm(home.cluster, { recursive: true });
    },
    restore: async (at) => {
      await mkdir(home.cluster, { mode: 0o700 });
      if (home.account) await chown(home.cluster, home.account.uid, home.account.gid);
      await pgbackrest(
        "--type=time",
        `--target=${at.toString().replace("T", " ").replace("Z", "+00")}`,
        "--target-action=promote",
        "restore",
      );
      await control("-t", "300", "start");
    },
    remove: () => control("-m", "immediate", "stop"),
  };
}

/** The file of ops, with this trial's folders. */
async function configured(home: Home, folder: string, port: number): Promise<string> {
  const ours = await readFile(`${ROOT}ops/pgbackrest/visits.conf`, "utf8");
  const own = join(folder, "archive");
  for (const path of [own, ...["repo", "log", "lock", "spool"].map((name) => join(own, name))]) {
    await mkdir(path, { mode: 0o700 });
    if (home.account) await chown(path, home.account.uid, home.account.gid);
  }
  const here = ours
    .replace(/repo1-path=.*/, `repo1-path=${own}/repo`)
    .replace(/log-path=.*/, `log-path=${own}/log`)
    .replace(/lock-path=.*/, `lock-path=${own}/lock`)
    .replace(/spool-path=.*/, `spool-path=${own}/spool`)
    .replace(/pg1-path=.*/, `pg1-path=${home.cluster}`)
    .replace(/pg1-port=.*/, `pg1-port=${port}`)
    .replace(/pg1-socket-path=.*/, `pg1-socket-path=${folder}`)
    .replace(/pg1-user=.*/, "pg1-user=owner\npg1-database=postgres");
  await writeFile(join(folder, "pgbackrest.conf"), here, { mode: 0o644 });
  return join(folder, "pgbackrest.conf");
}
