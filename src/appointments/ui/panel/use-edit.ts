import { useState } from "react";
import { flushSync } from "react-dom";
import { useMe } from "../../../web/me.ts";
import { useText } from "../../../web/text.tsx";
import { changesOf, type Draft, draftOf } from "./draft.ts";
import { changeDrafts, draftKey } from "./draft-store.ts";
import type { EditFormProps } from "./edit-form.tsx";
import { focusFirstFault } from "./focus-first-fault.ts";
import { type ForeignChange, foreignChanges, rebased } from "./rebase.ts";
import { useChange } from "./use-change.ts";
import { useDraftForm } from "./use-draft-form.ts";

/** What another operator did meanwhile, until it is saved again. */
export interface Stale {
  readonly sentence: string;
  readonly by: string | null;
  readonly changes: readonly ForeignChange[];
}

/** The form's content against the appointment as it was when the form was opened, not as it has become since. */
export function useEdit({ appointment, toast, onClose, onBack }: EditFormProps) {
  const t = useText();
  const key = draftKey(useMe().employee.id, appointment.id);
  const [kept] = useState(() => changeDrafts.get(key));
  const [origin, setOrigin] = useState(() => kept ?? { base: draftOf(appointment), version: appointment.version });
  const [stale, setStale] = useState<Stale | null>(null);
  const keep = (draft: Draft, { base, version } = origin) => {
    if (isChanged(base, draft)) changeDrafts.keep(key, { draft, base, version });
    else changeDrafts.forget(key);
  };
  const { form, act, errors, hasFaults } = useDraftForm(kept?.draft ?? origin.base, (draft) => keep(draft));
  const changing = useChange({
    appointment,
    toast,
    onChanged: () => {
      changeDrafts.forget(key);
      onClose();
    },
    onStale: ({ current, sentence, by }) => {
      const next = { base: draftOf(current), version: current.version };
      const draft = rebased(origin.base, next.base, form.draft);
      setStale({ sentence, by, changes: foreignChanges(origin.base, next.base, form.draft) });
      setOrigin(next);
      act({ type: "replaced", draft });
      keep(draft, next);
    },
    onFields: (found) => act({ type: "refused", errors: found }),
  });
  const save = () => {
    if (changing.isPending || changing.isSuccess) return;
    flushSync(() => act({ type: "tried" }));
    if (hasFaults) focusFirstFault();
    else if (isChanged(origin.base, form.draft))
      changing.mutate({ version: origin.version, patch: changesOf(origin.base, form.draft) });
    else onBack();
  };
  const leave = () => {
    if (isChanged(origin.base, form.draft)) toast.show({ text: t("panel.changes-left") });
    onBack();
  };
  const clear = () => {
    act({ type: "replaced", draft: origin.base });
    changeDrafts.forget(key);
  };
  return {
    form,
    errors,
    stale,
    changing,
    save,
    leave,
    clear,
    isRestored: kept !== undefined && isChanged(origin.base, form.draft),
  };
}

const isChanged = (base: Draft, draft: Draft): boolean => Object.keys(changesOf(base, draft)).length > 0;
