import type { Task } from "../../src/help/manual.ts";
import type { ManualLine, Phrase } from "../../src/help/markdown.ts";
import type { Language } from "../../src/text/text.ts";

/** What a person does and sees, as the steps of a task say it: nothing is known of the program here. */

export type Target =
  | { readonly kind: "label" | "key"; readonly text: string }
  /** Words that are no part of the program: a person's name, a queue's */
  | { readonly kind: "data"; readonly text: string };

export type Deed =
  /** One of them: they do the same */
  | { readonly act: "press"; readonly either: readonly Target[]; readonly within: string | null }
  | { readonly act: "see"; readonly either: readonly Target[] }
  | { readonly act: "type"; readonly text: string; readonly field: string }
  /** Of a field, or where none is named one that stands by itself */
  | { readonly act: "choose"; readonly option: Target; readonly field: string | null };

export interface Step extends ManualLine {
  readonly deeds: readonly Deed[];
}

/** @throws Error where a sentence names a control and does not say what is done with it */
export function stepsOf({ blocks }: Task, language: Language): Step[] {
  const steps = blocks.find((block) => block.kind === "steps");
  const items = steps?.kind === "steps" ? steps.items : [];
  return items.map((item) => ({
    ...item,
    deeds: sentencesOf(item.phrases).flatMap((each) => deedsOf(each, language)),
  }));
}

interface Grammar {
  readonly verbs: Readonly<Record<Deed["act"], RegExp>>;
  /** Of something else than the very step: what there is besides, or what is done in another case */
  readonly aside: RegExp;
  /** Where: the words that are on the thing within which it is pressed */
  readonly within: RegExp;
  readonly or: string;
}

const GRAMMARS: Readonly<Record<Language, Grammar>> = {
  el: {
    verbs: { press: /^Πατήστε /, type: /^Γράψτε /, choose: /^Επιλέξτε /, see: /^Θα δείτε / },
    aside: /^(Αν|Όταν|Με|Για) /,
    within: /^Στ[ηο]ν? [^«]*«([^»]+)»,? πατήστε /,
    or: " ή ",
  },
  en: {
    verbs: { press: /^(Press|Then press) /, type: /^Type /, choose: /^Choose /, see: /^You will see / },
    aside: /^(If|When|With) /,
    within: /^In [^“]*“([^”]+)”, press /,
    or: " or ",
  },
};

function deedsOf(sentence: readonly Phrase[], language: Language): Deed[] {
  const grammar = GRAMMARS[language];
  const beginning = sentence[0]?.kind === "text" ? sentence[0].text.trimStart() : "";
  const within = grammar.within.exec(beginning);
  if (within) return [{ act: "press", either: either(sentence.slice(1), grammar), within: within[1] as string }];
  for (const [act, verb] of Object.entries(grammar.verbs))
    if (verb.test(beginning)) return deedsWith(act as Deed["act"], sentence, grammar);
  if (!grammar.aside.test(beginning) && sentence.some(({ kind }) => kind === "label" || kind === "key"))
    throw new Error(`"${sentence.map(({ text }) => text).join("")}" does not say what is done.`);
  return [];
}

function deedsWith(act: Deed["act"], sentence: readonly Phrase[], grammar: Grammar): Deed[] {
  const targets = targetsOf(sentence);
  const fields = targets.filter(({ kind }) => kind === "label");
  const quoted = targets.filter(({ kind }) => kind === "data");
  if (act === "type") return quoted.map(({ text }, index) => ({ act, text, field: fields[index]?.text ?? "" }));
  if (act !== "choose" && targets.length === 0) return [];
  if (act === "see") return [{ act, either: either(sentence, grammar) }];
  if (act === "press") return [{ act, either: either(sentence, grammar), within: null }];
  const [option] = quoted;
  if (option) return [{ act, option, field: fields[0]?.text ?? null }];
  return fields[0] ? [{ act, option: fields[0], field: null }] : [];
}

/** Those joined by «ή»; what comes after is told of, not pressed. */
function either(sentence: readonly Phrase[], { or }: Grammar): Target[] {
  const found: Target[] = [];
  for (const [index, phrase] of sentence.entries()) {
    if (phrase.kind === "text" || phrase.kind === "link")
      found.push(...(found.length === 0 ? quotedIn(phrase.text) : []));
    else if (found.length === 0 || sentence[index - 1]?.text === or)
      found.push({ kind: phrase.kind, text: phrase.text });
  }
  return found;
}

const targetsOf = (sentence: readonly Phrase[]): Target[] =>
  sentence.flatMap((phrase): Target[] => {
    if (phrase.kind === "label" || phrase.kind === "key") return [{ kind: phrase.kind, text: phrase.text }];
    return quotedIn(phrase.text);
  });

const quotedIn = (text: string): Target[] =>
  [...text.matchAll(/[«“]([^»”]+)[»”]/g)].map(([, words = ""]) => ({ kind: "data", text: words }));

/** A sentence ends with a stop outside of quotes, or with the end of a label that has one. */
function sentencesOf(phrases: readonly Phrase[]): Phrase[][] {
  const sentences: Phrase[][] = [[]];
  for (const phrase of phrases) {
    if (phrase.kind !== "text") {
      sentences.at(-1)?.push(phrase);
      if (/[.;?]$/.test(phrase.text)) sentences.push([]);
      continue;
    }
    const parts = phrase.text.split(/(?<=[.:])\s+(?=\p{Lu})/u);
    for (const [index, text] of parts.entries()) {
      if (index > 0) sentences.push([]);
      if (text.trim()) sentences.at(-1)?.push({ ...phrase, text });
    }
  }
  return sentences.filter((sentence) => sentence.length > 0);
}
