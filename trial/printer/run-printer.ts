import { join } from "node:path";
import { createDevice } from "./device.ts";
import { journalIn } from "./journal.ts";
import { startPanel } from "./panel.ts";

/** npm run printer -- ADDRESS [FOLDER], with the key in PRINTER_KEY: a stand-in for a ticket printer, for trials alone. */
const [address, folder = "data/printer"] = process.argv.slice(2);
const key = process.env.PRINTER_KEY;
if (!address || !key) {
  console.error("PRINTER_KEY=visits_printer_… npm run printer -- https://…/api/public/v1/printer/ [FOLDER]");
  process.exit(2);
}
const device = createDevice({ address, key, journal: journalIn(folder), paper: () => "ok" });
device.start();
const panel = await startPanel({ device, papers: join(folder, "papers") });
console.log(
  `A stand-in for a ticket printer, not a real one. Its buttons: ${panel.origin}; its papers: ${folder}/papers`,
);
process.once("SIGINT", () => {
  device.stop();
  void panel.stop();
});
