import { z } from "zod";
import { SERVICE_GROUPS } from "../../../catalogue/service-groups.ts";
import { longDate, numericDate, timeOf } from "../../../kit/dates.ts";
import {
  type CitizensLanguage,
  COUNTER_LANGUAGES,
  LANGUAGES,
  OWN_NAMES,
  TRANSLATED_LANGUAGES,
} from "../../../text/languages.ts";
import { type Language, type Text, textIn } from "../../../text/text.ts";
import { newServiceRequest, type RulingHistory } from "../../contract.ts";
import { bringInWords } from "../catalogue/bring-words.ts";
import { groupInWords } from "../catalogue/group-words.ts";
import { whenWords } from "../closures/when-words.ts";

/** A ruling in words: when, who, what, and each fact as it was and as it became. Pure. */
export interface RulingWords {
  readonly id: string;
  readonly when: string;
  readonly who: string | null;
  readonly what: string;
  readonly facts: readonly string[];
}

type Act = RulingHistory["acts"][number];

const closure = z.object({ region: z.string().nullable(), from: z.string(), to: z.string(), reason: z.string() });
const holiday = z.object({ date: z.string(), name: z.string(), nameEn: z.string(), closedFrom: z.string() });
const service = z.object({
  name: z.string(),
  shortName: z.string(),
  nameEn: z.string(),
  minutes: z.number(),
  // Acts of before it was kept line by line have texts instead.
  bring: z.string().nullish(),
  bringEn: z.string().nullish(),
  toBring: newServiceRequest.shape.toBring.optional(),
  // Acts of before there was one lack it.
  onlineUrl: z.string().nullish(),
  entranceGroup: z.enum(SERVICE_GROUPS).nullish(),
});
const ownWords = z.record(z.string(), z.array(z.string()));
const serviceWords = z.looseObject({ code: z.string() });
const referral = z.object({ code: z.string(), answers: z.record(z.string(), z.string()), words: ownWords });
const needs = z.object({ isOn: z.boolean() });
const moves = z.object({ moves: z.number() });
const switched = z.object({ language: z.enum(COUNTER_LANGUAGES), isOn: z.boolean() });
const translation = z.object({
  greek: z.string(),
  language: z.enum(TRANSLATED_LANGUAGES),
  words: z.string().nullable(),
  isChecked: z.boolean(),
});
const letterFrame = z.object({
  senderName: z.string(),
  foot: z.string().nullable(),
  footEn: z.string().nullable(),
});
const retention = z.object({ days: z.number() });
const opening = z.object({
  region: z.string().nullable(),
  offices: z.number(),
  codes: z.array(z.string()).nullable().default(null),
});
const reset = z.object({ office: z.string(), reason: z.string() });
const questions = z.object({ version: z.number() });
const partner = z.object({ name: z.string(), url: z.string().nullish(), key: z.string().optional() });
const beforeAndAfter = z.object({ before: z.unknown(), after: z.unknown() });

/** A row's title and particulars, in the words of its form. */
interface WordedRow {
  readonly name: string;
  readonly facts: ReadonlyMap<string, string>;
}

export function rulingWords({ id, at, act, by, details }: Act, language: Language): RulingWords {
  const t = textIn(language);
  const rows = beforeAndAfter.partial().safeParse(details).data ?? {};
  const [before, after] = [wordedRow(act, rows.before, t, language), wordedRow(act, rows.after, t, language)];
  const name = (after ?? before)?.name;
  return {
    id,
    when: `${numericDate(at.slice(0, 10))}, ${timeOf(at)}`,
    who: by,
    what: name ? `${t(`ministry.act-${act}`)}: ${name}` : t(`ministry.act-${act}`),
    facts: factsOf(before, after, t),
  };
}

/** Of what came or went all that it was; of what changed only that. */
function factsOf(before: WordedRow | null, after: WordedRow | null, t: Text): readonly string[] {
  if (!before || !after)
    return [...((after ?? before)?.facts ?? [])].map(([field, value]) => t("ministry.fact-is", { field, value }));
  const changed = [...after.facts].flatMap(([field, to]) => {
    const from = before.facts.get(field) ?? "";
    return from === to ? [] : [t("ministry.fact-was", { field, from, to })];
  });
  return changed.length > 0 ? changed : [t("ministry.history-unchanged")];
}

function wordedRow(act: Act["act"], row: unknown, t: Text, language: Language): WordedRow | null {
  if (act.startsWith("closure")) return wordedClosure(closure.safeParse(row).data, t, language);
  if (act.startsWith("holiday")) return wordedHoliday(holiday.safeParse(row).data, t, language);
  if (act.startsWith("letter-frame")) return wordedFrame(letterFrame.safeParse(row).data, t);
  if (act === "service-words-changed") return wordedWords(serviceWords.safeParse(row).data);
  if (act.startsWith("referral")) return wordedReferral(referral.safeParse(row).data, t);
  if (act === "language-switched") return wordedLanguage(switched.safeParse(row).data, t);
  if (act === "needs-switched") return wordedNeeds(needs.safeParse(row).data, t);
  if (act === "move-limit-changed") return wordedMoves(moves.safeParse(row).data, t);
  if (act === "translation-changed") return wordedTranslation(translation.safeParse(row).data, t);
  if (act === "retention-changed") return wordedRetention(retention.safeParse(row).data, t);
  if (act.startsWith("public-booking")) return wordedOpening(opening.safeParse(row).data, t);
  if (act === "questionnaire-reset") return wordedReset(reset.safeParse(row).data, t);
  if (act.startsWith("partner")) return wordedPartner(partner.safeParse(row).data, t);
  if (act === "questions-replaced") return wordedQuestions(questions.safeParse(row).data, t);
  return wordedService(service.safeParse(row).data, t);
}

function wordedClosure(row: z.infer<typeof closure> | undefined, t: Text, language: Language): WordedRow | null {
  if (!row) return null;
  const facts = [
    [t("ministry.closure-reason"), row.reason],
    [t("ministry.closure-when"), whenWords(row, language)],
    [t("ministry.closure-where"), row.region ?? t("ministry.all-offices")],
  ] as const;
  return { name: row.reason, facts: new Map(facts) };
}

function wordedHoliday(row: z.infer<typeof holiday> | undefined, t: Text, language: Language): WordedRow | null {
  if (!row) return null;
  const { date, name, nameEn, closedFrom } = row;
  const closes =
    closedFrom === "00:00" ? t("ministry.closed-all-day") : t("ministry.closed-from-time", { time: closedFrom });
  const facts = [
    [t("ministry.holiday-date"), longDate(date, language)],
    [t("ministry.holiday-name"), name],
    [t("ministry.holiday-name-en"), nameEn],
    [t("ministry.holiday-closes"), closes],
  ] as const;
  return { name: language === "en" ? nameEn : name, facts: new Map(facts) };
}

function wordedWords(row: z.infer<typeof serviceWords> | undefined): WordedRow | null {
  if (!row) return null;
  const { code, ...words } = row;
  return { name: code, facts: factsOfWords(ownWords.safeParse(words).data ?? {}) };
}

function wordedReferral(row: z.infer<typeof referral> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  const answers = Object.entries(row.answers).map(
    ([language, answer]) =>
      [t("ministry.referral-answer", { language: OWN_NAMES[language as CitizensLanguage] }), answer] as const,
  );
  return { name: row.code, facts: new Map([...answers, ...factsOfWords(row.words)]) };
}

/** Each language as it calls itself. */
const factsOfWords = (words: z.infer<typeof ownWords>): ReadonlyMap<string, string> =>
  new Map(LANGUAGES.map((language) => [OWN_NAMES[language], (words[language] ?? []).join("; ")]));

function wordedFrame(row: z.infer<typeof letterFrame> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  const facts = [
    [t("ministry.letters-sender-name"), row.senderName],
    [t("ministry.letters-foot"), row.foot ?? t("ministry.fact-none")],
    [t("ministry.letters-foot-en"), row.footEn ?? t("ministry.fact-none")],
  ] as const;
  return { name: row.senderName, facts: new Map(facts) };
}

function wordedLanguage(row: z.infer<typeof switched> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  const state = t(row.isOn ? "ministry.language-is-on" : "ministry.language-is-off");
  return { name: t(`ministry.language-${row.language}`), facts: new Map([[t("ministry.language-state"), state]]) };
}

function wordedNeeds(row: z.infer<typeof needs> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  const state = t(row.isOn ? "ministry.needs-are-on" : "ministry.needs-are-off");
  return { name: t("ministry.needs"), facts: new Map([[t("ministry.language-state"), state]]) };
}

function wordedMoves(row: z.infer<typeof moves> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  const facts = new Map([[t("ministry.move-limit-moves"), String(row.moves)]]);
  return { name: t("ministry.move-limit"), facts };
}

function wordedTranslation(row: z.infer<typeof translation> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  const { greek, language, words, isChecked } = row;
  const facts = [
    [OWN_NAMES[language], words ?? t("ministry.translation-is-missing")],
    [t("ministry.translation-checked"), t(`ministry.translation-is-${isChecked ? "checked" : "unchecked"}`)],
  ] as const;
  return { name: greek, facts: new Map(facts) };
}

function wordedRetention(row: z.infer<typeof retention> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  const words = t("ministry.retention-value", { count: row.days });
  return { name: words, facts: new Map([[t("ministry.retention-days"), words]]) };
}

function wordedOpening(row: z.infer<typeof opening> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  const { region, offices, codes } = row;
  const facts = new Map<string, string>([[t("ministry.fact-offices"), String(offices)]]);
  if (!codes) return { name: region ?? t("ministry.whole-country"), facts };
  facts.set(t("ministry.office-codes"), codes.join(", "));
  return { name: t("ministry.some-offices", { count: codes.length }), facts };
}

function wordedReset(row: z.infer<typeof reset> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  return { name: row.office, facts: new Map([[t("ministry.reset-reason"), row.reason]]) };
}

function wordedQuestions(row: z.infer<typeof questions> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  return { name: String(row.version), facts: new Map([[t("ministry.fact-version"), String(row.version)]]) };
}

function wordedService(row: z.infer<typeof service> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  const facts = [
    [t("ministry.service-name"), row.name],
    [t("ministry.service-short-name"), row.shortName],
    [t("ministry.service-name-en"), row.nameEn],
    [t("ministry.service-minutes"), t("ministry.service-minutes-value", { minutes: row.minutes })],
    [t("ministry.service-bring"), bringInWords(row.toBring ?? textsOfBefore(row), t)],
    [t("ministry.service-online-url"), row.onlineUrl ?? t("ministry.fact-none")],
    [t("ministry.service-group"), groupInWords(row.entranceGroup ?? null, t)],
  ] as const;
  return { name: row.shortName, facts: new Map(facts) };
}

const textsOfBefore = ({ bring, bringEn }: z.infer<typeof service>) =>
  [bring, bringEn].flatMap((greek) => (greek ? [{ greek }] : []));

function wordedPartner(row: z.infer<typeof partner> | undefined, t: Text): WordedRow | null {
  if (!row) return null;
  const { name, url, key } = row;
  const fact = key
    ? ([t("partners.secret-key"), t("partners.key", { hint: key })] as const)
    : ([t("partners.webhook"), url ?? t("partners.webhook-none")] as const);
  return { name, facts: new Map([fact]) };
}
