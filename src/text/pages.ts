import { pagesGreek } from "./greek/pages-greek.ts";
import { addWords } from "./text.ts";
import "./beside.ts";

/** Not with the first page, which is the day; whatever page is opened from it waits for them. */
addWords("el", pagesGreek);
