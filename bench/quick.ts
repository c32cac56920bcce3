import { compare, said } from "./compare.ts";
import { startMachine } from "./machine.ts";
import { growTo } from "./nation.ts";
import { phonesCost } from "./phones.ts";
import { placesCost } from "./places.ts";
import { rivals } from "./rivals.ts";
import { searchWork } from "./search.ts";
import { furnish, works } from "./works.ts";

/** A look within two minutes, at 20 thousand appointments and ten requests under way; it writes nothing down. */
const BUSY = Temporal.Now.plainDateISO("Europe/Athens").add({ days: 30 });
const PART = 0.2;

const machine = await startMachine();
await furnish(machine, BUSY);
await growTo(machine, { offices: 1, days: 250 });
const all = [...Object.values(works(machine, 0, BUSY)), await searchWork(machine)];
for (const work of all) await compare(machine, { ...work, count: work.count * PART }, 10);
said({ work: "200 rivals for one place", load: "200", service: await rivals(machine) });
await phonesCost(machine);
process.stdout.write(`a place among 1,200 offices: ${placesCost().toFixed(2)} ms CPU\n`);
await machine.close();
