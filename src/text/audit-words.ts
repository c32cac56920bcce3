import { audit as greek } from "./el/audit.ts";
import { audit as english } from "./en/audit.ts";
import { addWords } from "./text.ts";

/** What only the audit says, in either language: it comes with whatever shows its entries. */

addWords("el", { audit: greek });
addWords("en", { audit: english });
