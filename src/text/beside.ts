import { besideGreek } from "./greek/beside-greek.ts";
import { addWords } from "./text.ts";

/** Not before the day: they come with whatever is opened on it, fetched while the browser is idle. */
addWords("el", besideGreek);
