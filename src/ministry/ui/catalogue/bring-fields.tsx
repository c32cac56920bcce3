import { useState } from "react";
import { flushSync } from "react-dom";
import { ChoiceError } from "../../../kit/form/choice-error.tsx";
import type { FieldsForm } from "../../../kit/form/form.ts";
import { SelectInput, TextInput } from "../../../kit/form/inputs.tsx";
import { useText } from "../../../kit/text.tsx";
import { Button } from "../../../kit/ui/button.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import { BRING_MARKS, VISIT_CASES } from "../../../text/to-bring.ts";
import { type BringDraft, bringDrafts, bringDraftsText, NEW_BRING_DRAFT } from "./service-texts.ts";

/** «Να έχει μαζί του ο πολίτης»: a line each, with what it is brought as and for whom it holds. */
export function BringFields({ form }: { readonly form: FieldsForm }) {
  const t = useText();
  const [moved, setMoved] = useState("");
  const lines = bringDrafts(form.values.toBring);
  const set = (changed: readonly BringDraft[]) => form.change("toBring", bringDraftsText(changed));
  const focus = (name: string) => document.querySelector<HTMLElement>(`[name="${name}"]`)?.focus();
  const add = () => {
    flushSync(() => set([...lines, NEW_BRING_DRAFT]));
    focus(`toBring.${lines.length}.greek`);
  };
  const remove = (at: number) => {
    flushSync(() => set(lines.toSpliced(at, 1)));
    focus(lines.length > 1 ? `toBring.${Math.max(0, at - 1)}.greek` : "toBring");
  };
  const move = (at: number, by: -1 | 1) => {
    const [line] = lines.slice(at, at + 1);
    if (line === undefined || lines[at + by] === undefined) return;
    flushSync(() => set(lines.toSpliced(at, 1).toSpliced(at + by, 0, line)));
    focus(`toBring.${at + by}.${by < 0 ? "up" : "down"}`);
    setMoved(t("ministry.bring-moved", { line: line.greek, place: at + by + 1, count: lines.length }));
  };
  return (
    <fieldset className="ministry__bring">
      <legend className="label">{t("ministry.service-bring")}</legend>
      {lines.map((line, at) => (
        <BringLine
          // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing but their place to be told apart by
          key={at}
          {...{ form, line, at }}
          isLast={at === lines.length - 1}
          onChange={(changed) => set(lines.map((each, i) => (i === at ? { ...each, ...changed } : each)))}
          onRemove={() => remove(at)}
          onMove={(by) => move(at, by)}
        />
      ))}
      <p className="visually-hidden" role="status">
        {moved}
      </p>
      <ChoiceError id="toBring-error" error={form.errors.toBring} />
      <Button size="small" name="toBring" onClick={add}>
        <Icon name="plus" />
        {t("ministry.bring-add")}
      </Button>
    </fieldset>
  );
}

interface BringLineProps {
  readonly form: FieldsForm;
  readonly line: BringDraft;
  readonly at: number;
  readonly isLast: boolean;
  readonly onChange: (changed: Partial<BringDraft>) => void;
  readonly onRemove: () => void;
  /** Before the one above it, or behind the one below */
  readonly onMove: (by: -1 | 1) => void;
}

function BringLine({ form, line, at, isLast, onChange, onRemove, onMove }: BringLineProps) {
  const t = useText();
  const field = `toBring.${at}`;
  const own: FieldsForm = {
    ...form,
    values: { [`${field}.greek`]: line.greek, [`${field}.english`]: line.english, [`${field}.mark`]: line.mark },
    change: (name, text) => onChange({ [name.slice(field.length + 1)]: text }),
    leave: () => form.leave("toBring"),
  };
  const name = t("ministry.bring-line", { number: at + 1 });
  return (
    <fieldset className="ministry__bring-line">
      <legend>{name}</legend>
      <div className="ministry__pair">
        <TextInput form={own} field={`${field}.greek`} label={t("ministry.bring-greek")} />
        <TextInput form={own} field={`${field}.english`} lang="en" label={t("ministry.bring-english")} isOptional />
      </div>
      <SelectInput
        form={own}
        field={`${field}.mark`}
        label={t("ministry.bring-mark")}
        options={[
          ["", t("ministry.bring-mark-none")],
          ...BRING_MARKS.map((mark) => [mark, t(`ministry.bring-mark-${mark}`)] as const),
        ]}
      />
      <fieldset aria-describedby={`${field}.cases-error`}>
        <legend className="label">{t("ministry.bring-cases")}</legend>
        <div className="radios">
          {VISIT_CASES.map((each) => (
            <label key={each}>
              <input
                type="checkbox"
                checked={line.cases.includes(each)}
                onChange={({ target: { checked } }) =>
                  onChange({ cases: VISIT_CASES.filter((one) => (one === each ? checked : line.cases.includes(one))) })
                }
              />
              {t(`ministry.bring-case-${each}`)}
            </label>
          ))}
        </div>
        <ChoiceError id={`${field}.cases-error`} error={form.errors[`${field}.cases`]} />
      </fieldset>
      <div className="group">
        <Button
          size="small"
          isIcon
          name={`${field}.up`}
          isOff={at === 0}
          aria-label={t("ministry.bring-up", { line: name })}
          onClick={() => onMove(-1)}
        >
          <Icon name="up" />
        </Button>
        <Button
          size="small"
          isIcon
          name={`${field}.down`}
          isOff={isLast}
          aria-label={t("ministry.bring-down", { line: name })}
          onClick={() => onMove(1)}
        >
          <Icon name="down" />
        </Button>
        <Button look="link" size="small" onClick={onRemove}>
          {t("ministry.bring-remove", { line: name })}
        </Button>
      </div>
    </fieldset>
  );
}
