import { parseArgs } from "node:util";
import type { Language, Text } from "../text/text.ts";
import type { Command, CommandCall } from "./command.ts";

export interface Arguments {
  readonly name: string | undefined;
  readonly rest: readonly string[];
  readonly help: boolean;
  readonly language: Language;
}

type Token = NonNullable<ReturnType<typeof tokensOf>>[number];

/** The command's name, of one word or two, and what every command understands. */
export function readArguments(argv: readonly string[], names: readonly string[]): Arguments {
  const at = argv.findIndex((word, index) => !word.startsWith("-") && argv[index - 1] !== "--lang");
  const both = `${argv[at]} ${argv[at + 1]}`;
  const language = argv[argv.indexOf("--lang") + 1] === "en" || argv.includes("--lang=en") ? "en" : "el";
  const help = argv.includes("--help") || argv.includes("-h");
  const count = names.includes(both) ? 2 : 1;
  return { name: count === 2 ? both : argv[at], rest: at < 0 ? argv : argv.toSpliced(at, count), help, language };
}

export type Options = Pick<CommandCall, "options" | "words" | "flags" | "files">;

/** What follows a command's name; or the sentence that says what is wrong with it. */
export function readOptions(command: Command, rest: readonly string[], text: Text): Options | string {
  const tokens = tokensOf(command, rest);
  const options: Record<string, number | undefined> = {};
  const words: Record<string, string | undefined> = {};
  const flags = new Set<string>();
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const result = optionOf(command, token, text);
    if (typeof result === "string") return result;
    Object.assign(options, result);
    if (command.words?.includes(token.name)) words[token.name] = token.value;
    if (command.flags?.includes(token.name)) flags.add(token.name);
  }
  const files = tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : []));
  if (command.files === 0 && files[0] !== undefined) return text("command.answers.no-operands", { name: files[0] });
  return files.length === command.files
    ? { options, words, flags, files }
    : text(`command.answers.${command.operand ?? "one-file"}`);
}

function tokensOf(command: Command, rest: readonly string[]) {
  const { options: numbers = {}, words = [], flags = [] } = command;
  const known = [...Object.keys(numbers), ...words].map((name) => [name, { type: "string" as const }]);
  const options = {
    ...Object.fromEntries(known),
    ...Object.fromEntries(flags.map((name) => [name, { type: "boolean" as const }])),
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
  if (name === "help" || command.flags?.includes(name))
    return value === undefined ? {} : text("command.answers.option-with-value", { name: rawName });
  if (command.words?.includes(name))
    return value?.trim() ? {} : text("command.answers.option-without-value", { name: rawName });
  if (!parse && name !== "lang") return text("command.answers.unknown-option", { name: rawName });
  if (value === undefined || value === "") return text("command.answers.option-without-value", { name: rawName });
  if (!parse) return ["el", "en"].includes(value) ? {} : malformed(rawName, text("command.answers.language"), text);
  const parsed = parse(value);
  return "value" in parsed ? { [name]: parsed.value } : malformed(rawName, parsed.expected(text), text);
}

const malformed = (name: string, expected: string, text: Text): string =>
  text("command.answers.option-malformed", { name, expected });
