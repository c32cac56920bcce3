import { Link } from "@tanstack/react-router";
import { useText } from "../../../kit/text.tsx";
import { useDayAddress } from "../use-day-navigation.ts";

/** Who came with a number has no place on the plan: how many they were, and where they stand. */
export function NumbersNote({ count }: { count: number }) {
  const t = useText();
  const { office, date, search } = useDayAddress();
  if (count === 0) return null;
  return (
    <p className="note">
      {t("waiting.numbers-of-day", { count })}{" "}
      <Link to="/offices/$office/days/$date" params={{ office, date }} search={{ ...search, view: "table" }}>
        {t("waiting.numbers-in-table")}
      </Link>
    </p>
  );
}
