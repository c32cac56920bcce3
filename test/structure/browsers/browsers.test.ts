import { readFileSync } from "node:fs";
import ts from "typescript";
import { expect, test } from "vitest";
import { ROOT } from "../source-files.ts";
import { findingsOf, stylesIn } from "./findings.ts";
import { usedByScripts } from "./script-features.ts";
import { BROWSERS } from "./supported.ts";

// The sources themselves are asked by `npm run check`.

/** A program of one planted file */
function foundIn(text: string): string[] {
  const file = `${ROOT}src/kit/planted.tsx`;
  const options: ts.CompilerOptions = { lib: ["lib.esnext.full.d.ts"], target: ts.ScriptTarget.ESNext, types: [] };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (name, ...rest) =>
    name === file ? ts.createSourceFile(name, text, ts.ScriptTarget.ESNext, true) : getSourceFile(name, ...rest);
  const program = ts.createProgram([file], options, host);
  return usedByScripts(program, [file]).flatMap(findingsOf).map(wordsOf);
}
const wordsOf = ({ message }: { message: string }) => message.split(" ")[0] as string;
const foundInStyles = (text: string) =>
  stylesIn(new Map([["src/planted.css", text]]))
    .flatMap(findingsOf)
    .map(wordsOf);

test("what an older browser does not have is found in a script, by its type and not by its name", () => {
  expect(
    foundIn(`
      Object.groupBy([1], (one) => one);
      const { promise } = Promise.withResolvers();
      new Set([1]).union(new Set());
      [1].values().map((one) => one);
      URL.canParse("x");
      AbortSignal.any([]);
      document.startViewTransition(() => {});
      /[\\p{L}--[a-z]]/v.test("");
      const page = <div popover="auto" inert />;
      const own = { union: () => 1, groupBy: () => 2 };
      own.union(); own.groupBy();
    `),
  ).toEqual([
    "javascript.builtins.Object.groupBy",
    "javascript.builtins.Promise.withResolvers",
    "javascript.builtins.Set.union",
    "javascript.builtins.Iterator.map",
    "api.URL.canParse_static",
    "api.AbortSignal.any_static",
    "api.Document.startViewTransition",
    "javascript.builtins.RegExp.unicodeSets",
    "html.global_attributes.popover",
  ]);
});

test("and in a sheet: rules, properties, words, selectors, functions and units", () => {
  expect(
    foundInStyles(`
      @starting-style { .a { opacity: 0 } }
      @property --x { syntax: "<number>" }
      .a { height: 2rlh; color: light-dark(#000, #fff); anchor-name: --a; .b & { top: 0 } }
      .a:user-invalid { width: 1cqi }
      /* @scope { } */
    `),
  ).toEqual([
    "css.at-rules.starting-style",
    "css.types.length.rlh",
    "css.types.color.light-dark",
    "css.properties.anchor-name",
    "css.selectors.nesting",
    "css.selectors.user-invalid",
  ]);
});

test("the README names the browsers of the package", () => {
  const readme = readFileSync(`${ROOT}README.md`, "utf8");
  const { chrome, edge, firefox, safari } = BROWSERS;
  expect(readme).toContain(`Chrome ${chrome}, Edge ${edge}, Firefox ESR ${firefox} and Safari ${safari}`);
});
