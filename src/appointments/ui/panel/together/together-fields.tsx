import { flushSync } from "react-dom";
import { ChoiceError } from "../../../../kit/form/choice-error.tsx";
import type { FieldsForm } from "../../../../kit/form/form.ts";
import { TextInput } from "../../../../kit/form/inputs.tsx";
import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Office } from "../../../../offices/contract.ts";
import type { Companion } from "../../../field/field.ts";
import { MOST_COMPANIONS, MOST_SERVICES, servicesOfVisit } from "../../../field/visit-services.ts";
import { ServiceChips } from "./service-chips.tsx";
import { minutesIn, visitIn } from "./visit-in-form.ts";
import "./together.css";

interface TogetherProps {
  readonly form: FieldsForm;
  readonly office: Office;
}

/** What else is done for whoever the visit is made for. */
export function MoreServicesField({ form, office }: TogetherProps) {
  const t = useText();
  const { moreServices } = visitIn(form.values);
  return (
    <fieldset className="together">
      <legend>{t("panel.more-services")}</legend>
      <ServiceChips
        office={office}
        services={moreServices}
        max={MOST_SERVICES - 1}
        person={t("panel.person", { number: 1 })}
        name="moreServices"
        shortcut="Alt+Y"
        onChange={(services) => form.change("moreServices", JSON.stringify(services))}
      />
      <Fault form={form} field="moreServices" />
    </fieldset>
  );
}

const NOBODY_YET: Companion = { lastName: "", firstName: "", services: [] };

/** Who else is served in the same visit, each with their own services; their names may be left out. */
export function CompanionsField({ form, office }: TogetherProps) {
  const t = useText();
  const { companions } = visitIn(form.values);
  // Whoever opened it wants somebody.
  const shown = companions.length === 0 ? [NOBODY_YET] : companions;
  const set = (list: readonly Companion[]) => form.change("companions", JSON.stringify(list));
  const remove = (at: number) => {
    flushSync(() => set(shown.toSpliced(at, 1)));
    // Its button is gone with it; keys are heard in the panel alone.
    document.querySelector<HTMLElement>('.panel [aria-keyshortcuts="Alt+A"]')?.focus();
  };
  return (
    <fieldset className="together">
      <legend>{t("panel.companions")}</legend>
      {shown.map((companion, at) => (
        <OneCompanion
          // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing but their place to be told apart by
          key={at}
          {...{ form, office, companion, at }}
          onChange={(changed) => set(shown.map((each, i) => (i === at ? { ...each, ...changed } : each)))}
          onRemove={() => remove(at)}
        />
      ))}
      {shown.length < MOST_COMPANIONS && (
        <Button look="link" size="small" aria-keyshortcuts="Alt+A" onClick={() => set([...shown, NOBODY_YET])}>
          <Icon name="plus" />
          {t("panel.add-person")} <kbd aria-hidden="true">Alt+A</kbd>
        </Button>
      )}
      <Fault form={form} field="companions" />
    </fieldset>
  );
}

interface OneProps extends TogetherProps {
  readonly companion: Companion;
  readonly at: number;
  readonly onChange: (changed: Partial<Companion>) => void;
  readonly onRemove: () => void;
}

function OneCompanion({ form, office, companion, at, onChange, onRemove }: OneProps) {
  const t = useText();
  const person = t("panel.person", { number: at + 2 });
  const field = `companions.${at}`;
  const ofThem: FieldsForm = {
    ...form,
    values: { [`${field}.lastName`]: companion.lastName, [`${field}.firstName`]: companion.firstName },
    change: (name, text) => onChange({ [name.slice(field.length + 1)]: text }),
    leave: () => form.leave("companions"),
  };
  return (
    <fieldset className="companion">
      <legend>{person}</legend>
      <div className="two-columns">
        <TextInput form={ofThem} field={`${field}.lastName`} label={t("panel.last-name")} isOptional />
        <TextInput form={ofThem} field={`${field}.firstName`} label={t("panel.first-name")} isOptional />
      </div>
      <ServiceChips
        office={office}
        services={companion.services}
        person={person}
        name="companions"
        onChange={(services) => onChange({ services })}
      />
      <Fault form={form} field={`${field}.services`} />
      <Button look="link" size="small" onClick={onRemove}>
        {t("panel.remove-person", { person })}
      </Button>
    </fieldset>
  );
}

const Fault = ({ form, field }: { readonly form: FieldsForm; readonly field: string }) => (
  <ChoiceError id={`${field}-error`} error={form.errors[field]} />
);

/** «20′ μαζί»: said after each change. */
export function TogetherSum({ form, office }: TogetherProps) {
  const t = useText();
  const visit = visitIn(form.values);
  const services = servicesOfVisit(visit).filter(Boolean).length;
  const isSeveral = services > 1 || visit.companions.length > 0;
  return (
    <p className={isSeveral ? "together__sum" : "visually-hidden"} role="status">
      {isSeveral && t("panel.together", { minutes: minutesIn(office, visit) })}
    </p>
  );
}
