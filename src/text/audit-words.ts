import greek from "./el/audit.json" with { type: "json" };
import english from "./en/audit.json" with { type: "json" };
import { addWords } from "./text.ts";

/** What only the audit says, in either language: it comes with whatever shows its entries. */

addWords("el", greek);
addWords("en", english);
