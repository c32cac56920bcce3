import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { appLogin } from "../src/platform/database/connect.ts";
import { run } from "../src/platform/database/embedded/account.ts";
import { ensureDatabase } from "../src/platform/database/embedded/embedded.ts";
import { type Home, openHome } from "../src/platform/database/embedded/home.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { noteServerCost } from "./costs/server-cost.ts";
import { freePort } from "./free-port.ts";

export interface TestServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly template: string;
}

/**
 * What it holds does not outlive the tests, so nothing waits for the disk; and none of its short statements is worth
 * compiling. Commits stay synchronous, as the program expects: by that it tells a server from a pooler.
 */
const SETTINGS = {
  listen_addresses: "127.0.0.1",
  unix_socket_directories: "",
  max_connections: 400,
  fsync: "off",
  full_page_writes: "off",
  jit: "off",
};

/** A server for a project's tests, with a migrated template; answers with how to take it away. */
export async function provideServer(
  project: TestProject,
  programs: (home: Home) => string | Promise<string>,
): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "visits-test-"));
  // Run by root, the server drops to another account, which must be able to pass.
  await chmod(folder, 0o711);
  const home = await openHome(join(folder, "server"));
  const bin = await programs(home);
  const port = await freePort();
  await initialized(home, bin);
  const options = Object.entries({ port, ...SETTINGS }).map(([name, value]) => `-c ${name}=${value}`);
  await controlled(home, bin, "-l", join(home.path, "log"), "-o", options.join(" "), "start");
  project.provide("server", await withTemplate(`postgres://owner:unused@127.0.0.1:${port}/postgres`));
  return async () => {
    noteServerCost(project.name, home.cluster);
    await controlled(home, bin, "-m", "immediate", "stop");
    await rm(folder, { recursive: true, force: true });
  };
}

/** A cluster whose owner is called so. */
export const initialized = (home: Home, bin: string): Promise<void> =>
  must(home, join(bin, "initdb"), ["-D", home.cluster, "-U", "owner", "-A", "trust", "-E", "UTF8", ...BRIEFLY]);

/** By pg_ctl, which waits for what it does. */
export const controlled = (home: Home, bin: string, ...what: string[]): Promise<void> =>
  must(home, join(bin, "pg_ctl"), ["-D", home.cluster, "-w", ...what]);

const BRIEFLY = ["--no-locale", "--no-sync", "--no-instructions"];

async function must(home: Home, program: string, args: string[]): Promise<void> {
  const { code, output } = await run(program, args, home.account);
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${output}`);
}

async function withTemplate(ownerUrl: string): Promise<TestServer> {
  const template = "visits_template";
  await ensureDatabase(ownerUrl, template);
  const url = new URL(ownerUrl);
  url.pathname = `/${template}`;
  await migrate(url.href);
  return { ownerUrl, appUrl: await appLogin(url.href), template };
}
