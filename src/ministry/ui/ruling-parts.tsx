import { useText } from "../../kit/text.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import type { RulingPreview } from "../contract.ts";

/** Parts that every dialog of a ruling shows before the act: its consequence, a refusal, the next step. */

/** @param sentences null: nobody has asked yet */
export function Consequence({ sentences }: { sentences: readonly string[] | null }) {
  const t = useText();
  return (
    <div role="status">
      {sentences && (
        <div className="note">
          <h3>{t("ministry.preview")}</h3>
          {sentences.map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      )}
    </div>
  );
}

export function RefusalAlert({ sentence }: { sentence: string | null }) {
  return (
    <div role="alert">
      {sentence && (
        <p className="err">
          <Icon name="warning" />
          {sentence}
        </p>
      )}
    </div>
  );
}

interface StepLabelProps {
  readonly isBusy: boolean;
  readonly preview: RulingPreview | null;
  readonly submitLabel: (preview: RulingPreview) => string;
}

/** First to see what it concerns, then to do it. */
export function StepLabel({ isBusy, preview, submitLabel }: StepLabelProps) {
  const t = useText();
  if (isBusy) return t(preview ? "shell.saving" : "ministry.checking");
  return preview ? submitLabel(preview) : t("ministry.check");
}
