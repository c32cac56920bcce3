import pg from "pg";
import { openDatabase } from "../../src/platform/database/connect.ts";
import { aDataFolder } from "../../test/data-folder.ts";
import { inWords } from "../../test/structure/finding.ts";
import { sourceFiles } from "../../test/structure/source-files.ts";
import { statementFindings } from "../../test/structure/statements/findings.ts";
import { serverProgram } from "../../test/structure/statements/program.ts";
import { unreadFindings } from "../../test/structure/statements/unread.ts";

// A database as a first start makes it, in which no statement is ever run. Interrupted, it leaves none behind.
const { env, remove } = await aDataFolder();
const opening = openDatabase({ DATA_DIR: env.DATA_DIR, DATABASE_POOL_SIZE: 1 });
const connecting = opening.then(async ({ ownerUrl }) => {
  const owner = new pg.Client({ connectionString: ownerUrl as string, pipeline: true });
  await owner.connect();
  return owner;
});
let leaving: Promise<void> | undefined;
const leave = () => {
  // The server stays for as long as anybody else is connected.
  leaving ??= connecting
    .then((owner) => owner.end())
    .then(async () => (await opening).close())
    .finally(remove);
  return leaving;
};
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const)
  process.once(signal, () => leave().finally(() => process.exit(1)));
try {
  const report = await statementFindings(serverProgram(), await sourceFiles(["src"]), await connecting);
  const faults = [...report.findings.map(inWords), ...unreadFindings(report.unread)];
  for (const fault of faults) console.error(fault);
  console.log(`${report.prepared} statements prepared, ${report.unread.length} not read:`);
  for (const { file, line, reason } of report.unread) console.log(`  ${file}:${line} ${reason}`);
  process.exitCode = faults.length === 0 ? 0 : 1;
} finally {
  await leave();
}
