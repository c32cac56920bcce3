import { nameOfOffice } from "../../public-booking/frame/names.ts";
import type { PageReader } from "../../public-booking/frame/reader.ts";
import { withoutLanguages } from "../../text/foreign.ts";
import type { Named } from "../../text/local-names.ts";
import type { Alternatives } from "../instead/alternatives.ts";
import { waysOut, whyFull } from "../instead/ways-out.ts";
import { paperWords } from "../number/paper-words.ts";
import type { PlaceView } from "../place/place-view.ts";
import { PAPER_COLUMNS, type PaperLine } from "./contract.ts";

/** What is printed, line by line, for printers that know of nothing else. Pure. */

const EMPTY: PaperLine = { text: "", size: "normal" };

/** A number: what the screen at the entrance prints. */
export function numberLines(seen: PlaceView, office: Named, now: Temporal.Instant, reader: PageReader): PaperLine[] {
  const words = paperWords(seen, office, now, reader);
  const { promise } = words;
  return [
    ...wrapped(words.office, words.at),
    { text: plain(words.number), size: "large" },
    ...wrapped(`${words.aheadLabel}: ${words.ahead}`),
    ...(promise ? [EMPTY, ...wrapped(promise.lead ?? "", promise.range, promise.means)] : []),
    EMPTY,
    ...wrapped(words.terms),
    EMPTY,
    ...wrapped(`${words.phone}. ${words.phoneText}`),
  ];
}

/** Instead of a number: why there is none, and what can be done, as the screen at the entrance says it. */
export function fullLines(
  instead: Alternatives,
  office: Named,
  now: Temporal.Instant,
  reader: PageReader,
): PaperLine[] {
  const { t } = reader;
  return [
    ...wrapped(nameOfOffice(office, reader), t("entrance.full")),
    EMPTY,
    ...wrapped(whyFull(instead, reader)),
    EMPTY,
    ...waysOut(instead, now, reader).flatMap(({ name, text, how }) =>
      wrapped(`- ${[`${name}:`, text, how].filter(Boolean).join(" ")}`),
    ),
    EMPTY,
    ...wrapped(t("entrance.full-noted")),
    EMPTY,
    ...wrapped(t("entrance.full-qr")),
  ];
}

const plain = (text: string): string => withoutLanguages(text).replaceAll(/[\u00a0\u202f]/g, " ");

const wrapped = (...texts: readonly string[]): PaperLine[] =>
  texts
    .filter((text) => text !== "")
    .flatMap((text) => linesOnPaper(plain(text)).map((line) => ({ text: line, size: "normal" as const })));

/** At blanks; a word that is longer than the paper is wide is cut. */
export function linesOnPaper(text: string): string[] {
  const lines: string[] = [];
  let line = "";
  const words = text.split(" ").flatMap((word) => [...(word.match(new RegExp(`.{1,${PAPER_COLUMNS}}`, "gu")) ?? [])]);
  for (const word of words) {
    const longer = line === "" ? word : `${line} ${word}`;
    if (longer.length <= PAPER_COLUMNS) line = longer;
    else {
      lines.push(line);
      line = word;
    }
  }
  return [...lines, line].filter((each) => each !== "");
}
