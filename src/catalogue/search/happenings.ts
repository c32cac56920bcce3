import { soundKeys } from "../../platform/text/sound.ts";
import { foldedWords } from "./folded-words.ts";
import { soundStemOf, stemOf } from "./stem.ts";

/**
 * What became of something, or is to: said of a licence as of a passport. All words for one happening are one word, so that
 * whoever was robbed finds what is said of who lost it; and such a word tells less than what it is said of.
 */
const HAPPENINGS: Readonly<Record<string, readonly string[]>> = {
  lost: [
    "έχασα χάσει χάσαμε χάθηκε χαθεί χαμένη χαμένο απώλεια απώλειας έκλεψαν κλέψανε έκλεψε κλέψει κλοπή κλάπηκε κλεμμένο κλεμμένη βρίσκω πήραν",
    "exasa xasei xathike xamena xameni apoleia apwleia eklepsan klapike",
    "lost lose losing stolen stole robbed missing replace replacement",
    "humba humbur humbi vodhi vodhen vjedhur",
    "загубив загубила загублені загублений втратив втратила вкрали вкрадено украли",
    "ضاعت ضاع ضائع ضائعة فقدت فقدان سرقت سرق",
    "گم کھو چوری",
    "zahubyv zahubyla da3at faqadt",
  ],
  renewed: [
    "έληξε λήγει λήξη λήξει ληγμένο ληγμένη ανανέωση ανανεώσω ανανεώνω ανανεώσεις",
    "elikse elixe lixi ligei ananeosi ananewsh ananeono",
    "renew renewal renewing expired expires expire expiry",
    "rinovim rinovimi rinovoj rinovuar skadoi skaduar",
    "поновити поновлення продовжити продовження закінчився закінчилася закінчилися",
    "تجديد انتهت انتهى منتهية",
    "تجدید رینیو ختم",
    "tajdid ponovyty prodovzhyty",
  ],
};

/** A short word of another meaning may sound so. */
const SHORTEST = 5;

/** As no word is written, and so that nothing sounds like it */
const STANDS_FOR: ReadonlyMap<string, string> = new Map(
  Object.values(HAPPENINGS).flatMap((texts, at) =>
    texts
      .flatMap(foldedWords)
      .flatMap((word) => [[word, code(at)] as const, ...keysOf(word).map((key) => [key, code(at)] as const)]),
  ),
);

function code(at: number): string {
  return `000${at}`;
}

function keysOf(word: string): string[] {
  const stem = stemOf(word);
  const sounds = soundKeys(word, 2).map(soundStemOf);
  return [...(stem.length >= SHORTEST - 1 ? [stem] : []), ...sounds.filter((sound) => sound.length >= SHORTEST)];
}

/** The word that stands for a happening; any other is itself. */
export const happeningOr = (word: string): string =>
  STANDS_FOR.get(word) ?? keysOf(word).flatMap((key) => STANDS_FOR.get(key) ?? [])[0] ?? word;

export const isHappening = (word: string): boolean => /^000\d$/.test(word);
