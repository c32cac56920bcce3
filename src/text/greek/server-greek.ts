import book from "../el/citizens/book.json" with { type: "json" };
import easy from "../el/citizens/easy.json" with { type: "json" };
import entrance from "../el/citizens/entrance.json" with { type: "json" };
import finder from "../el/citizens/finder.json" with { type: "json" };
import mine from "../el/citizens/mine.json" with { type: "json" };
import visit from "../el/citizens/visit.json" with { type: "json" };
import commandLine from "../el/command-line.json" with { type: "json" };
import display from "../el/display.json" with { type: "json" };
import identity from "../el/identity.json" with { type: "json" };
import imports from "../el/import.json" with { type: "json" };
import letter from "../el/letter.json" with { type: "json" };
import paper from "../el/paper.json" with { type: "json" };
import mailStandIn from "../el/stand-ins/mail.json" with { type: "json" };
import walletStandIn from "../el/stand-ins/wallet.json" with { type: "json" };

/** What only a server says. */
export const server = {
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
