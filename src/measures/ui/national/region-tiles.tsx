import { Link } from "@tanstack/react-router";
import { variables } from "../../../kit/place-style.ts";
import { useNumbers, useText } from "../../../kit/text.tsx";
import { classes } from "../../../kit/ui/classes.ts";
import type { HowOfficesDo } from "../../national/contract.ts";
import { type NationalSearch, regionName } from "./national-search.ts";
import { placeOfRegion } from "./region-places.ts";

interface RegionTilesProps {
  readonly regions: HowOfficesDo["regions"];
  readonly search: NationalSearch;
}

/** The days of the table beside as tiles, each about where its region lies: all alike, so that none looks more than another. */
export function RegionTiles({ regions, search }: RegionTilesProps) {
  const t = useText();
  const most = Math.max(1, ...regions.map(({ median }) => median ?? 0));
  const tiles = regions.map((region) => ({ ...region, place: region.region ? placeOfRegion(region.region) : null }));
  const placed = tiles.filter(({ place }) => place !== null);
  const others = tiles.filter(({ place }) => place === null);
  return (
    <section className="sheet chart" aria-labelledby="nation-tiles">
      <h2 id="nation-tiles">{t("nation.tiles")}</h2>
      <p className="hint">{t("nation.tiles-hint")}</p>
      {[placed, others].map(
        (those) =>
          those.length > 0 && (
            <ul key={those === placed ? "placed" : "others"} className="nation__tiles">
              {those.map((tile) => (
                <li
                  key={regionName(tile.region)}
                  style={tile.place ? variables({ "--column": tile.place.column, "--row": tile.place.row }) : undefined}
                >
                  <Tile {...tile} most={most} weeks={search.weeks} />
                </li>
              ))}
            </ul>
          ),
      )}
    </section>
  );
}

type TileProps = HowOfficesDo["regions"][number] &
  Pick<NationalSearch, "weeks"> & {
    /** The longest of all regions, in days */
    readonly most: number;
  };

const SHADES = 5;

/** A number in each; its shade only repeats it. Where nothing is free, or nobody looked, it has another edge and a word. */
function Tile({ region, offices, median, most, weeks }: TileProps) {
  const t = useText();
  const n = useNumbers();
  const isSeen = offices > 0 && median !== null;
  return (
    <Link
      className={classes("nation__tile", lookOf({ offices, median, most }))}
      to="/ministry/how-offices-do"
      search={{ region: regionName(region), weeks }}
    >
      {region ?? t("nation.no-region")}{" "}
      <b>
        {isSeen ? (
          <>
            {n(median)}
            <span className="visually-hidden"> {t("nation.tile-days", { count: median })}</span>
          </>
        ) : (
          t(offices > 0 ? "nation.tile-later" : "charts.not-recorded")
        )}
      </b>
    </Link>
  );
}

function lookOf({ offices, median, most }: Pick<TileProps, "offices" | "median" | "most">): string {
  if (offices === 0) return "chart__withheld";
  if (median === null) return "nation__tile--later";
  return `chart__shade--${Math.round((median / most) * (SHADES - 1))}`;
}
