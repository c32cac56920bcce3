import { useQueryClient } from "@tanstack/react-query";
import type { ServiceOfOffice } from "../../../draws/contract.ts";
import { FormDialog } from "../../../kit/form/form-dialog.tsx";
import { useForm } from "../../../kit/form/use-form.ts";
import { useFormKey } from "../../../kit/form/use-form-draft.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import { askDrawsAgain, endDrawPlaces } from "../queries.ts";

interface EndDialogProps {
  readonly office: string;
  readonly service: ServiceOfOffice;
  readonly name: string;
  onClose(): void;
}

/** The office gives none of it by draw any more. */
export function EndDialog({ office, service: { code, own }, name, onClose }: EndDialogProps) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const form = useForm({
    key: useFormKey(`draw end ${code}`, office),
    begins: {},
    version: own.version,
    send: ({ version = own.version }) => endDrawPlaces(office, code, version),
    onSaved: () => {
      toasts.show({ text: t("drawDesk.ended") });
      void askDrawsAgain(queryClient, office);
      onClose();
    },
    onRefused: () => void askDrawsAgain(queryClient, office),
  });
  return (
    <FormDialog
      form={form}
      title={t("drawDesk.end-title")}
      submit={t("drawDesk.end-submit")}
      back={t("drawDesk.back")}
      onClose={onClose}
    >
      <p>{t("drawDesk.end-text", { service: name })}</p>
    </FormDialog>
  );
}
