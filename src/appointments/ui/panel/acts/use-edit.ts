import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useMe } from "../../../../kit/me.ts";
import { useText } from "../../../../kit/text.tsx";
import type { Appointment } from "../../../contract.ts";
import { appointmentHistoryQuery } from "../../queries.ts";
import { type AppointmentDraft, changesOf, draftKey } from "../form/draft.ts";
import { useDraftForm } from "../form/use-draft-form.ts";
import { focusFirstFault } from "../frame/focus-first-fault.ts";
import type { PanelProps } from "../frame/panel-props.ts";
import { changeDrafts } from "./draft-store.ts";
import { caughtUp, type EditBasis, editBasis, hasConflict } from "./stale.ts";
import { focusStaleNotice } from "./stale-notice.tsx";
import { useChange } from "./use-change.ts";

export interface EditFormProps extends Omit<PanelProps, "target"> {
  readonly appointment: Appointment;
  readonly onBack: () => void;
}

/** The form's content against the appointment as it was when the form was opened, caught up with what others change. */
export function useEdit({ appointment, toast, onClose, onBack }: EditFormProps) {
  const t = useText();
  const queryClient = useQueryClient();
  const key = draftKey(useMe().employee.id, appointment.id);
  const [kept] = useState(() => changeDrafts.get(key));
  const [standing, setStanding] = useState(() => kept?.standing ?? editBasis(appointment));
  const keep = (draft: AppointmentDraft, on: EditBasis = standing) => {
    if (isChanged(on.base, draft)) changeDrafts.keep(key, { draft, standing: on });
    else changeDrafts.forget(key);
  };
  const { form, act, errors, hasFaults } = useDraftForm(kept?.draft ?? standing.base, (draft) => keep(draft));
  const catchUp = (current: Appointment, told: { sentence: string; by: string | null } | null) => {
    const next = caughtUp(standing, form.draft, current, told);
    setStanding(next.standing);
    act({ type: "changed", values: next.draft });
    keep(next.draft, next.standing);
  };
  const changing = useChange({
    appointment,
    toast,
    onChanged: () => {
      changeDrafts.forget(key);
      onClose();
    },
    onStale: ({ current, ...told }) => catchUp(current, told),
    onFields: (found) => act({ type: "refused", errors: found }),
  });
  const isOvertaken = appointment.version > standing.version && !changing.isPending && !changing.isSuccess;
  // Somebody else's change comes from outside, at any moment.
  useEffect(() => {
    if (!isOvertaken) return;
    catchUp(appointment, null);
    queryClient.invalidateQueries({ queryKey: appointmentHistoryQuery(appointment.office, appointment.id).queryKey });
  });
  const see = () => setStanding((now) => ({ ...now, stale: now.stale && { ...now.stale, isSeen: true } }));
  const save = () => {
    if (changing.isPending || changing.isSuccess) return;
    flushSync(() => act({ type: "tried" }));
    if (hasFaults) return focusFirstFault();
    if (hasConflict(standing) && standing.stale?.isSeen === false) {
      flushSync(see);
      return focusStaleNotice();
    }
    if (!isChanged(standing.base, form.draft)) return onBack();
    changing.mutate({ version: standing.version, patch: changesOf(standing.base, form.draft) });
  };
  return {
    form,
    errors,
    stale: standing.stale,
    hasConflict: hasConflict(standing),
    see,
    changing,
    save,
    leave: () => {
      if (isChanged(standing.base, form.draft)) toast.show({ text: t("panel.changes-left") });
      onBack();
    },
    clear: () => {
      act({ type: "replaced", draft: standing.base });
      changeDrafts.forget(key);
    },
    isRestored: kept !== undefined && isChanged(standing.base, form.draft),
  };
}

const isChanged = (base: AppointmentDraft, draft: AppointmentDraft): boolean =>
  Object.keys(changesOf(base, draft)).length > 0;
