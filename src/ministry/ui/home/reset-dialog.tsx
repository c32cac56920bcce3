import { useQueryClient } from "@tanstack/react-query";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { TextInput } from "../../../kit/form/inputs.tsx";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { OfficeProgress } from "../../contract.ts";
import { postReset } from "../acts.ts";
import { askMinistryAgain } from "../queries.ts";

interface ResetDialogProps {
  /** As it was when the dialog was opened */
  readonly office: OfficeProgress;
  readonly onClose: () => void;
}

/** Asks an office to answer once more, and tells it why. */
export function ResetDialog({ office, onClose }: ResetDialogProps) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const { code, name } = office;
  const form = useForm({
    key: useFormKey(`reset ${code}`, null),
    begins: { reason: "" },
    faults: ({ reason = "" }) => (reason.trim() === "" ? [{ field: "reason", code: "field-required" }] : []),
    send: ({ values: { reason = "" }, keyOf }) => postReset(office, reason, keyOf(reason)),
    onSaved: () => {
      void askMinistryAgain(queryClient);
      toasts.show({ text: t("ministry.reset-done", { name }) });
      onClose();
    },
    onRefused: () => void askMinistryAgain(queryClient),
  });
  return (
    <FormDialog
      form={form}
      title={t("ministry.reset-title", { name })}
      submit={t("ministry.reset-submit")}
      back={t("ministry.back")}
      onClose={onClose}
    >
      <p>{t("ministry.reset-means")}</p>
      <TextInput
        form={form}
        field="reason"
        label={t("ministry.reset-reason")}
        hint={t("ministry.reset-reason-hint")}
        isFirst
        spellCheck
      />
    </FormDialog>
  );
}
