import { parseArgs } from "node:util";
import type { Language, Text } from "../text/text.ts";
import type { Command } from "./command.ts";

export interface Arguments {
  readonly name: string | undefined;
  readonly rest: readonly string[];
  readonly help: boolean;
  readonly language: Language;
}

type Token = NonNullable<ReturnType<typeof tokensOf>>[number];

/** The command's name and what every command understands. */
export function readArguments(argv: readonly string[]): Arguments {
  const at = argv.findIndex((word, index) => !word.startsWith("-") && argv[index - 1] !== "--lang");
  const language = argv[argv.indexOf("--lang") + 1] === "en" || argv.includes("--lang=en") ? "en" : "el";
  const help = argv.includes("--help") || argv.includes("-h");
  return { name: argv[at], rest: at < 0 ? argv : argv.toSpliced(at, 1), help, language };
}

export interface Options {
  readonly options: Readonly<Record<string, number | undefined>>;
  readonly files: readonly string[];
}

/** What follows a command's name; or the sentence that says what is wrong with it. */
export function readOptions(command: Command, rest: readonly string[], text: Text): Options | string {
  const tokens = tokensOf(command, rest);
  const options: Record<string, number | undefined> = {};
  for (const token of tokens) {
    const result = token.kind === "option" ? optionOf(command, token, text) : {};
    if (typeof result === "string") return result;
    Object.assign(options, result);
  }
  const files = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  if (command.files === 0 && files[0] !== undefined) return text("command.answers.no-operands", { name: files[0] });
  return files.length === command.files ? { options, files } : text("command.answers.one-file");
}

function tokensOf(command: Command, rest: readonly string[]) {
  const known = Object.keys(command.options ?? {}).map((name) => [name, { type: "string" as const }]);
  const options = {
    ...Object.fromEntries(known),
    lang: { type: "string" as const },
    help: { type: "boolean" as const, short: "h" },
  };
  return parseArgs({ args: [...rest], options, strict: false, allowPositionals: true, tokens: true }).tokens;
}

function optionOf(
  command: Command,
  token: Extract<Token, { kind: "option" }>,
  text: Text,
): Record<string, number> | string {
  const { name, rawName, value } = token;
  const parse = command.options?.[name];
  if (name === "help") return value === undefined ? {} : text("command.answers.option-with-value", { name: rawName });
  if (!parse && name !== "lang") return text("command.answers.unknown-option", { name: rawName });
  if (value === undefined || value === "") return text("command.answers.option-without-value", { name: rawName });
  if (!parse) return ["el", "en"].includes(value) ? {} : malformed(rawName, text("command.answers.language"), text);
  const parsed = parse(value);
  return "value" in parsed ? { [name]: parsed.value } : malformed(rawName, parsed.expected(text), text);
}

const malformed = (name: string, expected: string, text: Text): string =>
  text("command.answers.option-malformed", { name, expected });
