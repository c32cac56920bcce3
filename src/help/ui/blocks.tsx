import { Link } from "@tanstack/react-router";
import { useText } from "../../kit/text.tsx";
import type { Block, ManualLine, Phrase } from "../markdown.ts";
import { FIGURES } from "./figures.ts";
import type { HelpSearch } from "./help-search.ts";

interface BlocksProps {
  readonly blocks: readonly Block[];
  /** What its links keep in the address; null where the whole manual is one page */
  readonly search: HelpSearch | null;
}

/** Of a heading, for links within the page. */
export const partId = ({ line }: Block): string => `line-${line}`;

/** A text of the manual as elements. */
export const Blocks = ({ blocks, search }: BlocksProps) =>
  blocks.map((block) => <BlockView key={block.line} block={block} search={search} />);

function BlockView({ block, search }: Pick<BlocksProps, "search"> & { block: Block }) {
  const Heading = search ? "h2" : "h4";
  switch (block.kind) {
    case "heading":
      return (
        <Heading id={search ? partId(block) : undefined} tabIndex={-1}>
          {block.text}
        </Heading>
      );
    case "figure":
      return <Figure file={block.file} words={block.words} isAtOnce={search === null} />;
    case "paragraph":
      return (
        <p>
          <Phrases phrases={block.phrases} search={search} />
        </p>
      );
    case "steps":
      return (
        <ol className="help__steps">
          <Items items={block.items} search={search} />
        </ol>
      );
    case "list":
      return (
        <ul className="help__list">
          <Items items={block.items} search={search} />
        </ul>
      );
  }
}

const Items = ({ items, search }: { items: readonly ManualLine[]; search: HelpSearch | null }) =>
  items.map(({ phrases, line }) => (
    <li key={line}>
      <Phrases phrases={phrases} search={search} />
    </li>
  ));

const Phrases = ({ phrases, search }: Pick<ManualLine, "phrases"> & { search: HelpSearch | null }) =>
  phrases.map((phrase) => <PhraseView key={phrase.at} phrase={phrase} search={search} />);

function PhraseView({ phrase, search }: { phrase: Phrase; search: HelpSearch | null }) {
  switch (phrase.kind) {
    case "label":
      return <b>{phrase.text}</b>;
    case "key":
      return <kbd>{phrase.text}</kbd>;
    case "link":
      return <TaskLink task={String(phrase.to).replace(/\.md$/, "")} text={phrase.text} search={search} />;
    default:
      return phrase.text;
  }
}

function TaskLink({ task, text, search }: Pick<BlocksProps, "search"> & { task: string; text: string }) {
  if (!search) return <a href={`#${task}`}>{text}</a>;
  return (
    <Link to="/help/$task" params={{ task }} search={search}>
      {text}
    </Link>
  );
}

/** Nothing where the picture was not taken yet. */
function Figure({ file, words, isAtOnce }: { file: string; words: string; isAtOnce: boolean }) {
  const t = useText();
  const address = FIGURES[file];
  if (!address) return null;
  return (
    <figure className="help__figure">
      <img src={address} alt={words} loading={isAtOnce ? "eager" : "lazy"} />
      <figcaption className="hint">{t("help.figure")}</figcaption>
    </figure>
  );
}
