import { useLanguage, useText } from "../../kit/text.tsx";
import { Switch } from "../../kit/ui/switch.tsx";
import type { Service } from "../contract.ts";
import { minutesField, offeredField } from "../rules.ts";
import { nameOfService } from "./field-words.ts";
import { inPractice } from "./in-practice.ts";
import { MinutesCell } from "./minutes-cell.tsx";
import type { Section } from "./use-section.ts";

interface ServiceRowProps {
  readonly section: Section;
  readonly service: Service;
}

export function ServiceRow({ section, service }: ServiceRowProps) {
  const t = useText();
  const { language } = useLanguage();
  const { form } = section;
  const field = offeredField(service.code);
  const isOffered = form.textOf(field) === "yes";
  const name = nameOfService(service, language);
  const nameId = `settings-name-${service.code}`;
  const word = t(isOffered ? "office.offered" : "office.not-offered");
  return (
    <tr className={isOffered ? undefined : "is-off"}>
      <th scope="row">
        <span id={nameId}>{name}</span>
        <Practice section={section} service={service} />
      </th>
      <td>
        <MinutesCell section={section} service={service} nameId={nameId} name={name} />
      </td>
      <td>
        {form.canEdit ? (
          <Switch
            isOn={isOffered}
            word={word}
            of={name}
            onChange={(isOn) => section.change(field, isOn ? "yes" : "no")}
          />
        ) : (
          word
        )}
      </td>
    </tr>
  );
}

/** Slots are whole: what such a visit really takes from a queue. A warning only where she is just changing it. */
function Practice({ section, service }: ServiceRowProps) {
  const t = useText();
  const field = minutesField(service.code);
  const { textOf, settings, state } = section.form;
  const parts = inPractice(Number(textOf(field)), settings.queues).map(({ takes, queues, isEverywhere }) =>
    isEverywhere ? t("office.takes-everywhere", { takes }) : t("office.takes-in", { takes, queues: queues.join(", ") }),
  );
  if (parts.length === 0) return null;
  return (
    <p className={field in state.edits ? "settings__warn" : "hint"} id={`settings-practice-${service.code}`}>
      {t("office.in-practice", { parts: parts.join(", ") })}
    </p>
  );
}
