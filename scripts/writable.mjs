import { accessSync, constants, existsSync } from "node:fs";
import { ROOT } from "./paths.mjs";

/** Ends with what to do where a folder of the project is to be made or changed and can't be. */
export function requireWritable(name, reason) {
  const folder = existsSync(ROOT + name) ? ROOT + name : ROOT;
  try {
    accessSync(folder, constants.W_OK);
  } catch (error) {
    console.error(
      `${reason}, and ${folder} can't be written (${error.code}). Run "npm run build" where the project's folder can be ` +
        "written, then bring node_modules and dist here with it. Once built, it is only read: what the trial's database " +
        "keeps goes to DATA_DIR, and with DATABASE_URL nothing is written.",
    );
    process.exit(1);
  }
}
