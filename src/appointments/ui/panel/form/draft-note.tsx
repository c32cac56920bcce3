import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";

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
