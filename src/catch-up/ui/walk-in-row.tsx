import type { Day } from "../../appointments/contract.ts";
import { serviceOf } from "../../appointments/ui/service-of.ts";
import { useLanguage, useText } from "../../kit/text.tsx";
import { Button } from "../../kit/ui/button.tsx";
import { Icon } from "../../kit/ui/icon.tsx";
import type { Office } from "../../offices/contract.ts";
import type { WalkInRequest } from "../contract.ts";
import type { WalkInFault } from "./refused.ts";

interface WalkInRowProps {
  readonly office: Office;
  readonly day: Day;
  readonly walkIn: WalkInRequest;
  readonly fault: WalkInFault | null;
  readonly onPlace: (place: WalkInFault["near"][number]) => void;
  readonly onRemove: () => void;
}

export function WalkInRow({ office, day, walkIn, fault, onPlace, onRemove }: WalkInRowProps) {
  const t = useText();
  const { language } = useLanguage();
  const { time, until, service, place } = walkIn;
  const known = serviceOf(office, service);
  const queueName = (number: number) => day.queues.find((queue) => queue.number === number)?.name ?? String(number);
  const words = (at: { readonly time: string; readonly queue: number }) => ({
    time: at.time,
    queue: queueName(at.queue),
  });
  return (
    <li className="paper-visit" data-faulty={fault ? true : undefined}>
      <b className="paper-visit__time">{time}</b>
      <span className="paper-visit__until">{until ?? t("catchUp.left")}</span>
      <span className="paper-visit__service">{(language === "en" ? known?.nameEn : known?.shortName) ?? service}</span>
      <Button
        size="small"
        look="ghost"
        isIcon
        className="paper-visit__remove"
        aria-label={t("catchUp.remove", { time })}
        onClick={onRemove}
      >
        <Icon name="close" />
      </Button>
      {place && <p className="paper-visit__more hint">{t("catchUp.place", words(place))}</p>}
      {fault && (
        <div className="paper-visit__more">
          <p className="field-error">
            <Icon name="warning" /> {fault.message}
          </p>
          {fault.near.length > 0 && (
            <fieldset className="group">
              <legend className="visually-hidden">{t("catchUp.choose-places")}</legend>
              {fault.near.map((near) => (
                <Button key={`${near.time} ${near.queue}`} size="small" wraps onClick={() => onPlace(near)}>
                  {t("catchUp.choose-place", words(near))}
                </Button>
              ))}
            </fieldset>
          )}
        </div>
      )}
    </li>
  );
}
