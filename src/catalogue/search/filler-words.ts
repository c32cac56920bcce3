import { foldedWords } from "./folded-words.ts";

/** What people write around what they need, in six languages and in Latin letters: it names no service. */
const FILLER = [
  // Greek
  "θέλω ήθελα θα να το τα τη την τον του της των τους τις τι ο η οι στο στη στην στον στα στις στους σε από για με και ή ένα έναν μια μία ενός μιας",
  "μου σου σας μας του τους εγώ εσείς είναι είμαι έχω έχει ότι που πως πώς αν κάτι κάποιο χρειάζομαι χρειαστώ μπορώ μπορείτε παρακαλώ καλημέρα γεια",
  "κάνω κάνετε κάνουμε βγάλω βγάζω πάρω παίρνω δώσετε πρέπει πού πόσα πόσο ποιοι ποιος αυτό εδώ ως προς κι δεν μη μην χαρτί χαρτιά κεπ ραντεβού στην στους δική δικό δικός ζητάνε ζήτησαν ήδη μόνο",
  "thelo na to ta ti tin ton tou tis tous o i oi sto sti stin se apo gia me kai h ena mia mou sas mas einai exo vgalo bgalo kano mporo pos ki",
  // English
  "i we want need would like to get a an the my our your for of in on at is am are that this how can do make please and or it me from paper papers somebody someone am have has been with",
  // Albanian
  "dua te të një nje e i për per në ne me nga dhe ose qe që im ime jam a si ku kam duhet more",
  // Ukrainian
  "я хочу мені потрібно треба на про в у з до за і та або мій моя як де щоб на не від",
  "khochu meni potribno treba na pro z do za yak",
  // Arabic
  "أريد اريد أنا من في على إلى عن هل كيف لي عندي و أو ورقة أوراق هذا ليس لدي",
  "ana urid ureed min fi ala ila al el",
  // Urdu
  "مجھے چاہیے چاہئے کا کی کے کو سے میں ہے ہیں اور یا پر نے میرا میری کاغذ ہو گیا گئی کرنا کرنی ایک",
  "mujhe chahiye ka ki ke ko se mein hai hain aur ya par ne mera meri karna karni ho gaya gayi kaghaz",
];

const FILLERS: ReadonlySet<string> = new Set(FILLER.flatMap(foldedWords));

/** The words that tell something; all of them where none does. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter((word) => !FILLERS.has(word) && (word.length > 1 || /\d/.test(word)));
  return telling.length > 0 ? telling : words;
}
