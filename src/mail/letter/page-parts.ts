import type { CitizensLanguage } from "../../text/languages.ts";
import { inGreekOrEnglish } from "../../text/local-names.ts";
import type { Text } from "../../text/text.ts";
import type { Sender, Visit } from "../visit-sql.ts";
import type { Fact } from "./facts.ts";

/** All that a letter says, in the order of reading; text and HTML show the same. */
export interface LetterPage {
  readonly language: CitizensLanguage;
  readonly subject: string;
  /** What a list of messages shows beside the subject */
  readonly preview: string;
  readonly greeting: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
  readonly facts: readonly Fact[];
  /** Nine digits that the screen at the entrance reads from a picture; null: there is nothing to come for */
  readonly code: string | null;
  /** Where a reminder asks, before the facts */
  readonly asks: readonly LetterAct[];
  readonly acts: readonly LetterAct[];
  /** What to bring, and the like; one without lines is not shown */
  readonly lists: readonly LetterList[];
  /** What to do by telephone or by the link, and about the calendar */
  readonly next: readonly string[];
  /** Pages to look at, below all */
  readonly links: readonly Pick<LetterAct, "label" | "address">[];
  /** The office's own closing words */
  readonly note: string | null;
  readonly foot: readonly string[];
}

/** A page of ours, at which something can be done */
export interface LetterAct {
  readonly label: string;
  readonly address: string;
  readonly isMain: boolean;
}

export interface LetterList {
  readonly title: string;
  readonly lines: readonly string[];
}

/** For whom it is stands over it. */
export const bringPart = ({ visitCase, bring }: Visit, t: Text): LetterList => ({
  title: t(visitCase === "self" ? "letter.bring" : `letter.bring-${visitCase}`),
  lines: (bring ?? "").split("\n").filter((line) => line.trim() !== ""),
});

/** Whether an answer arrives, and what the ministry says below all. */
export const letterFoot = (sender: Sender, language: CitizensLanguage, t: Text): string[] => [
  t(sender.email ? "letter.foot-reply" : "letter.foot-no-reply"),
  ...frameFoot(sender, language),
];

/** What the ministry says below all. */
export const frameFoot = ({ frame }: Pick<Sender, "frame">, language: CitizensLanguage): string[] =>
  (inGreekOrEnglish(frame.foot, frame.footEn, language) ?? "").split("\n").filter(Boolean);
