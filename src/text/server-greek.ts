import * as commandLine from "./el/command-line.ts";
import { identity, standIn } from "./el/identity.ts";
import * as faults from "./el/import.ts";

/** What only a server says. */
export const server = { command: commandLine, identity, import: faults, standIn };
