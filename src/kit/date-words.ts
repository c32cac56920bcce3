import type { CitizensLanguage } from "../text/languages.ts";

/** How a language says a day and a time within a sentence; the names of days and months are the system's. */
interface DateWords {
  readonly locale: string;
  /** "on" before a weekday that the system has named; the weekday as it stands behind it */
  on(weekday: string): string;
  at(time: string): string;
  readonly today: string;
  readonly tomorrow: string;
}

const NBSP = "\u00a0";

export const DATE_WORDS: Readonly<Record<CitizensLanguage, DateWords>> = {
  el: {
    locale: "el-GR",
    on: (weekday) => `${articleOf(weekday)} ${weekday}`,
    at: (time) => `στις${NBSP}${time}`,
    today: "σήμερα",
    tomorrow: "αύριο",
  },
  en: {
    locale: "en-GB",
    on: (weekday) => `on ${weekday}`,
    at: (time) => `at${NBSP}${time}`,
    today: "today",
    tomorrow: "tomorrow",
  },
  sq: {
    locale: "sq-AL",
    on: (weekday) => `ditën ${weekday}`,
    at: (time) => `në orën${NBSP}${time}`,
    today: "sot",
    tomorrow: "nesër",
  },
  uk: {
    locale: "uk-UA",
    // The accusative: середа, п’ятниця, субота, неділя change their last letter.
    on: (weekday) => `у ${weekday.replace(/а$/, "у").replace(/я$/, "ю")}`,
    at: (time) => `${time.startsWith("11") ? "об" : "о"}${NBSP}${time}`,
    today: "сьогодні",
    tomorrow: "завтра",
  },
  ar: {
    locale: "ar-u-nu-latn",
    on: (weekday) => `يوم ${weekday}`,
    at: (time) => `الساعة${NBSP}${time}`,
    today: "اليوم",
    tomorrow: "غدًا",
  },
  ur: {
    locale: "ur-u-nu-latn",
    on: (weekday) => `بروز ${weekday}`,
    at: (time) => `${time}${NBSP}بجے`,
    today: "آج",
    tomorrow: "کل",
  },
};

/** την Πέμπτη, τη Δευτέρα, το Σάββατο */
function articleOf(weekday: string): string {
  if (weekday === "Σάββατο") return "το";
  return weekday === "Δευτέρα" ? "τη" : "την";
}
