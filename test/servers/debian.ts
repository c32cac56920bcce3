import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import type { TestProject } from "vitest/node";
import { provideServer } from "../test-server.ts";

const FOLDER = "/usr/lib/postgresql";

/** The newest of Debian's own servers that is installed; undefined where there is none. */
export function debianVersion(): string | undefined {
  const versions = existsSync(FOLDER) ? readdirSync(FOLDER) : [];
  return versions.sort((a, b) => Number(b) - Number(a))[0];
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  return await provideServer(project, () => join(FOLDER, String(debianVersion()), "bin"));
}
