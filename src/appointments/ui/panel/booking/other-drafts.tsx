import { type FormKey, forgetTyping, keepTyping, useStoredTyping } from "../../../../kit/form/keeper.ts";
import type { Typing } from "../../../../kit/form/typing.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { useToasts } from "../../../../kit/toasts.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { draftOf } from "../form/draft.ts";
import { whenPhrase } from "../words/when.ts";
import { placeIn, valuesIn } from "./booking-drafts.ts";
import { markLabel } from "./mark-label.ts";

/** Says that the form was not begun now, and lets it be begun anew. */
export function DraftNote({ onClear }: { onClear: () => void }) {
  const t = useText();
  return (
    <div className="note draft-note">
      <p>{t("panel.draft-restored")}</p>
      <Button size="small" onClick={onClear}>
        {t("panel.draft-clear")}
      </Button>
    </div>
  );
}

interface OtherDraftsProps {
  readonly bookings: FormKey;
  /** The one in the form */
  readonly except: string;
  readonly today: string;
  readonly onOpen: (draftId: string) => void;
}

/** «Πρόχειρο: ΣΤΑΥΡΑΚΗΣ, 15:15. Συνέχεια»: whatever was begun and left, each to go on with or to put away. */
export function OtherDrafts({ bookings, except, today, onOpen }: OtherDraftsProps) {
  const t = useText();
  const toasts = useToasts();
  const words = useWords(today);
  const drafts = useStoredTyping(bookings).filter(({ id }) => id !== except);
  if (drafts.length === 0) return null;
  const drop = (kept: Typing) => {
    forgetTyping(bookings, kept.id);
    toasts.show({
      text: t("panel.draft-dropped", { of: words(kept) }),
      undo: { act: t("panel.draft-drop-act"), run: async () => keepTyping(bookings, kept) },
    });
  };
  return (
    <ul className="drafts" aria-label={t("panel.drafts")}>
      {drafts.map((kept) => (
        <li key={kept.id} className="note draft-note">
          <p>{t("panel.draft-of", { of: words(kept) })}</p>
          <Button
            size="small"
            aria-label={t("panel.draft-resume-of", { of: words(kept) })}
            onClick={() => onOpen(kept.id)}
          >
            {t("panel.draft-resume")}
          </Button>
          <Button
            size="small"
            look="ghost"
            aria-label={t("panel.draft-drop-of", { of: words(kept) })}
            onClick={() => drop(kept)}
          >
            {t("panel.draft-drop")}
          </Button>
        </li>
      ))}
    </ul>
  );
}

/** Whose it is and for when, as far as that was said. */
function useWords(today: string) {
  const t = useText();
  const { language } = useLanguage();
  return (typing: Typing): string => {
    const values = valuesIn(typing);
    const slot = placeIn(values);
    const name = markLabel(draftOf(values), t) || t("panel.draft-nameless");
    if (!slot) return name;
    return `${name}, ${slot.date === today ? slot.time : whenPhrase(slot, today, language)}`;
  };
}
