import type { Manual, Task } from "../../src/help/manual.ts";
import type { Block, ManualLine, Phrase } from "../../src/help/markdown.ts";
import { isAt, isTaskOf } from "../../src/help/task-for.ts";
import type { Language } from "../../src/text/text.ts";
import type { Finding } from "../structure/finding.ts";
import { fileOf } from "./files.ts";
import { asLabel } from "./labels.ts";
import { stepsOf } from "./steps.ts";

/** What there is in the program and beside the manual, that the manual may name. */
export interface Known {
  readonly labels: ReadonlySet<string>;
  readonly keys: ReadonlySet<string>;
  /** src/page-addresses.ts */
  readonly addresses: readonly string[];
  readonly figures: readonly string[];
}

/** Whatever the manual names must be there. */
export function manualFindings(manual: Manual, language: Language, known: Known): Finding[] {
  return manual.flatMap((task) => {
    const file = fileOf(language, task.name);
    const faults = [
      ...linesOf(task).flatMap(({ phrases, line }) =>
        phrases.flatMap((phrase) => phraseFaults(phrase, line, manual, known)),
      ),
      ...task.pages.filter((page) => !isAddress(page, known)).map((page) => `1: ${page} is no page of the program`),
      ...figuresOf(task)
        .filter((name) => !known.figures.includes(name))
        .map((name) => `1: there is no figure ${name}`),
      ...manual.filter((other) => other !== task && other.title === task.title).map(() => "1: its title is another's"),
      ...stepFaults(task, language),
    ];
    return faults.map((message) => ({ file, message }));
  });
}

/** Pages on which somebody would look for help and find that of another page. */
export const helplessPages = (manual: Manual, addresses: readonly string[]): string[] =>
  addresses.filter((address) => !manual.some((task) => isTaskOf(task, address)));

function phraseFaults(phrase: Phrase, line: number, manual: Manual, { labels, keys }: Known): string[] {
  switch (phrase.kind) {
    case "label":
      return labels.has(asLabel(phrase.text)) ? [] : [`${line}: "${phrase.text}" is not on the screen`];
    case "key":
      return keys.has(phrase.text) ? [] : [`${line}: ${phrase.text} is no key of the program`];
    case "link":
      return manual.some(({ name }) => `${name}.md` === phrase.to) ? [] : [`${line}: there is no task ${phrase.to}`];
    default:
      return [];
  }
}

function stepFaults(task: Task, language: Language): string[] {
  try {
    stepsOf(task, language);
    return [];
  } catch (error) {
    return [`1: ${(error as Error).message}`];
  }
}

const isAddress = (page: string, { addresses }: Known): boolean =>
  addresses.some((address) => isAt(address, page.replace(/\?.*$/, "")));

const linesOf = ({ blocks }: Task): readonly ManualLine[] => blocks.flatMap(linesOfBlock);

function linesOfBlock(block: Block): readonly ManualLine[] {
  if (block.kind === "paragraph") return [block];
  return block.kind === "steps" || block.kind === "list" ? block.items : [];
}

const figuresOf = ({ blocks }: Task): string[] =>
  blocks.flatMap((block) => (block.kind === "figure" ? [block.file] : []));
