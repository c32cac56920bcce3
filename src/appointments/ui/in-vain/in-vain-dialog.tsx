import { useStore } from "../../../kit/store.ts";
import { useText } from "../../../kit/text.tsx";
import { Dialog } from "../../../kit/ui/dialog.tsx";
import type { Office } from "../../../offices/contract.ts";
import { InVainForm } from "./in-vain-form.tsx";
import { inVainQuestion } from "./in-vain-question.ts";
import { inQuestion } from "./visit-in-question.ts";

/** The same three answers for a visit that was served earlier today, over whatever page it was asked from. */
export function InVainDialog({ office }: { readonly office: Office }) {
  const t = useText();
  const asked = useStore(inVainQuestion, (question) => question);
  const visit = asked && inQuestion(asked, t);
  const close = () => inVainQuestion.set(() => null);
  if (!visit) return null;
  return (
    <Dialog key={visit.id} title={t("inVain.of", { name: visit.name })} onClose={close}>
      <InVainForm office={office} visit={visit} onClose={close} />
    </Dialog>
  );
}
