import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { findPackage, runnableBinaries } from "../../src/platform/database/embedded/binaries.ts";
import { ensureDatabase } from "../../src/platform/database/embedded/embedded.ts";
import { debianVersion } from "../servers/debian.ts";
import { provideServer, type TestServer } from "../test-server.ts";

/** An empty database of a server that the program does not start: Debian's where there is one. */
export async function anExternalDatabase(): Promise<{
  readonly env: { readonly DATABASE_URL: string; readonly DATABASE_OWNER_URL: string };
  stop(): Promise<void>;
}> {
  let server: TestServer | null = null;
  const project = { provide: (_name: string, given: TestServer) => (server = given) } as unknown as TestProject;
  const version = debianVersion();
  const stop = await provideServer(project, async (home) =>
    version ? join("/usr/lib/postgresql", version, "bin") : await runnableBinaries(await findPackage(), home),
  );
  const { ownerUrl, appUrl } = server as unknown as TestServer;
  await ensureDatabase(ownerUrl, "restored");
  return { env: { DATABASE_URL: named(appUrl), DATABASE_OWNER_URL: named(ownerUrl) }, stop };
}

const named = (url: string): string => new URL("/restored", url).href;
