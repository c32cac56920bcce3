import { plantFaults } from "./mutation.ts";
import { inLines } from "./score-lines.ts";

/** Plants faults in some modules, as many in each file as are asked for: npm run mutation -- 2 queues diary */
const [most = "2", ...modules] = process.argv.slice(2);
const scores = await plantFaults(Number(most), modules, (line) => process.stdout.write(`${line}\n`));
process.stdout.write(`${scores.flatMap(inLines).join("\n")}\n`);
process.exit(0);
