import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "../../kit/form/form-dialog.tsx";
import { TextInput } from "../../kit/form/inputs.tsx";
import { OvertakenNotice } from "../../kit/form/overtaken-notice.tsx";
import type { Texts } from "../../kit/form/typing.ts";
import { useForm } from "../../kit/form/use-form.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import { useText } from "../../kit/text.tsx";
import { useToasts } from "../../kit/toasts.tsx";
import type { Partner, PartnerSecrets } from "../contract.ts";
import { webhookUrlErrors } from "../rules.ts";
import { partnersQuery, putWebhook } from "./queries.ts";
import { SecretsDialog } from "./secrets-dialog.tsx";

interface WebhookDialogProps {
  readonly partner: Partner;
  readonly onClose: () => void;
}

/** Where a system is told of its appointments, or nowhere; with a new secret, which is shown once. */
export function WebhookDialog({ partner, onClose }: WebhookDialogProps) {
  const t = useText();
  const toasts = useToasts();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<PartnerSecrets | null>(null);
  const { id, name, version } = partner;
  const form = useForm<PartnerSecrets>({
    key: useFormKey(`webhook of partner ${id}`, null),
    stands: urlTexts(partner),
    version,
    standsIn: (current) => urlTexts(current as Partner),
    faults: ({ webhookUrl = "" }) => (webhookUrl.trim() === "" ? [] : webhookUrlErrors(webhookUrl)),
    send: ({ values: { webhookUrl = "" }, version: seen = version }) =>
      putWebhook(id, { webhookUrl: webhookUrl.trim() || null }, seen),
    onSaved: (secrets) => {
      toasts.show({ text: t("partners.webhook-saved", { name }) });
      void queryClient.invalidateQueries(partnersQuery);
      if (secrets.webhookSecret === null) onClose();
      else setMade(secrets);
    },
    onRefused: () => void queryClient.invalidateQueries(partnersQuery),
  });
  if (made) return <SecretsDialog title={t("partners.made-webhook", { name })} made={made} onClose={onClose} />;
  const label = t("partners.webhook-url");
  return (
    <FormDialog
      form={form}
      title={t("partners.webhook-change-of", { name })}
      submit={t("partners.webhook-save")}
      back={t("partners.back")}
      onClose={onClose}
    >
      <OvertakenNotice form={form} labelOf={() => label} wordsOf={(_, text) => text || t("partners.webhook-none")} />
      <TextInput
        form={form}
        field="webhookUrl"
        inputMode="url"
        label={label}
        hint={`${t("partners.webhook-hint")} ${t("partners.webhook-new-secret")}`}
        isFirst
      />
    </FormDialog>
  );
}

const urlTexts = ({ webhook }: Partner): Texts => ({ webhookUrl: webhook?.url ?? "" });
