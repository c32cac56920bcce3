import arBook from "./ar/book.json" with { type: "json" };
import arEasy from "./ar/easy.json" with { type: "json" };
import arEntrance from "./ar/entrance.json" with { type: "json" };
import arFinder from "./ar/finder.json" with { type: "json" };
import arLetter from "./ar/letter.json" with { type: "json" };
import arLine from "./ar/line.json" with { type: "json" };
import arMine from "./ar/mine.json" with { type: "json" };
import arRefusals from "./ar/refusals.json" with { type: "json" };
import arSeen from "./ar/seen.json" with { type: "json" };
import arSlip from "./ar/slip.json" with { type: "json" };
import arVisit from "./ar/visit.json" with { type: "json" };
import sqBook from "./sq/book.json" with { type: "json" };
import sqEasy from "./sq/easy.json" with { type: "json" };
import sqEntrance from "./sq/entrance.json" with { type: "json" };
import sqFinder from "./sq/finder.json" with { type: "json" };
import sqLetter from "./sq/letter.json" with { type: "json" };
import sqLine from "./sq/line.json" with { type: "json" };
import sqMine from "./sq/mine.json" with { type: "json" };
import sqRefusals from "./sq/refusals.json" with { type: "json" };
import sqSeen from "./sq/seen.json" with { type: "json" };
import sqSlip from "./sq/slip.json" with { type: "json" };
import sqVisit from "./sq/visit.json" with { type: "json" };
import { addCitizensWords } from "./text.ts";
import ukBook from "./uk/book.json" with { type: "json" };
import ukEasy from "./uk/easy.json" with { type: "json" };
import ukEntrance from "./uk/entrance.json" with { type: "json" };
import ukFinder from "./uk/finder.json" with { type: "json" };
import ukLetter from "./uk/letter.json" with { type: "json" };
import ukLine from "./uk/line.json" with { type: "json" };
import ukMine from "./uk/mine.json" with { type: "json" };
import ukRefusals from "./uk/refusals.json" with { type: "json" };
import ukSeen from "./uk/seen.json" with { type: "json" };
import ukSlip from "./uk/slip.json" with { type: "json" };
import ukVisit from "./uk/visit.json" with { type: "json" };
import urBook from "./ur/book.json" with { type: "json" };
import urEasy from "./ur/easy.json" with { type: "json" };
import urEntrance from "./ur/entrance.json" with { type: "json" };
import urFinder from "./ur/finder.json" with { type: "json" };
import urLetter from "./ur/letter.json" with { type: "json" };
import urLine from "./ur/line.json" with { type: "json" };
import urMine from "./ur/mine.json" with { type: "json" };
import urRefusals from "./ur/refusals.json" with { type: "json" };
import urSeen from "./ur/seen.json" with { type: "json" };
import urSlip from "./ur/slip.json" with { type: "json" };
import urVisit from "./ur/visit.json" with { type: "json" };

/** What citizens read in the languages of the counter. No native reader has gone over them yet. */

addCitizensWords("sq", {
  ...sqBook,
  ...sqEasy,
  ...sqEntrance,
  ...sqFinder,
  ...sqLetter,
  ...sqLine,
  ...sqMine,
  ...sqRefusals,
  ...sqSeen,
  ...sqSlip,
  ...sqVisit,
});
addCitizensWords("uk", {
  ...ukBook,
  ...ukEasy,
  ...ukEntrance,
  ...ukFinder,
  ...ukLetter,
  ...ukLine,
  ...ukMine,
  ...ukRefusals,
  ...ukSeen,
  ...ukSlip,
  ...ukVisit,
});
addCitizensWords("ar", {
  ...arBook,
  ...arEasy,
  ...arEntrance,
  ...arFinder,
  ...arLetter,
  ...arLine,
  ...arMine,
  ...arRefusals,
  ...arSeen,
  ...arSlip,
  ...arVisit,
});
addCitizensWords("ur", {
  ...urBook,
  ...urEasy,
  ...urEntrance,
  ...urFinder,
  ...urLetter,
  ...urLine,
  ...urMine,
  ...urRefusals,
  ...urSeen,
  ...urSlip,
  ...urVisit,
});
