import type { Fault } from "../offices/table-file.ts";
import { type Language, textIn, wordsOf } from "../text/text.ts";
import type { Terminal } from "./command.ts";
import { visible } from "./terminal.ts";
import "../text/server.ts";

const MAX_FAULTS = 50;
const MAX_VALUE = 40;

/** Each fault on a line of its own, in the order of the file; the first ones, and how many more there are. */
export function reportFaults(faults: readonly Fault[], terminal: Terminal, language: Language): void {
  const text = textIn(language);
  const inOrder = faults.toSorted((a, b) => (a.line ?? 0) - (b.line ?? 0));
  for (const fault of inOrder.slice(0, MAX_FAULTS)) terminal.err(sentence(fault, language));
  const count = faults.length - MAX_FAULTS;
  if (count > 0) terminal.err(text("import.report.more", { count }));
  terminal.err(text("import.report.nothing", { count: faults.length }));
}

function sentence({ line, column, code, values }: Fault, language: Language): string {
  const text = textIn(language);
  const place = [
    line !== undefined && text("import.report.line", { line }),
    column !== undefined && text("import.report.column", { column: visible(shortened(column)) }),
    values?.value ? `«${visible(shortened(String(values.value)))}»` : false,
  ].filter((part) => typeof part === "string");
  const reason = visible(wordsOf(language, [`import.faults.${code}`, `field.${code}`], values));
  return place.length > 0 ? `${place.join(", ")}: ${reason}` : reason;
}

const shortened = (value: string): string => (value.length > MAX_VALUE ? `${value.slice(0, MAX_VALUE)}…` : value);
