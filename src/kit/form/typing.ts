import { contentKeys, type KeyOf } from "./content-keys.ts";

/** Typing over the saved texts of a form. Pure. */

/** A text for each field; a choice is the text of what was chosen. */
export type Texts = Readonly<Record<string, string>>;

export interface Typing {
  readonly id: string;
  /** Only of the fields that were changed */
  readonly texts: Texts;
  /** The text of each field when the clerk began with it */
  readonly seen: Texts;
  /** Colleagues' texts since then, as far as the clerk has been shown them */
  readonly told: Texts;
  /** It was sent, and no answer came: perhaps it is done */
  readonly isSent: boolean;
  /** Goes with the content: an answer that was lost is still to be settled when the form is opened again */
  readonly keyOf: KeyOf;
}

export const beginTyping = (stands: Texts, id: string = crypto.randomUUID()): Typing => ({
  id,
  texts: {},
  seen: stands,
  told: {},
  isSent: false,
  keyOf: contentKeys(),
});

/** Back to what stands there is no change at all. */
export function typedOver(typing: Typing, values: Texts, stands: Texts): Typing {
  const begun = Object.keys(values).filter((field) => !(field in typing.texts));
  const texts = Object.entries({ ...typing.texts, ...values });
  return {
    ...typing,
    texts: Object.fromEntries(texts.filter(([field, text]) => !(field in values) || text !== stands[field])),
    seen: { ...typing.seen, ...Object.fromEntries(begun.map((field) => [field, stands[field] ?? ""])) },
  };
}

/** Typing that went on while the form was being saved stays; for the rest it begins anew on what was saved. */
export function typedSince(typing: Typing, sent: Texts, stands: Texts): Typing {
  const later = Object.entries(typing.texts).filter(([field, text]) => text !== sent[field] && text !== stands[field]);
  return { ...beginTyping(stands, typing.id), texts: Object.fromEntries(later) };
}

export const hasTexts = ({ texts }: Typing): boolean => Object.keys(texts).length > 0;
