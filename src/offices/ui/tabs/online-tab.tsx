import { Link } from "@tanstack/react-router";
import { useText } from "../../../kit/text.tsx";
import { HoardingNumbers } from "../../../public-booking/ui/hoarding-numbers.tsx";
import { WishNumbers } from "../../../public-booking/ui/wish-numbers.tsx";
import type { Settings } from "../../contract.ts";
import { SettingGroup } from "./setting-group.tsx";
import { TabForm } from "./tab-form.tsx";
import type { Tab } from "./use-tab.ts";

/** How citizens book for themselves, and whether they can by now. */
export function OnlineTab({ tab }: { tab: Tab }) {
  const t = useText();
  const { office, settings, canEdit } = tab;
  const intro = (
    <p>
      {useWhereTheyBook(settings)}{" "}
      <Link to="/offices/$office/queues" params={{ office }}>
        {t("office.online-queues-link")}
      </Link>
    </p>
  );
  return (
    <TabForm tab={tab}>
      <SettingGroup tab={tab} name="online" hint={t("office.online-hint")} intro={intro}>
        {canEdit && <WishNumbers office={office} />}
        {canEdit && <HoardingNumbers office={office} />}
      </SettingGroup>
    </TabForm>
  );
}

function useWhereTheyBook({ publicBooking, queues }: Settings): string {
  const t = useText();
  if (!publicBooking) return t("office.online-not-open");
  const names = queues.filter((queue) => queue.public).map(({ name }) => name);
  if (names.length === 0) return t("office.online-no-queue");
  return t("office.online-queues", { queues: names.join(", ") });
}
