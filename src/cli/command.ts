import type { Config, Environment } from "../platform/config.ts";
import type { Language, Text } from "../text/text.ts";

/** 0 fine, 1 refused or found something, 2 wrong usage. */
export type ExitCode = 0 | 1 | 2;

export interface Command {
  /** Options besides --help and --lang that take a number, each with what makes of the text its value */
  readonly options?: Readonly<Record<string, (text: string) => Parsed>>;
  /** Options that take any text */
  readonly words?: readonly string[];
  /** Options without a value */
  readonly flags?: readonly string[];
  /** How many files follow the command's name */
  readonly files: 0 | 1;
  /** What is said where it does not follow, if it is no file */
  readonly operand?: "one-job" | "one-partner";
  run(call: CommandCall): Promise<ExitCode>;
}

export type Parsed = { readonly value: number } | { readonly expected: (text: Text) => string };

export interface CommandCall {
  readonly options: Readonly<Record<string, number | undefined>>;
  readonly words: Readonly<Record<string, string | undefined>>;
  readonly flags: ReadonlySet<string>;
  readonly files: readonly string[];
  /** As they were given, for whoever looks what is wrong with them */
  readonly environment: Environment;
  /** Read when it is asked for. @throws ConfigError */
  readonly config: Config;
  readonly terminal: Terminal;
  readonly language: Language;
  readonly text: Text;
}

/** Where a command speaks: answers to `out`, what is wrong and how far it is to `err`. */
export interface Terminal {
  out(line: string): void;
  err(line: string): void;
  /** Aborted once nobody reads the answers any more; absent where that can't be known */
  readonly unread?: AbortSignal;
  /** Begins the screen anew; absent when nobody watches */
  readonly clear?: () => void;
  /** Draws over the same line; absent when nobody watches */
  readonly draw?: (text: string) => void;
}

export const wholeNumber =
  (min: number, max: number) =>
  (text: string): Parsed => {
    const value = Number(text);
    if (/^\d+$/.test(text) && min <= value && value <= max) return { value };
    return { expected: (words) => words("command.answers.whole-number", { min, max }) };
  };

export const share = (text: string): Parsed => {
  const value = Number(text);
  if (/^\d(\.\d+)?$/.test(text) && value <= 1) return { value };
  return { expected: (words) => words("command.answers.share") };
};
