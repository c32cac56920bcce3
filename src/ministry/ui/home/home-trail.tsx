import { Link } from "@tanstack/react-router";
import { useText } from "../../../kit/text.tsx";
import { Icon } from "../../../kit/ui/icon.tsx";
import type { HomeSearch } from "./home-search.ts";

/** The way back to the larger part. */
export function HomeTrail({ search: { region, unit, only, where } }: { search: HomeSearch }) {
  const t = useText();
  if (region === undefined && only === undefined && where === undefined) return null;
  return (
    <p className="group">
      <Link to="/ministry" search={{}}>
        <Icon name="previous" />
        {t("ministry.all-regions")}
      </Link>
      {region !== undefined && unit !== undefined && (
        <Link to="/ministry" search={{ region }}>
          {t("ministry.whole-region")}
        </Link>
      )}
    </p>
  );
}
