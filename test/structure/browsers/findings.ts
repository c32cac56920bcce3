import ts from "typescript";
import type { Finding } from "../finding.ts";
import { BROWSER_SAFE } from "../module-doors.ts";
import { type Files, isTest, ROOT, sourceFiles } from "../source-files.ts";
import { type Used, usedByScripts } from "./script-features.ts";
import { usedByStyles } from "./style-features.ts";
import { missingIn } from "./supported.ts";

/** What one of the supported browsers comes without, and why it is used all the same. By the beginning of its key. */
const ALLOWED: Readonly<Record<string, string>> = {
  "javascript.builtins.Temporal": "fetched first where it is missing: src/web/main.tsx",
  "javascript.builtins.Array.toSorted": "src/web/older-browsers.ts",
  "javascript.builtins.Array.toReversed": "src/web/older-browsers.ts",
  "javascript.builtins.Array.toSpliced": "src/web/older-browsers.ts",
  "javascript.builtins.Map.groupBy": "src/web/older-browsers.ts",
  "javascript.builtins.Set.symmetricDifference": "src/web/older-browsers.ts",
  "api.AbortSignal.timeout_static": "there, under another name of its error, which nothing asks for",
  "api.KeyboardEvent.isComposing": "false where it is not known: a key is a key",
  "api.Window.requestIdleCallback": "a timer elsewhere: src/kit/idle/when-idle.ts",
  "api.Window.cancelIdleCallback": "with requestIdleCallback",
  "html.global_attributes.autocapitalize": "a hint to keyboards on glass",
  "html.global_attributes.autocorrect": "a hint to keyboards on glass",
  "css.at-rules.page": "else the printer's own margins",
  "css.properties.accent-color": "else the browser's own colour",
  "css.properties.break-after": "else a heading may end a page",
  "css.properties.field-sizing": "else a field of a fixed height, which scrolls",
  "css.properties.font-family": "the next of the list",
  "css.properties.forced-color-adjust": "where no colours are forced it does nothing",
  "css.properties.hyphens": "else the longest words are divided anywhere, without a hyphen",
  "css.properties.paint-order": "of texts in a drawing, where all have it",
  "css.properties.print-color-adjust": "else a printer leaves out a colour, whose number stands beside it",
  "css.properties.text-size-adjust": "for telephones that enlarge text by themselves",
  "css.properties.text-wrap": "else lines of other lengths",
};

/** What is asked of a browser that one of the supported ones does not have. */
export async function browserFindings(): Promise<Finding[]> {
  const used = [...usedByPages(), ...stylesIn(await sourceFiles(["src"]))];
  return [...used.flatMap(findingsOf), ...neverUsed(used)];
}

function usedByPages(): Used[] {
  const program = browserProgram();
  const files = program.getSourceFiles().map(({ fileName }) => fileName.slice(ROOT.length));
  return usedByScripts(program, files.filter(isForBrowser), ROOT);
}

function browserProgram(): ts.Program {
  const { config } = ts.readConfigFile(`${ROOT}tsconfig.browser.json`, ts.sys.readFile);
  const of = `${ROOT}tsconfig.browser.json`;
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT, { allowJs: true }, of);
  const plain = ts.sys.readDirectory(`${ROOT}src`, [".js"]);
  return ts.createProgram([...fileNames, ...plain], { ...options, incremental: false, tsBuildInfoFile: undefined });
}

const isForBrowser = (file: string): boolean =>
  !isTest(file) && (/^src\/.*\.js$/.test(file) || BROWSER_SAFE.some((pattern) => new RegExp(pattern).test(file)));

export const stylesIn = (files: Files): Used[] =>
  [...files].filter(([file]) => file.endsWith(".css")).flatMap(([file, text]) => usedByStyles(file, text));

export function findingsOf({ file, line, keys }: Used): Finding[] {
  const key = keys.find((each) => missingIn(each) !== undefined);
  const missing = key === undefined ? [] : (missingIn(key) ?? []);
  if (key === undefined || missing.length === 0 || allowing(key)) return [];
  return [{ file: `${file}:${line}`, message: `${key} is not in ${missing.join(", ")}` }];
}

const allowing = (key: string): string | undefined =>
  Object.keys(ALLOWED).find((allowed) => key === allowed || key.startsWith(`${allowed}.`));

/** The list may only shrink. */
function neverUsed(used: readonly Used[]): Finding[] {
  const needed = new Set(
    used
      .flatMap(({ keys }) => keys)
      .filter(isMissed)
      .map(allowing),
  );
  return Object.keys(ALLOWED)
    .filter((allowed) => !needed.has(allowed))
    .map((allowed) => ({ file: "test/structure/browsers/findings.ts", message: `${allowed} needs no leave` }));
}

const isMissed = (key: string): boolean => (missingIn(key) ?? []).length > 0;
