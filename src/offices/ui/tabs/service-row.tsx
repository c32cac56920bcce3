import { useLanguage, useText } from "../../../kit/text.tsx";
import { Switch } from "../../../kit/ui/switch.tsx";
import type { Service } from "../../contract.ts";
import { minutesField, offeredField } from "../../rules.ts";
import { nameOfService } from "../field-words.ts";
import { inPractice } from "../in-practice.ts";
import { MinutesCell } from "./minutes-cell.tsx";
import type { Tab } from "./use-tab.ts";

interface ServiceRowProps {
  readonly tab: Tab;
  readonly service: Service;
}

export function ServiceRow({ tab, service }: ServiceRowProps) {
  const t = useText();
  const { language } = useLanguage();
  const { form, canEdit } = tab;
  const field = offeredField(service.code);
  const isOffered = form.values[field] === "yes";
  const name = nameOfService(service, language);
  const nameId = `settings-name-${service.code}`;
  const word = t(isOffered ? "office.offered" : "office.not-offered");
  return (
    <tr className={isOffered ? undefined : "is-off"}>
      <th scope="row">
        <span id={nameId}>{name}</span>
        <Practice tab={tab} service={service} />
      </th>
      <td>
        <MinutesCell tab={tab} service={service} nameId={nameId} name={name} />
      </td>
      <td>
        {canEdit ? (
          <Switch isOn={isOffered} word={word} of={name} onChange={(isOn) => form.change(field, isOn ? "yes" : "no")} />
        ) : (
          word
        )}
      </td>
    </tr>
  );
}

/** Slots are whole: what such a visit really takes from a queue. A warning only where it is just being changed. */
function Practice({ tab, service }: ServiceRowProps) {
  const t = useText();
  const field = minutesField(service.code);
  const { form, settings } = tab;
  const parts = inPractice(Number(form.values[field]), settings.queues).map(({ takes, queues, isEverywhere }) =>
    isEverywhere ? t("office.takes-everywhere", { takes }) : t("office.takes-in", { takes, queues: queues.join(", ") }),
  );
  if (parts.length === 0) return null;
  return (
    <p className={field in form.texts ? "settings__warn" : "hint"} id={`settings-practice-${service.code}`}>
      {t("office.in-practice", { parts: parts.join(", ") })}
    </p>
  );
}
