import type { PageReader } from "../frame/reader.ts";

/** Degrees, as offices have them. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_KM = 6_371;

/** As the crow flies, by the haversine formula. Pure. */
export function kmBetween(a: Point, b: Point): number {
  const [north, east] = [radians(b.latitude - a.latitude), radians(b.longitude - a.longitude)];
  const h =
    Math.sin(north / 2) ** 2 + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * Math.sin(east / 2) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(h)));
}

const radians = (degrees: number): number => (degrees * Math.PI) / 180;

/** Null: there is none to be in the middle of. */
export function centreOf(points: readonly Point[]): Point | null {
  if (points.length === 0) return null;
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;
  return {
    latitude: mean(points.map(({ latitude }) => latitude)),
    longitude: mean(points.map(({ longitude }) => longitude)),
  };
}

/** «600 μ.», «3 χλμ.»: no nearer than it is known. */
export function formatDistance(km: number, { t }: PageReader): string {
  if (km < 0.95) return t("finder.metres", { count: Math.max(1, Math.round(km * 10)) * 100 });
  return t("finder.kilometres", { count: Math.round(km) });
}
