import { ministryGreek } from "./greek/ministry-greek.ts";
import { addWords } from "./text.ts";

/** Not with the first page: nearly everybody works in an office and never sees them. */
addWords("el", ministryGreek);
