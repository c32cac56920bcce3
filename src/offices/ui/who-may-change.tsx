import { useQuery } from "@tanstack/react-query";
import { useText } from "../../kit/text.tsx";
import { staffQuery } from "./queries.ts";

interface WhoMayChangeProps {
  readonly office: string;
  /** The things to change, as the catalogue of words names their page */
  readonly what?: "office" | "queues";
}

/** Why there is nothing to type here, and whom to ask. */
export function WhoMayChange({ office, what = "office" }: WhoMayChangeProps) {
  const t = useText();
  const staff = useQuery(staffQuery(office)).data?.staff ?? [];
  const heads = staff.filter(({ roles }) => roles.includes("administrator"));
  const names = heads.map(({ firstName, lastName }) => `${firstName} ${lastName}`).join(", ");
  return (
    <p className="note">
      {heads.length === 0
        ? t(`${what}.read-only`)
        : t(`${what}.read-only-heads`, { heads: names, count: heads.length })}
    </p>
  );
}
