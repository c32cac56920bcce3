import { writeFile } from "node:fs/promises";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { cpuOf, type Measured } from "./load.ts";
import { type Must, verdict } from "./must.ts";
import type { Seeding } from "./nation.ts";

export interface Row {
  readonly work: string;
  /** Requests under way, or a second */
  readonly load: string;
  readonly service: Measured;
  readonly floor?: Measured | undefined;
  readonly bare?: Measured | undefined;
}

export interface Growth {
  readonly what: string;
  /** One for each size, the smallest first */
  readonly values: readonly number[];
}

export interface Report {
  readonly sizes: readonly Seeding[];
  readonly rows: readonly Row[];
  readonly growth: readonly Growth[];
  readonly musts: readonly Must[];
}

const FILE = fileURLToPath(new URL("../docs/bench.md", import.meta.url));

/** Writes docs/bench.md: every number is of this one run. */
export async function writeReport({ sizes, rows, growth, musts }: Report): Promise<void> {
  await writeFile(
    FILE,
    `# How fast, beside a floor, and how it grows

Written by \`npm run bench\` on ${new Date().toISOString().slice(0, 10)}: ${cpus().length} × ${cpus()[0]?.model.trim()}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version},
the embedded PostgreSQL; load generator, program and database share the machine. The program is installed as whoever runs it
installs it, with production's packages and settings, and asked as browsers ask: compressed, with their cookies, on connections that
stay. The floor is a bare \`node:http\` server on the same tables for which everything is one statement: no sign-in, no validation,
no rules, no history; the bare floor does the same in a table of its own, without a trigger (\`bench/floor.ts\`). Why so: [0075](decisions/0075-the-bench-asks-the-release.md).

## What must be reached

| | must | measured | |
|---|---|---|---|
${musts.map((one) => `| ${one.what} | ${one.must} | ${one.measured} | ${verdict(one)} |`).join("\n")}

## Requests

At the largest size. Load: requests under way, or a second. Times in milliseconds; CPU in milliseconds a request, of the program
and of the database. Failures are answers other than the one expected.

| work | load | bare /s | floor /s | /s | ratio | p50 | p99 | floor p99 | floor CPU | CPU program | CPU database | failures |
|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|
${rows.map(line).join("\n")}

## Growth

Milliseconds at each size, and the last against the first.

| | ${sizes.map(({ appointments }) => appointments.toLocaleString("en")).join(" | ")} | growth |
|---|${sizes.map(() => "--:|").join("")}--:|
${growth.map(({ what, values }) => `| ${what} | ${values.map((value) => value.toFixed(2)).join(" | ")} | ${ratio(values).toFixed(2)} × |`).join("\n")}

## The seed

\`visits seed --fill 0.6\`, each line on top of the one before: offices, with how many working days each.

| offices × days | appointments | seconds | gigabytes |
|--:|--:|--:|--:|
${sizes.map((size) => `| ${size.offices} | ${size.appointments.toLocaleString("en")} | ${size.seconds.toFixed(0)} | ${size.gigabytes.toFixed(1)} |`).join("\n")}
`,
  );
}

export const ratio = (values: readonly number[]): number => (values.at(-1) ?? 0) / (values[0] ?? 1);

function line({ work, load, floor, bare, service }: Row): string {
  const cells = [
    work,
    load,
    bare ? bare.rps.toFixed(0) : "",
    floor ? floor.rps.toFixed(0) : "",
    service.rps.toFixed(0),
    floor ? `${((service.rps / floor.rps) * 100).toFixed(0)} %` : "",
    service.p50.toFixed(1),
    service.p99.toFixed(1),
    floor ? floor.p99.toFixed(1) : "",
    floor ? cpuOf(floor).toFixed(2) : "",
    service.serviceCpu.toFixed(2),
    service.databaseCpu.toFixed(2),
    service.failures,
  ];
  return `| ${cells.join(" | ")} |`;
}
