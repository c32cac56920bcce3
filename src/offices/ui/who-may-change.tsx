import { useQuery } from "@tanstack/react-query";
import { useText } from "../../web/text.tsx";
import { staffQuery } from "./queries.ts";

/** Why there is nothing to type here, and whom to ask. */
export function WhoMayChange({ office }: { office: string }) {
  const t = useText();
  const staff = useQuery(staffQuery(office)).data?.staff ?? [];
  const heads = staff.filter(({ roles }) => roles.includes("administrator"));
  const names = heads.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(", ");
  return (
    <p className="note">
      {heads.length === 0 ? t("office.read-only") : t("office.read-only-heads", { heads: names, count: heads.length })}
    </p>
  );
}
