import { correctMonth } from "../measures/open-data/correct.ts";
import { makeNewKey } from "../measures/open-data/new-key.ts";
import type { CorrectionNote } from "../measures/open-data/version-facts.ts";
import { systemClock } from "../platform/time.ts";
import type { Command } from "./command.ts";
import { withOwner } from "./with-owner.ts";

/** A month that was published, made anew with what is said of it (--reason, --reason-en). Without --yes it only shows. */
export const correctOpenDataCommand: Command = {
  files: 0,
  words: ["month", "reason", "reason-en"],
  flags: ["yes"],
  run: async (call) => {
    const { terminal, text, flags, words } = call;
    const { month = "" } = words;
    const note = { greek: words.reason?.trim() ?? "", english: words["reason-en"]?.trim() ?? "" };
    const faults = faultsOf(month, note);
    for (const fault of faults) terminal.err(text(`command.open-data.fault-${fault}`));
    if (faults.length > 0) return 2;
    if (!flags.has("yes")) {
      terminal.out(text("command.open-data.preview", { month, ...note }));
      return 0;
    }
    return withOwner(call, async (db) => {
      const answer = await correctMonth({ db, clock: systemClock }, `${month}-01`, note);
      if ("version" in answer) terminal.out(text("command.open-data.corrected", { month, version: answer.version }));
      else terminal.err(text(`command.open-data.${answer.is}`, { month }));
      return "version" in answer ? 0 : 1;
    });
  },
};

/** Where the key is lost for good, or was seen. */
export const newOpenDataKeyCommand: Command = {
  files: 0,
  flags: ["yes"],
  run: async (call) => {
    const { terminal, text, flags } = call;
    if (!flags.has("yes")) {
      terminal.out(text("command.open-data.key-preview"));
      return 0;
    }
    return withOwner(call, async (db) => {
      const months = await makeNewKey(db, systemClock());
      terminal.out(
        text("command.open-data.key-made", { months: months.join(", ") || text("command.open-data.no-months") }),
      );
      return 0;
    });
  },
};

const MOST_CHARACTERS = 300;

function faultsOf(month: string, { greek, english }: CorrectionNote): ("month" | "reason" | "reason-en")[] {
  return [
    ...(/^\d{4}-(0[1-9]|1[0-2])$/.test(month) ? [] : (["month"] as const)),
    ...(isLine(greek) && /\p{Script=Greek}/u.test(greek) ? [] : (["reason"] as const)),
    ...(isLine(english) && /\p{Script=Latin}/u.test(english) ? [] : (["reason-en"] as const)),
  ];
}

/** Of characters that can be seen, and not so many that they fill a page */
const isLine = (words: string): boolean =>
  words.length > 0 && words.length <= MOST_CHARACTERS && !/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/u.test(words);
