import { Link } from "@tanstack/react-router";
import { useText } from "../../kit/text.tsx";
import { HoardingNumbers } from "../../public-booking/ui/hoarding-numbers.tsx";
import type { Settings } from "../contract.ts";
import { SectionForm } from "./section-form.tsx";
import { SettingFields } from "./setting-fields.tsx";
import { type SettingsOf, useSection } from "./use-section.ts";

/** How citizens book for themselves, and whether they can by now. */
export function OnlineSection({ of }: { of: SettingsOf }) {
  const t = useText();
  const section = useSection(of, "online");
  return (
    <SectionForm section={section} hint={t("office.online-hint")}>
      <div>
        <p>{useWhereTheyBook(of.settings)}</p>
        <p>
          <Link to="/offices/$office/queues" params={{ office: of.office }}>
            {t("office.online-queues-link")}
          </Link>
        </p>
      </div>
      <SettingFields section={section} />
      {of.canEdit && <HoardingNumbers office={of.office} />}
    </SectionForm>
  );
}

function useWhereTheyBook({ publicBooking, queues }: Settings): string {
  const t = useText();
  if (!publicBooking) return t("office.online-not-open");
  const names = queues.filter((queue) => queue.public).map(({ name }) => name);
  if (names.length === 0) return t("office.online-no-queue");
  return t("office.online-queues", { queues: names.join(", ") });
}
