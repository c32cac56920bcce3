import type { Texts } from "../../../../kit/form/typing.ts";
import type { AppointmentDraft } from "../form/draft.ts";
import type { ServiceButton } from "../which-service/service-choices.ts";
import { firstDigitIn } from "../which-service/service-keys.ts";

/** What becomes of keys that came before the form was there: the same as if it had been. Pure. */
export interface TypedAtOpening {
  /** Looked for among all services; null: nothing is */
  readonly sought: string | null;
  readonly texts: Texts;
  /** Where the work goes on; null: where it begins */
  readonly focused: (typeof TYPED_FIRST)[number] | null;
}

/** The fields of a citizen, one Tab after the other */
export const TYPED_FIRST = ["lastName", "firstName", "phone", "email"] as const;

interface Opened {
  readonly draft: AppointmentDraft;
  readonly buttons: readonly ServiceButton[];
  /** For this visit: then the form begins with the surname, where a digit is text */
  readonly isServiceChosen: boolean;
}

/** @param letters what was typed, Tab by Tab */
export function typedAtOpening(
  letters: readonly string[],
  { draft, buttons, isServiceChosen }: Opened,
): TypedAtOpening {
  const [first = "", ...others] = letters;
  const { digit, rest } = isServiceChosen ? { digit: null, rest: first } : firstDigitIn(first);
  const service = buttons.find((button) => button.digit === digit)?.service.code;
  const typed = [rest, ...others].slice(0, TYPED_FIRST.length);
  const isTyped = typed.length > 1 || rest !== "";
  if (digit === 0 || (isTyped && !service && draft.service === "")) return { sought: rest, texts: {}, focused: null };
  const texts = typed.flatMap((text, at) => {
    const field = TYPED_FIRST[at];
    return field && text ? [[field, draft[field] + text]] : [];
  });
  return {
    sought: null,
    texts: { ...Object.fromEntries(texts), ...(service && { service }) },
    focused: service || isTyped ? (TYPED_FIRST[typed.length - 1] ?? null) : null,
  };
}
