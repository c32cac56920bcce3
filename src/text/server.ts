import { book } from "./en/citizens/book.ts";
import { easy } from "./en/citizens/easy.ts";
import { entrance } from "./en/citizens/entrance.ts";
import { finder } from "./en/citizens/finder.ts";
import { visit } from "./en/citizens/visit.ts";
import * as commandLine from "./en/command-line.ts";
import { identity, standIn } from "./en/identity.ts";
import * as faults from "./en/import.ts";
import { letter } from "./en/letter.ts";
import { mailStandIn } from "./en/mail-stand-in.ts";
import { paper } from "./en/paper.ts";
import { server } from "./server-greek.ts";
import { addWords, type ServerCatalogue } from "./text.ts";
import "./counter-languages.ts";
import "./english.ts";
import "./ministry.ts";

/** All words there are, in both languages: a server answers each in its caller's. */

const en: ServerCatalogue = {
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

addWords("el", server);
addWords("en", en);
