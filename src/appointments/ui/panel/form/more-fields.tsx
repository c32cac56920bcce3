import { useState } from "react";
import { flushSync } from "react-dom";
import type { FieldsForm } from "../../../../kit/form/form.ts";
import type { Texts } from "../../../../kit/form/typing.ts";
import { useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Office } from "../../../../offices/contract.ts";
import { MAYBE_CHOICES } from "../../../field/maybe-choices.ts";
import { CompanionsField, MoreServicesField, TogetherSum } from "../together/together-fields.tsx";
import { appointmentLabel } from "../words/field-words.ts";
import { emptyDraft } from "./draft.ts";
import { LanguageField, MatterField, MaybeChoiceField, NeedsField, NotesField } from "./seldom-fields.tsx";
import { SourceField } from "./source-field.tsx";

const SELDOM: readonly string[] = [
  "moreServices",
  "companions",
  "notes",
  ...MAYBE_CHOICES.map(({ name }) => name),
  "needs",
  "language",
];
/** As long as they are not shown; then they have presses of their own for more. */
const SHORTCUTS: Readonly<Record<string, string>> = { moreServices: "Alt+Y", companions: "Alt+A" };
const EMPTY: Texts = { ...emptyDraft("") };

/** How the appointment came to the office; what is said of few visits is one press away, and stands there once it is said. */
export function MoreFields({ form, office }: { form: FieldsForm; office: Office }) {
  const t = useText();
  const [opened, setOpened] = useState<readonly string[]>([]);
  const isShown = (name: string) =>
    opened.includes(name) || (form.values[name] ?? "") !== EMPTY[name] || form.errors[name] !== undefined;
  const open = (name: string) => {
    // What was begun here is not put away again under the clerk's hand.
    flushSync(() => setOpened([...opened, name]));
    const fields = [...document.querySelectorAll<HTMLInputElement>(`.panel [name="${name}"]`)];
    (fields.find(({ checked }) => checked) ?? fields[0])?.focus();
  };
  return (
    <>
      <div className="lrow more">
        <SourceField form={form} />
        <div className="more__links">
          {SELDOM.filter((name) => !isShown(name) && (name !== "needs" || office.offersNeeds)).map((name) => (
            <Button key={name} look="link" size="small" aria-keyshortcuts={SHORTCUTS[name]} onClick={() => open(name)}>
              <Icon name="plus" />
              {name in SHORTCUTS
                ? t(name === "companions" ? "panel.add-person" : "panel.add-service")
                : appointmentLabel(name, t)}
            </Button>
          ))}
        </div>
      </div>
      <MatterField form={form} />
      {isShown("moreServices") && <MoreServicesField form={form} office={office} />}
      {isShown("companions") && <CompanionsField form={form} office={office} />}
      <TogetherSum form={form} office={office} />
      {isShown("notes") && <NotesField form={form} />}
      {MAYBE_CHOICES.filter(({ name }) => isShown(name)).map((field) => (
        <MaybeChoiceField key={field.name} form={form} field={field} office={office} />
      ))}
      {isShown("needs") && <NeedsField form={form} office={office} onTick={() => setOpened([...opened, "needs"])} />}
      {isShown("language") && <LanguageField form={form} office={office} />}
    </>
  );
}
