import { SERVICE_GROUPS } from "../../../catalogue/service-groups.ts";
import type { Form } from "../../../kit/form/form.ts";
import { SelectInput, TextInput } from "../../../kit/form/inputs.tsx";
import type { Texts } from "../../../kit/form/typing.ts";
import { useText } from "../../../kit/text.tsx";
import { useToasts } from "../../../kit/toasts.tsx";
import type { CatalogueService, RulingPreview, ServiceCatalogue } from "../../contract.ts";
import { checkService, patchService, postService } from "../acts.ts";
import { RulingDialog } from "../ruling-dialog.tsx";
import { useConsequence } from "../use-consequence.ts";
import { useContraryAct } from "../use-contrary-act.ts";
import type { Ruling } from "../use-ruling-form.ts";
import { BringFields } from "./bring-fields.tsx";
import { bringInWords } from "./bring-words.ts";
import { groupInWords } from "./group-words.ts";
import { serviceLabels } from "./service-labels.ts";
import { bringDrafts, emptyService, serviceRequestOf, serviceTexts } from "./service-texts.ts";

interface ServiceDialogProps {
  readonly data: ServiceCatalogue;
  readonly changed: CatalogueService | null;
  readonly onClose: () => void;
}

export function ServiceDialog({ data, changed, onClose }: ServiceDialogProps) {
  const t = useText();
  const ruling = useServiceRuling({ data, changed, onClose });
  const labels = serviceLabels(t);
  const labelOf = (field: string): string => labels[field] ?? field;
  return (
    <RulingDialog
      title={t(changed ? "ministry.service-change" : "ministry.service-new")}
      ruling={ruling}
      onClose={onClose}
      fields={(form) => <ServiceFields form={form} isNew={changed === null} labelOf={labelOf} />}
      labelOf={labelOf}
      wordsOf={(field, text) => (field === "toBring" ? bringInWords(bringDrafts(text), t) : text)}
      submitLabel={() => t(changed ? "ministry.service-submit-change" : "ministry.service-submit-add")}
    />
  );
}

const REQUIRED = ["code", "name", "shortName", "nameEn", "minutes"];

function useServiceRuling({ data, changed, onClose }: ServiceDialogProps): Ruling {
  const t = useText();
  const consequence = useConsequence();
  const toasts = useToasts();
  const takeBack = useContraryAct();
  // Nobody has minutes of her own for what is new, or appointments.
  const everywhere: RulingPreview = { offices: data.offices, concerned: 0, appointments: 0 };
  if (!changed)
    return {
      name: "service new",
      begins: emptyService,
      required: REQUIRED,
      check: async () => everywhere,
      send: ({ values, keyOf }) => postService(serviceRequestOf(values), keyOf(values)),
      consequence: consequence.ofService,
      done: (_, { values: { name = "" } }) => {
        toasts.show({ text: t("ministry.service-added", { name }) });
        onClose();
      },
    };
  const patch = (texts: Texts, version: number) => {
    const { code, ...words } = serviceRequestOf(texts);
    return patchService(code, version, words);
  };
  return {
    name: `service ${changed.code}`,
    stands: serviceTexts(changed),
    version: changed.version,
    standsIn: (current) => serviceTexts(current as CatalogueService),
    required: REQUIRED,
    check: () => checkService(changed.code),
    send: ({ values, version = changed.version }) => patch(values, version),
    consequence: consequence.ofService,
    done: (_, { values: { name = "" }, version = changed.version }) => {
      const undoing = takeBack("service-changed", () => patch(serviceTexts(changed), version + 1));
      toasts.show({ text: t("ministry.service-changed", { name }), ...undoing });
      onClose();
    },
  };
}

interface ServiceFieldsProps {
  readonly form: Form;
  readonly isNew: boolean;
  readonly labelOf: (field: string) => string;
}

function ServiceFields({ form, isNew, labelOf }: ServiceFieldsProps) {
  const t = useText();
  return (
    <>
      {isNew && (
        <TextInput form={form} field="code" label={labelOf("code")} hint={t("ministry.service-code-hint")} isFirst />
      )}
      <TextInput form={form} field="name" label={labelOf("name")} isFirst={!isNew} />
      <div className="ministry__pair">
        <TextInput form={form} field="shortName" label={labelOf("shortName")} />
        <TextInput form={form} field="minutes" inputMode="numeric" label={labelOf("minutes")} />
      </div>
      <TextInput form={form} field="nameEn" lang="en" label={labelOf("nameEn")} />
      <BringFields form={form} />
      <TextInput
        form={form}
        field="onlineUrl"
        label={labelOf("onlineUrl")}
        hint={t("ministry.service-online-url-hint")}
        isOptional
      />
      <SelectInput
        form={form}
        field="entranceGroup"
        label={labelOf("entranceGroup")}
        hint={t("ministry.service-group-hint")}
        isOptional
        options={[
          ["", t("ministry.service-group-none")],
          ...SERVICE_GROUPS.map((group) => [group, groupInWords(group, t)] as const),
        ]}
      />
    </>
  );
}
