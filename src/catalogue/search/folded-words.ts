import { soundWords } from "../../platform/text/sound.ts";

/** The words of a text, each as it is written by whoever writes it differently: folded, and letters of Arabic and Urdu one. */
export const foldedWords = (text: string): string[] =>
  soundWords(text).map((word) => (/[\u0600-\u06ff]/.test(word) ? asOneArabic(word) : word));

/** ی and ي, ک and ك, ہ and ه and ة are one letter on two keyboards; the article stands before whatever is definite. */
const asOneArabic = (word: string): string =>
  word
    .replace(/[ىیئے]/g, "ي")
    .replace(/ک/g, "ك")
    .replace(/[ةہھۃۂ]/g, "ه")
    .replace(/ؤ/g, "و")
    .replace(/ں/g, "ن")
    .replace(/ء|ـ/g, "")
    .replace(/^(?:وال|بال|ال|لل)(?=.{3})/, "");
