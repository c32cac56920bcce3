import type ts from "typescript";
import { ROOT } from "../source-files.ts";

export interface Place {
  readonly file: string;
  readonly line: number;
}

export function lineOf(node: ts.Node): number {
  const source = node.getSourceFile();
  return source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1;
}

export const placeOf = (node: ts.Node): Place => ({
  file: node.getSourceFile().fileName.slice(ROOT.length),
  line: lineOf(node),
});
