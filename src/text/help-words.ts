import greek from "./el/help.json" with { type: "json" };
import english from "./en/help.json" with { type: "json" };
import { addWords } from "./text.ts";

/** What only the help says, in either language: it comes with the help, and weighs on no other page. */

addWords("el", greek);
addWords("en", english);
