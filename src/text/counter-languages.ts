import * as arBook from "./ar/book.ts";
import * as arEntrance from "./ar/entrance.ts";
import * as arFinder from "./ar/finder.ts";
import * as arLetter from "./ar/letter.ts";
import * as arRefusals from "./ar/refusals.ts";
import * as arSeen from "./ar/seen.ts";
import * as arVisit from "./ar/visit.ts";
import * as sqBook from "./sq/book.ts";
import * as sqEntrance from "./sq/entrance.ts";
import * as sqFinder from "./sq/finder.ts";
import * as sqLetter from "./sq/letter.ts";
import * as sqRefusals from "./sq/refusals.ts";
import * as sqSeen from "./sq/seen.ts";
import * as sqVisit from "./sq/visit.ts";
import { addCitizensWords } from "./text.ts";
import * as ukBook from "./uk/book.ts";
import * as ukEntrance from "./uk/entrance.ts";
import * as ukFinder from "./uk/finder.ts";
import * as ukLetter from "./uk/letter.ts";
import * as ukRefusals from "./uk/refusals.ts";
import * as ukSeen from "./uk/seen.ts";
import * as ukVisit from "./uk/visit.ts";
import * as urBook from "./ur/book.ts";
import * as urEntrance from "./ur/entrance.ts";
import * as urFinder from "./ur/finder.ts";
import * as urLetter from "./ur/letter.ts";
import * as urRefusals from "./ur/refusals.ts";
import * as urSeen from "./ur/seen.ts";
import * as urVisit from "./ur/visit.ts";

/** What citizens read in the languages of the counter. No native reader has gone over them yet. */

addCitizensWords("sq", { ...sqBook, ...sqEntrance, ...sqFinder, ...sqLetter, ...sqRefusals, ...sqSeen, ...sqVisit });
addCitizensWords("uk", { ...ukBook, ...ukEntrance, ...ukFinder, ...ukLetter, ...ukRefusals, ...ukSeen, ...ukVisit });
addCitizensWords("ar", { ...arBook, ...arEntrance, ...arFinder, ...arLetter, ...arRefusals, ...arSeen, ...arVisit });
addCitizensWords("ur", { ...urBook, ...urEntrance, ...urFinder, ...urLetter, ...urRefusals, ...urSeen, ...urVisit });
