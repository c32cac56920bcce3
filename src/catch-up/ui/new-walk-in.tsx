import { type KeyboardEvent, useRef, useState } from "react";
import { walkInErrors } from "../../appointments/paper/walk-in-rules.ts";
import { SelectInput, TimeInput } from "../../kit/form/inputs.tsx";
import type { Texts } from "../../kit/form/typing.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Office } from "../../offices/contract.ts";
import type { FieldError } from "../../platform/refusal.ts";
import { wordsOf } from "../../text/text.ts";
import type { WalkInRequest } from "../contract.ts";
import { newRowTexts } from "./typed.ts";
import type { CatchUpState } from "./use-catch-up.ts";

interface NewWalkInProps {
  readonly office: Office;
  readonly work: CatchUpState;
  readonly onAdd: (walkIn: WalkInRequest, cleared: Texts) => void;
}

/** The row that is being written: Enter or + adds it, and the next one begins. */
export function NewWalkIn({ office, work, onAdd }: NewWalkInProps) {
  const t = useText();
  const { language } = useLanguage();
  const group = useRef<HTMLFieldSetElement>(null);
  const [faults, setFaults] = useState<readonly FieldError[]>([]);
  const { form, day } = work;
  const focus = (field: string) => group.current?.querySelector<HTMLElement>(`[name="${field}"]`)?.focus();
  const add = () => {
    const { time = "", until = "", service = "" } = form.values;
    const walkIn = { time, until: until || null, service };
    const found = faultsOf(walkIn, day);
    setFaults(found);
    if (!found[0]) onAdd(walkIn, newRowTexts(office));
    focus(found[0]?.field ?? "time");
  };
  const addOnEnter = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    if (event.key !== "Enter" || !(event.target instanceof HTMLElement) || event.target.matches("button")) return;
    event.preventDefault();
    if (!event.repeat) add();
  };
  const own = Object.fromEntries(
    faults.map(({ field, code, values }) => [field, wordsOf(language, [`field.${code}`], values)]),
  );
  const fields = {
    ...form,
    errors: { ...form.errors, ...own },
    change: (field: string, text: string) => {
      setFaults([]);
      form.change(field, text);
    },
  };
  const services = office.services.map(({ code, name, nameEn }) => [code, language === "en" ? nameEn : name] as const);
  return (
    <fieldset className="paper-visits__new" ref={group} onKeyDown={addOnEnter}>
      <legend className="visually-hidden">{t("catchUp.new-walk-in")}</legend>
      <TimeInput form={fields} field="time" label={t("catchUp.came")} />
      <TimeInput form={fields} field="until" label={t("catchUp.until")} />
      <SelectInput
        form={fields}
        field="service"
        label={t("panel.service")}
        options={office.usualService === null ? [["", t("catchUp.choose-service")], ...services] : services}
      />
      <Button isIcon aria-label={t("catchUp.add")} title={t("catchUp.add")} onClick={add}>
        <Icon name="plus" />
      </Button>
      <p className="hint paper-visits__hint">{t("catchUp.until-hint")}</p>
    </fieldset>
  );
}

function faultsOf({ time, until, service }: WalkInRequest, { date, now }: CatchUpState["day"]): readonly FieldError[] {
  if (time === "") return [{ field: "time", code: "walk-in-time-required" }];
  if (service === "") return [{ field: "service", code: "service-required" }];
  return walkInErrors({ time, until }, date, now);
}
