import { pagesGreek } from "./pages-greek.ts";
import { addWords } from "./text.ts";

/** Not with the first page, which is the day; whatever page is opened from it waits for them. */
addWords("el", pagesGreek);
