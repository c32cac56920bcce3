import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Button } from "../../../../kit/ui/button.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Office } from "../../../../offices/contract.ts";
import { MOST_SERVICES } from "../../../field/visit-services.ts";
import { serviceOf } from "../../service-of.ts";
import { shortServiceName } from "../../service-words.ts";
import { ServiceSearch } from "../which-service/service-search.tsx";

interface ChipsProps {
  readonly office: Office;
  readonly services: readonly string[];
  readonly max?: number;
  /** Whose they are, for who does not see it */
  readonly person: string;
  /** Of the field for another one */
  readonly name?: string;
  readonly shortcut?: string;
  readonly onChange: (services: readonly string[]) => void;
}

/** Services, each with its minutes and a press that takes it away, and a field for one more. */
export function ServiceChips({ office, services, max = MOST_SERVICES, person, onChange, ...more }: ChipsProps) {
  const t = useText();
  const { language } = useLanguage();
  const [isAdding, setIsAdding] = useState(services.length === 0);
  const chips = useRef<HTMLDivElement>(null);
  const end = (left: readonly string[], isKey = true) => {
    flushSync(() => {
      setIsAdding(left.length === 0);
      if (left !== services) onChange(left);
    });
    // What had the focus is gone: the work goes on behind what is left.
    if (isKey) [...(chips.current?.querySelectorAll<HTMLElement>("button, input") ?? [])].at(-1)?.focus();
  };
  return (
    <div className="chips" ref={chips}>
      {services.map((code, at) => {
        const name = shortServiceName(office, code, language);
        const minutes = serviceOf(office, code)?.minutes;
        return (
          // The same one may be done twice: its place tells them apart.
          <span key={`${code} ${services.slice(0, at).filter((each) => each === code).length}`} className="chip">
            {name} {minutes !== undefined && <small>{t("panel.minutes", { minutes })}</small>}
            <Button
              look="ghost"
              size="small"
              aria-label={t("panel.remove-service", { service: name, person })}
              onClick={() => end(services.toSpliced(at, 1))}
            >
              <Icon name="close" />
            </Button>
          </span>
        );
      })}
      {services.length < max && isAdding && (
        <ServiceSearch
          office={office}
          begun=""
          name={more.name}
          label={t("panel.add-service-for", { person })}
          onChoose={(code) => end([...services, code])}
          onEnd={(isKey) => end(services, isKey)}
        />
      )}
      {services.length < max && !isAdding && (
        <Button look="link" size="small" aria-keyshortcuts={more.shortcut} onClick={() => setIsAdding(true)}>
          <Icon name="plus" />
          {t("panel.add-service")}
          {more.shortcut && <kbd aria-hidden="true">{more.shortcut}</kbd>}
        </Button>
      )}
    </div>
  );
}
