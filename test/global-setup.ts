import { chmod, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { appLogin } from "../src/platform/database/connect.ts";
import { ensureDatabase, startEmbedded } from "../src/platform/database/embedded/embedded.ts";
import { migrate } from "../src/platform/database/migrate.ts";
import { startDebianServer } from "./debian-server.ts";

export interface TestServer {
  readonly ownerUrl: string;
  readonly appUrl: string;
  readonly template: string;
}

/** One embedded server for all tests and, where Debian's is installed, that one too; each with a migrated template. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(join(tmpdir(), "visits-test-"));
  // Run by root, the servers drop to another account, which must be able to pass.
  await chmod(folder, 0o711);
  const embedded = await startEmbedded(join(folder, "embedded"));
  const debian = await startDebianServer(join(folder, "debian"));
  const servers: Record<string, TestServer> = { embedded: await withTemplate(embedded.ownerUrl("postgres")) };
  if (debian) servers.debian = await withTemplate(debian.ownerUrl);
  project.provide("servers", servers);
  return async () => {
    await Promise.all([embedded.stop(), debian?.stop()]);
    await rm(folder, { recursive: true, force: true });
  };
}

async function withTemplate(ownerUrl: string): Promise<TestServer> {
  const template = "visits_template";
  await ensureDatabase(ownerUrl, template);
  const url = new URL(ownerUrl);
  url.pathname = `/${template}`;
  await migrate(url.href);
  return { ownerUrl, appUrl: await appLogin(url.href), template };
}
