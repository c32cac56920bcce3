import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { PaperLine, PrinterNumberRequest } from "../../src/entrance/printer/contract.ts";

/** Somebody has pressed, and neither has a paper nor was told that there is none. */
export interface OpenPress {
  /** The press's own, sent with every repeat */
  readonly key: string;
  readonly group: PrinterNumberRequest["group"];
  readonly language: NonNullable<PrinterNumberRequest["language"]>;
  /** By the device's own clock, in milliseconds */
  readonly at: number;
}

export interface Paper {
  readonly lines: readonly PaperLine[];
  readonly qr: string;
}

/** What a printer must still know after a power cut: presses that are not settled, and papers that are out. */
export interface Journal {
  presses(): readonly OpenPress[];
  open(press: OpenPress): void;
  settle(key: string): void;
  /** Prints what has this id, unless it is out already. */
  print(id: string, paper: Paper): void;
}

const MOST_PAPERS = 500;

/**
 * In a folder: a file of open presses, and one for each paper. A file is written beside and then moved to its name, so that of a
 * paper there is all or nothing; a device with a real printing head would ask that whether the last paper came out whole.
 */
export function journalIn(folder: string): Journal {
  const papers = join(folder, "papers");
  const file = join(folder, "presses.json");
  mkdirSync(papers, { recursive: true });
  let open: readonly OpenPress[] = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : [];
  const write = (presses: readonly OpenPress[]) => {
    open = presses;
    writeWhole(file, JSON.stringify(presses));
  };
  return {
    presses: () => open,
    open: (press) => write([...open, press].slice(-MOST_PAPERS)),
    settle: (key) => write(open.filter((press) => press.key !== key)),
    print: (id, paper) => {
      const name = join(papers, `${id}.txt`);
      if (!existsSync(name)) writeWhole(name, asText(paper));
    },
  };
}

function writeWhole(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { flush: true });
  renameSync(`${file}.new`, file);
}

const RULE = "-".repeat(42);

/** Instead of 80 millimetres of paper. */
export const asText = ({ lines, qr }: Paper): string =>
  [
    RULE,
    ...lines.map(({ text, size }) => (size === "large" ? `\n    ${[...text].join(" ")}\n` : text)),
    `[QR] ${qr}`,
    RULE,
    "",
  ].join("\n");
