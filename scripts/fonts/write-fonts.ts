import { writeFile } from "node:fs/promises";
import { FONTS, fontFiles } from "./font-files.ts";

/** src/kit/styles/fonts, after a change of fonts.css. */
for (const [name, font] of await fontFiles()) await writeFile(FONTS + name, font);
