import { useState } from "react";
import type { FormOptions } from "./form.ts";
import { type ChangeElsewhere, changesElsewhere, overtaking } from "./overtaken.ts";
import { currentIn } from "./send.ts";
import type { Texts } from "./typing.ts";
import type { FormDraft } from "./use-form-draft.ts";

interface Picture {
  readonly version: number;
  readonly stands: Texts;
}

/** The saved texts as the clerk sees them, and what colleagues have changed in them since the clerk began. */
export function usePicture<Answer>(options: FormOptions<Answer>, draft: FormDraft) {
  const [told, setTold] = useState<Picture | null>(null);
  const { version, stands = {} } = latestOf(options, told);
  const against = (now: Texts) => changesElsewhere(draft.get(), now, options.isSame);
  const overtakenIn = (changes: readonly ChangeElsewhere[]) => overtaking(changes, options.restsOnAll === true);
  const elsewhere = against(stands);
  /** As a refusal shows it, where a colleague was first */
  const pictureIn = (error: unknown): Picture | null => {
    const current = currentIn(error);
    return current && { version: current.version, stands: options.standsIn?.(current) ?? stands };
  };
  return {
    version,
    shown: { ...draft.typing.seen, ...stands },
    elsewhere,
    overtaken: overtakenIn(elsewhere),
    /** Shown from now on. @returns what of it was being changed here */
    take: (error: unknown): readonly ChangeElsewhere[] => {
      const picture = pictureIn(error);
      if (!picture) return [];
      setTold(picture);
      return overtakenIn(against(picture.stands));
    },
    /** On which it is sent once more, where colleagues changed nothing that was being changed here */
    beside: (error: unknown): Picture | null => {
      const picture = options.standsIn ? pictureIn(error) : null;
      return picture && overtakenIn(against(picture.stands)).length === 0 ? picture : null;
    },
  };
}

function latestOf<Answer>({ version, stands }: FormOptions<Answer>, told: Picture | null) {
  return told && version !== undefined && told.version > version ? told : { version, stands };
}
