import { OtherDraftDialog } from "./other-draft-dialog.tsx";
import type { useRebook } from "./use-rebook.ts";

/** Open only while a draft for somebody else is in the way of a new time. */
export function RebookDialog({ asked, replace, goOn, dismiss }: ReturnType<typeof useRebook>) {
  if (!asked) return null;
  const { other, appointment } = asked;
  return (
    <OtherDraftDialog
      other={other}
      person={appointment}
      onContinue={goOn}
      onReplace={() => replace(appointment)}
      onBack={dismiss}
    />
  );
}
