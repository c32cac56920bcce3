import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { CatalogueService, RulingPreview, ServiceCatalogue } from "../../contract.ts";
import { checkService, patchService, postService } from "../acts.ts";
import { useConsequence } from "../consequence.ts";
import { RulingDialog } from "../ruling-dialog.tsx";
import { LinesField, TextField } from "../text-field.tsx";
import { useContraryAct } from "../use-contrary-act.ts";
import type { Ruling, RulingForm } from "../use-ruling.ts";
import { emptyService, serviceDraft, serviceRequestOf } from "./service-draft.ts";

interface ServiceDialogProps {
  readonly data: ServiceCatalogue;
  readonly changed: CatalogueService | null;
  readonly onClose: () => void;
}

export function ServiceDialog({ data, changed, onClose }: ServiceDialogProps) {
  const t = useText();
  const consequence = useConsequence();
  const ruling = useServiceRuling(data, changed, onClose);
  return (
    <RulingDialog
      title={t(changed ? "ministry.service-change" : "ministry.service-new")}
      ruling={ruling}
      onClose={onClose}
      fields={(form) => <ServiceFields form={form} isNew={changed === null} />}
      consequence={consequence.ofService}
      submitLabel={() => t(changed ? "ministry.service-submit-change" : "ministry.service-submit-add")}
    />
  );
}

const REQUIRED = ["code", "name", "shortName", "nameEn", "minutes"];

function useServiceRuling(data: ServiceCatalogue, changed: CatalogueService | null, onClose: () => void): Ruling {
  const t = useText();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  // Nobody has minutes of her own for what is new, or appointments.
  const everywhere: RulingPreview = { offices: data.offices, concerned: 0, appointments: 0 };
  if (!changed)
    return {
      name: "service new",
      empty: emptyService,
      required: REQUIRED,
      check: async () => everywhere,
      send: (draft, key) => postService(serviceRequestOf(draft), key),
      done: (_, { name = "" }) => {
        toasts.show({ text: t("ministry.service-added", { name }) });
        onClose();
      },
    };
  const patch = (draft: Ruling["empty"], version: number) => {
    const { code, ...words } = serviceRequestOf(draft);
    return patchService(code, version, words);
  };
  return {
    name: `service ${changed.code}`,
    empty: serviceDraft(changed),
    required: REQUIRED,
    check: () => checkService(changed.code),
    send: (draft) => patch(draft, changed.version),
    done: (_, { name = "" }) => {
      const undo = takeBack(() => patch(serviceDraft(changed), changed.version + 1));
      toasts.show({ text: t("ministry.service-changed", { name }), undo });
      onClose();
    },
  };
}

function ServiceFields({ form, isNew }: { form: RulingForm; isNew: boolean }) {
  const t = useText();
  return (
    <>
      {isNew && (
        <TextField
          form={form}
          field="code"
          spellCheck={false}
          label={t("ministry.service-code")}
          hint={t("ministry.service-code-hint")}
        />
      )}
      <TextField form={form} field="name" label={t("ministry.service-name")} />
      <div className="ministry__pair">
        <TextField form={form} field="shortName" label={t("ministry.service-short-name")} />
        <TextField form={form} field="minutes" inputMode="numeric" label={t("ministry.service-minutes")} />
      </div>
      <TextField form={form} field="nameEn" lang="en" label={t("ministry.service-name-en")} />
      <LinesField form={form} field="bring" label={t("ministry.service-bring")} isOptional />
      <LinesField form={form} field="bringEn" label={t("ministry.service-bring-en")} isOptional />
    </>
  );
}
