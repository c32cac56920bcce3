import book from "./en/citizens/book.json" with { type: "json" };
import easy from "./en/citizens/easy.json" with { type: "json" };
import entrance from "./en/citizens/entrance.json" with { type: "json" };
import finder from "./en/citizens/finder.json" with { type: "json" };
import mine from "./en/citizens/mine.json" with { type: "json" };
import visit from "./en/citizens/visit.json" with { type: "json" };
import commandLine from "./en/command-line.json" with { type: "json" };
import display from "./en/display.json" with { type: "json" };
import identity from "./en/identity.json" with { type: "json" };
import imports from "./en/import.json" with { type: "json" };
import letter from "./en/letter.json" with { type: "json" };
import paper from "./en/paper.json" with { type: "json" };
import mailStandIn from "./en/stand-ins/mail.json" with { type: "json" };
import walletStandIn from "./en/stand-ins/wallet.json" with { type: "json" };
import { server } from "./greek/server-greek.ts";
import { addWords, type ServerCatalogue } from "./text.ts";
import "./counter-languages.ts";
import "./english.ts";
import "./ministry.ts";
import "./pages.ts";

/** All words there are, in both languages: a server answers each in its caller's. */
const en: ServerCatalogue = {
  ...book,
  ...easy,
  ...entrance,
  ...finder,
  ...mine,
  ...visit,
  ...commandLine,
  ...display,
  ...identity,
  ...imports,
  ...letter,
  ...mailStandIn,
  ...paper,
  ...walletStandIn,
};

addWords("el", server);
addWords("en", en);
