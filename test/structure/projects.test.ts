import ts from "typescript";
import { expect, test } from "vitest";
import { BROWSER_SAFE } from "./module-doors.ts";
import { isSource, isTest, ROOT, sourceFiles } from "./source-files.ts";

/** The files that a project names, without their endings: of two that differ in it alone TypeScript names one. */
function filesOf(project: string): Set<string> {
  const { config } = ts.readConfigFile(ROOT + project, ts.sys.readFile);
  const { fileNames } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  return new Set(fileNames.map((name) => withoutEnding(name.slice(ROOT.length))));
}

const withoutEnding = (file: string): string => file.replace(/\.tsx?$/, "");

const files = [...(await sourceFiles(["src"])).keys()].filter((file) => isSource(file) && !isTest(file));
const isForBrowser = (file: string): boolean => BROWSER_SAFE.some((pattern) => new RegExp(pattern).test(file));
const forBrowser = files.filter(isForBrowser).map(withoutEnding);
const forServer = files.filter((file) => !isForBrowser(file)).map(withoutEnding);
const ofBoth = files.filter((file) => isForBrowser(file) && !isPage(file)).map(withoutEnding);
const [browser, server] = [filesOf("tsconfig.browser.json"), filesOf("tsconfig.server.json")];
test("what the browser runs is checked without Node, whatever its module", () => {
  expect(forBrowser.filter((file) => !browser.has(file))).toEqual([]);
});

test("what the server runs is checked without a document, whatever its module", () => {
  expect([...forServer, ...ofBoth].filter((file) => !server.has(file))).toEqual([]);
});

function isPage(file: string): boolean {
  return /^src\/(kit|web|[^/]+\/ui)\//.test(file);
}
