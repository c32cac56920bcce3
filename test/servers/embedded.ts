import type { TestProject } from "vitest/node";
import { findPackage, runnableBinaries } from "../../src/platform/database/embedded/binaries.ts";
import { provideServer } from "../test-server.ts";

/** The server that comes with the packages. */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await findPackage();
  return await provideServer(project, (home) => runnableBinaries(postgres, home));
}
