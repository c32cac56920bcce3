import { useText } from "../../kit/text.tsx";
import { Message } from "../../kit/ui/message.tsx";
import type { Office } from "../../offices/contract.ts";

/** Room is measured by a service: the office offers none, or has no usual one yet. */
export function NoService({ office: { services } }: { office: Pick<Office, "services"> }) {
  const t = useText();
  if (services.length > 0) return <Message title={t("overview.chooseTitle")} text={t("overview.chooseText")} />;
  return <Message title={t("overview.noServiceTitle")} text={t("overview.noServiceText")} />;
}
