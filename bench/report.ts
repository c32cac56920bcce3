import { writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import type { Measured } from "./load.ts";

export interface Row {
  readonly work: string;
  readonly concurrency: number;
  readonly floor: Measured;
  readonly service: Measured;
}

const FILE = fileURLToPath(new URL("../docs/bench.md", import.meta.url));

/** Writes docs/bench.md: every number is of this one run. */
export async function writeReport(rows: readonly Row[]): Promise<void> {
  const text = `# How fast, beside a floor

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version},
the embedded PostgreSQL; load generator, program and database share the machine. The floor is a bare \`node:http\` server with
the same statements on the same database: no sign-in, no validation, no rules (\`bench/floor.ts\`). c: requests under way.
Times in milliseconds; CPU in milliseconds a request, of the program and of the database.

| work | c | floor /s | /s | ratio | p50 | p99 | floor p99 | CPU program | CPU database | failures |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${rows.map(line).join("\n")}
`;
  await writeFile(FILE, text);
}

function line({ work, concurrency, floor, service }: Row): string {
  const cells = [
    work,
    concurrency,
    floor.rps.toFixed(0),
    service.rps.toFixed(0),
    `${((service.rps / floor.rps) * 100).toFixed(0)} %`,
    service.p50.toFixed(1),
    service.p99.toFixed(1),
    floor.p99.toFixed(1),
    service.serviceCpu.toFixed(2),
    service.databaseCpu.toFixed(2),
    service.failures,
  ];
  return `| ${cells.join(" | ")} |`;
}
