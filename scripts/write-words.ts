import { writeFile } from "node:fs/promises";
import { ROOT } from "../test/structure/source-files.ts";
import { wordTypes } from "../test/structure/word-types.ts";

/** src/text/greek-words.ts, after a change of src/text/el. */
await writeFile(`${ROOT}src/text/greek-words.ts`, await wordTypes());
