import { help as greek } from "./el/help.ts";
import { help as english } from "./en/help.ts";
import { addWords } from "./text.ts";

/** What only the help says, in either language: it comes with the help, and weighs on no other page. */

addWords("el", { help: greek });
addWords("en", { help: english });
