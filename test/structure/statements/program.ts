import ts from "typescript";
import { type Files, isTest, ROOT } from "../source-files.ts";

/** What the server runs, as the compiler reads it; with `planted` files, these alone and what they import. */
export function serverProgram(planted?: Files): ts.Program {
  const of = `${ROOT}tsconfig.server.json`;
  const { config } = ts.readConfigFile(of, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT, {}, of);
  const settings = { ...options, incremental: false, tsBuildInfoFile: undefined };
  const own = fileNames.filter((file) => !file.startsWith(`${ROOT}test/`));
  if (!planted) return ts.createProgram(own, settings);
  const host = ts.createCompilerHost(settings, true);
  const { readFile, fileExists, getSourceFile } = host;
  const textOf = (file: string) => planted.get(file.slice(ROOT.length));
  host.fileExists = (file) => textOf(file) !== undefined || fileExists(file);
  host.readFile = (file) => textOf(file) ?? readFile(file);
  host.getSourceFile = (file, version, ...more) => {
    const text = textOf(file);
    return text === undefined
      ? getSourceFile(file, version, ...more)
      : ts.createSourceFile(file, text, version, true, ts.ScriptKind.TS);
  };
  const roots = [...planted.keys()].map((file) => ROOT + file);
  return ts.createProgram(roots, settings, host);
}

/** Those of the project, by their paths from its root. */
export const ownSources = (program: ts.Program): Map<string, ts.SourceFile> =>
  new Map(
    program
      .getSourceFiles()
      .filter(({ fileName }) => /^(src|trial)\//.test(fileName.slice(ROOT.length)) && !isTest(fileName))
      .map((source) => [source.fileName.slice(ROOT.length), source]),
  );
