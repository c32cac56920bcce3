import * as commandLine from "./el/command-line.ts";
import { identity, standIn } from "./el/identity.ts";
import * as faults from "./el/import.ts";
import { letter } from "./el/letter.ts";
import { mailStandIn } from "./el/mail-stand-in.ts";
import { paper } from "./el/paper.ts";

/** What only a server says. */
export const server = { command: commandLine, identity, import: faults, letter, mailStandIn, paper, standIn };
