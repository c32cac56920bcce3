import * as commandLine from "./en/command-line.ts";
import { identity, standIn } from "./en/identity.ts";
import * as faults from "./en/import.ts";
import { letter } from "./en/letter.ts";
import { mailStandIn } from "./en/mail-stand-in.ts";
import { paper } from "./en/paper.ts";
import { server } from "./server-greek.ts";
import { addWords, type ServerCatalogue } from "./text.ts";
import "./english.ts";
import "./ministry.ts";

/** All words there are, in both languages: a server answers each in its caller's. */

const en: ServerCatalogue = { command: commandLine, identity, import: faults, letter, mailStandIn, paper, standIn };

addWords("el", server);
addWords("en", en);
