import { soundWords } from "../../platform/text/sound.ts";

/** A word by which a place is called, with what is said before it: «Νέα» of Νέα Σμύρνη, «Δυτική» of Δυτική Αττική. Pure. */
export interface Term {
  readonly word: string;
  /** Which of `QUALIFIERS`; null: none stands before it */
  readonly qualifier: string | null;
}

/** What many places have before their name, and by itself says nothing: as it is written, shortened, or typed in Latin letters. */
const QUALIFIERS: readonly (readonly [string, RegExp])[] = [
  ["saint", /^(ΑΓ|ΑΗ|ΑΓΙ(ΟΣ|ΟΥ|ΟΙ|ΟΝ|ΟΥΣ|Α|ΑΣ|ΕΣ|ΩΝ)|AG|A[GY]H?I(OS|OU|OI|ON|A|AS|ES)|SAINT|ST)$/],
  ["new", /^(Ν|ΝΕ(ΟΣ|ΟΥ|Ο|ΟΙ|Α|ΑΣ|ΕΣ|ΩΝ)|N|NE(OS|OU|O|OI|A|AS|ES|ON)|NEW)$/],
  ["old", /^(Π|ΠΑΛ|ΠΑΛ(ΑΙ|Ι)(ΟΣ|ΟΥ|Ο|ΟΙ|Α|ΑΣ|ΕΣ|ΩΝ)|P|PAL|PAL(AI|E|I)(OS|OU|O|OI|A|AS|ES|ON))$/],
  ["ancient", /^(ΑΡΧΑΙ|AR[CK]?HAI|ARXAI|ARHE|ARXE)(ΟΣ|ΟΥ|Ο|Α|ΑΣ|ΩΝ|OS|OU|O|A|AS)$/],
  ["upper", /^(ΑΝΩ|ANO|ANW)$/],
  ["lower", /^(ΚΑΤΩ|KATO|KATW)$/],
  ["west", /^(ΔΥΤΙΚ|DITIK|DYTIK)(ΟΣ|ΟΥ|Ο|Η|ΗΣ|ΑΣ|OS|OU|O|I|IS|H|HS)$/],
  ["east", /^(ΑΝΑΤΟΛΙΚ|ANATOLIK)(ΟΣ|ΟΥ|Ο|Η|ΗΣ|OS|OU|O|I|IS|H|HS)$/],
  ["north", /^(ΒΟΡΕΙ|VOR[EI]+|VOREI)(ΟΣ|ΟΥ|Ο|Α|ΑΣ|ΩΝ|OS|OU|O|A|AS)$/],
  ["south", /^(ΝΟΤΙ|NOTI)(ΟΣ|ΟΥ|Ο|Α|ΑΣ|ΩΝ|OS|OU|O|A|AS)$/],
  ["central", /^(ΚΕΝΤΡΙΚ|KENTRIK)(ΟΣ|ΟΥ|Ο|Η|ΗΣ|ΩΝ|OS|OU|O|I|IS|H|HS)$/],
];

/** What every office has in its name, what only leads to a name, and what says what a number is. */
const TELLS_NOTHING = new Set(
  `ΚΕΠ Δ ΔΗΜΟΣ ΔΗΜΟΥ ΔΗΜΟ ΝΟΜΟΣ ΝΟΜΟΥ ΝΟΜΟ ΠΕΡΙΦΕΡΕΙΑ ΠΕΡΙΦΕΡΕΙΑΣ ΠΕΡΙΦΕΡΕΙΑΚΗ ΕΝΟΤΗΤΑ ΟΔΟΣ ΟΔΟΥ ΛΕΩΦΟΡΟΣ ΛΕΩΦ ΠΛΑΤΕΙΑ ΠΛ
   ΤΗΛ ΤΗΛΕΦΩΝΟ ΚΩΔΙΚΟΣ ΚΩΔ ΤΑΧ ΤΑΧΥΔΡΟΜΙΚΟΣ ΤΚ ΣΕ ΣΤΟ ΣΤΟΝ ΣΤΟΥ ΣΤΗ ΣΤΗΝ ΣΤΑ ΣΤΙΣ ΣΤΟΥΣ ΤΗΣ ΤΟΥ ΤΩΝ ΤΟ ΤΟΝ ΤΗ ΤΗΝ ΤΑ
   ΚΑΙ ΓΙΑ ΚΟΝΤΑ ΚΕΝΤΡΟ Ο Η ΟΙ KEP DIMOS DIMOU DHMOS DHMOU NOMOS ODOS TK TEL IN AT NEAR THE OF AND STO STON STI STIN STA
   MUNICIPALITY POSTCODE CODE`.split(/\s+/),
);

const MOST = 12;

/** Those that tell a place; all of them where nothing else was written. */
export function placeTerms(text: string): Term[] {
  const words = soundWords(text);
  const telling = words.filter((word) => !TELLS_NOTHING.has(word));
  const used = (telling.length > 0 ? telling : words).slice(0, MOST);
  return used.flatMap((word, at) => {
    const before = qualifierOf(used[at - 1]);
    const isQualifier = qualifierOf(word) !== null && /\p{L}/u.test(used[at + 1] ?? "");
    return isQualifier ? [] : [{ word, qualifier: before }];
  });
}

/** Null: it is a name */
export const qualifierOf = (word: string | undefined): string | null =>
  QUALIFIERS.find(([, isMeant]) => word !== undefined && isMeant.test(word))?.[0] ?? null;

/** Of a house, or which of several: 12, 3ο */
export const isNumber = ({ word }: Term): boolean => /^\d+(ΟΣ?|Η|O|OS)?$/.test(word);
