import { Space, useLanguage, useText } from "../../../../kit/text.tsx";
import type { ServiceButton } from "./service-choices.ts";

interface ButtonsProps {
  readonly buttons: readonly ServiceButton[];
  readonly value: string;
  readonly isFirst: boolean;
  readonly onChoose: (service: string) => void;
}

/** Each with its digit and its length; the whole name where it is pointed at. */
export function ServiceButtons({ buttons, value, isFirst, onChoose }: ButtonsProps) {
  const t = useText();
  const { language } = useLanguage();
  const tabStop = buttons.find(({ service }) => service.code === value) ?? buttons[0];
  return buttons.map((button) => {
    const { code, name, shortName, nameEn, minutes } = button.service;
    const words = language === "en" ? nameEn : shortName;
    return (
      <label className="service" key={code} title={language === "en" ? nameEn : name}>
        <input
          type="radio"
          name="service"
          value={code}
          checked={code === value}
          data-autofocus={(isFirst && button === tabStop) || undefined}
          aria-keyshortcuts={button.digit === null ? undefined : String(button.digit)}
          onChange={() => onChoose(code)}
        />
        <span className="service__face">
          {button.digit !== null && <kbd aria-hidden="true">{button.digit}</kbd>}
          <b>{button.isOffered ? words : t("panel.service-not-offered", { name: words })}</b>
          <Space />
          <small>{t("panel.minutes", { minutes })}</small>
        </span>
      </label>
    );
  });
}
