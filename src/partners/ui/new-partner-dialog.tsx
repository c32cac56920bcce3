import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { FormDialog } from "../../kit/form/form-dialog.tsx";
import { TextInput } from "../../kit/form/inputs.tsx";
import type { Texts } from "../../kit/form/typing.ts";
import { useForm } from "../../kit/form/use-form.ts";
import { useFormKey } from "../../kit/form/use-form-draft.ts";
import { useText } from "../../kit/text.tsx";
import type { PartnerSecrets } from "../contract.ts";
import { LONGEST_PARTNER_NAME, partnerNameErrors, webhookUrlErrors } from "../rules.ts";
import { partnersQuery, postPartner } from "./queries.ts";
import { SecretsDialog } from "./secrets-dialog.tsx";

/** Accredits a system, and then shows its key: once, for nobody can be told it again. */
export function NewPartnerDialog({ onClose }: { onClose: () => void }) {
  const t = useText();
  const queryClient = useQueryClient();
  const [made, setMade] = useState<PartnerSecrets | null>(null);
  const form = useForm<PartnerSecrets>({
    key: useFormKey("new partner", null),
    begins: { name: "", webhookUrl: "" },
    faults,
    send: ({ values: { name = "", webhookUrl = "" }, keyOf }) => {
      const body = { name, webhookUrl: webhookUrl.trim() || null };
      return postPartner(body, keyOf(body));
    },
    onSaved: (secrets) => {
      setMade(secrets);
      void queryClient.invalidateQueries(partnersQuery);
    },
  });
  if (made)
    return <SecretsDialog title={t("partners.made", { name: made.partner.name })} made={made} onClose={onClose} />;
  return (
    <FormDialog
      form={form}
      title={t("partners.new")}
      submit={t("partners.make")}
      back={t("partners.back")}
      onClose={onClose}
    >
      <TextInput
        form={form}
        field="name"
        label={t("partners.name")}
        hint={t("partners.name-hint", { max: LONGEST_PARTNER_NAME })}
        isFirst
      />
      <TextInput
        form={form}
        field="webhookUrl"
        inputMode="url"
        label={t("partners.webhook-url")}
        hint={t("partners.webhook-hint")}
      />
    </FormDialog>
  );
}

const faults = ({ name = "", webhookUrl = "" }: Texts) => [
  ...partnerNameErrors(name),
  ...(webhookUrl.trim() === "" ? [] : webhookUrlErrors(webhookUrl)),
];
