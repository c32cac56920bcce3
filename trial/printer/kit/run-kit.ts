import { createInterface } from "node:readline/promises";
import { testDevice } from "./conformance.ts";

/** npm run conformance:printer [-- PORT]: plays the platform for a printer of any maker, and says what is right of it. */
const terminal = createInterface({ input: process.stdin, output: process.stdout });
const port = Number(process.argv[2] ?? 8099);

const verdicts = await testDevice({
  port,
  seconds: { patience: 60, quiet: 15 },
  lead: async ({ address, key }) => {
    console.log(`Lead the device to\n  ${address}\nwith the key\n  ${key}`);
    await terminal.question("Enter, once it is: ");
    return {
      press: async () => void (await terminal.question("  Press one of its buttons, once; then Enter: ")),
      papers: async (number) => {
        const seen = await terminal.question(`  How many papers with ${number} have come out? [1] `);
        return seen.trim() === "" ? 1 : Number(seen);
      },
    };
  },
  onStep: ({ name, wants }) => console.log(`\n${name}: ${wants}`),
  onVerdict: ({ wrong }) => console.log(wrong === null ? "  right" : `  WRONG: ${wrong}`),
});
terminal.close();
const wrong = verdicts.filter((verdict) => verdict.wrong !== null);
console.log(`\n${verdicts.length - wrong.length} of ${verdicts.length} right`);
for (const verdict of wrong) console.log(`  ${verdict.name}: ${verdict.wrong}`);
process.exitCode = wrong.length > 0 ? 1 : 0;
