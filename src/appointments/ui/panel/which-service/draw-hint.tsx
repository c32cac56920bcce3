import { Link } from "@tanstack/react-router";
import { beginWish, wishForm } from "../../../../draws/ui/wish-typing.ts";
import { shortDate, timeOf } from "../../../../kit/dates.ts";
import { useFormKey } from "../../../../kit/form/use-form-draft.ts";
import { useLanguage, useText } from "../../../../kit/text.tsx";
import { Icon } from "../../../../kit/ui/icon.tsx";
import type { Office } from "../../../../offices/contract.ts";
import type { AppointmentDraft } from "../form/draft.ts";

interface DrawHintProps {
  readonly office: Office;
  readonly draft: Pick<AppointmentDraft, "service" | "lastName" | "firstName" | "phone">;
}

/** Most places of the service are given otherwise: a hint and no refusal, for those that are left are booked as any. */
export function DrawHint({ office, draft }: DrawHintProps) {
  const next = office.draws.find(({ service }) => service === draft.service)?.next;
  return next && <NextDraw office={office.code} next={next} draft={draft} />;
}

type NextDrawProps = Pick<DrawHintProps, "draft"> & {
  readonly office: string;
  readonly next: NonNullable<Office["draws"][number]["next"]>;
};

function NextDraw({ office, next, draft: { lastName, firstName, phone } }: NextDrawProps) {
  const t = useText();
  const { language } = useLanguage();
  const wishes = useFormKey(wishForm(next.number), office);
  const moment = next.isOpen ? next.closesAt : next.opensAt;
  const when = {
    first: shortDate(next.firstDay, language),
    last: shortDate(next.lastDay, language),
    day: shortDate(moment.slice(0, 10), language),
    time: timeOf(moment),
  };
  return (
    <p className="hint" role="status">
      <Icon name="draw" /> {t(next.isOpen ? "panel.draw-open" : "panel.draw-later", when)} {t("panel.draw-rest")}{" "}
      <Link
        to="/offices/$office/draws/wishes"
        params={{ office }}
        onClick={() => next.isOpen && beginWish(wishes, office, { lastName, firstName, phone })}
      >
        {t("panel.draw-wish")}
      </Link>
    </p>
  );
}
