import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";

interface FormFootProps {
  /** Why nothing was saved; null: nothing stands in the way */
  readonly problem: string | null;
  readonly submit: string;
  readonly isSaving?: boolean;
  readonly onBack: () => void;
}

/** Under a dialog's form: what stands in the way, the way back, and the button that says what it does. */
export function FormFoot({ problem, submit, isSaving = false, onBack }: FormFootProps) {
  const t = useText();
  return (
    <>
      <div role="alert">
        {problem && (
          <p className="field-error">
            <Icon name="warning" />
            {problem}
          </p>
        )}
      </div>
      <div className="group">
        <Button onClick={onBack}>{t("queues.back")}</Button>
        <Button type="submit" look="primary" aria-disabled={isSaving}>
          {isSaving ? t("shell.saving") : submit}
        </Button>
      </div>
    </>
  );
}
