import { type Block, blocksOf, plain } from "./markdown.ts";

/** Whose tasks they are: a head reads the clerk's as well. */
export const MANUAL_ROLES = ["operator", "administrator", "ministry"] as const;
export type ManualRole = (typeof MANUAL_ROLES)[number];

/** In the order of reading. */
export const CHAPTERS = ["counter", "day", "trouble", "queues", "office", "ministry"] as const;
export type Chapter = (typeof CHAPTERS)[number];

/** One task of a person: a file of docs/manual. */
export interface Task {
  readonly name: string;
  readonly title: string;
  readonly role: ManualRole;
  readonly chapter: Chapter;
  /** Within its chapter */
  readonly order: number;
  /** The addresses on which somebody may want it, as src/page-addresses.ts names them; the first is where it begins */
  readonly pages: readonly string[];
  readonly blocks: readonly Block[];
}

/** In the order of reading. */
export type Manual = readonly Task[];

/** @param files their paths → their texts */
export function manualOf(files: Readonly<Record<string, string>>): Manual {
  return Object.entries(files)
    .map(([path, text]) => taskOf(path.replace(/^.*\/|\.md$/g, ""), text))
    .sort((a, b) => CHAPTERS.indexOf(a.chapter) - CHAPTERS.indexOf(b.chapter) || a.order - b.order);
}

function taskOf(name: string, text: string): Task {
  const [head = "", facts = ""] = /^---\n([\s\S]*?)\n---\n/.exec(text) ?? [];
  const fact = (key: string) => new RegExp(`^${key}: (.+)$`, "m").exec(facts)?.[1]?.trim() ?? "";
  return {
    name,
    title: fact("title"),
    role: oneOf(MANUAL_ROLES, fact("role"), name),
    chapter: oneOf(CHAPTERS, fact("chapter"), name),
    order: Number(fact("order")),
    pages: fact("pages").split(/,\s*/),
    blocks: blocksOf(text.slice(head.length), head.split("\n").length),
  };
}

function oneOf<Known extends string>(known: readonly Known[], text: string, name: string): Known {
  const found = known.find((each) => each === text);
  if (!found) throw new Error(`The manual's ${name} says "${text}", which is none of ${known.join(", ")}.`);
  return found;
}

/** All its words, as somebody may search for them. */
export const wordsIn = ({ title, blocks }: Task): string => [title, ...blocks.map(wordsOfBlock)].join(" ");

function wordsOfBlock(block: Block): string {
  switch (block.kind) {
    case "heading":
      return block.text;
    case "figure":
      return block.words;
    case "paragraph":
      return plain(block.phrases);
    default:
      return block.items.map(({ phrases }) => plain(phrases)).join(" ");
  }
}
