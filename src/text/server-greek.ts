import { book } from "./el/citizens/book.ts";
import { easy } from "./el/citizens/easy.ts";
import { entrance } from "./el/citizens/entrance.ts";
import { finder } from "./el/citizens/finder.ts";
import { visit } from "./el/citizens/visit.ts";
import * as commandLine from "./el/command-line.ts";
import { identity, standIn } from "./el/identity.ts";
import * as faults from "./el/import.ts";
import { letter } from "./el/letter.ts";
import { mailStandIn } from "./el/mail-stand-in.ts";
import { paper } from "./el/paper.ts";

/** What only a server says. */
export const server = {
  book,
  command: commandLine,
  easy,
  entrance,
  finder,
  identity,
  import: faults,
  letter,
  mailStandIn,
  paper,
  standIn,
  visit,
};
