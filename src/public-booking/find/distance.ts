import type { PageReader } from "../frame/reader.ts";

/** Degrees, as offices have them. */
export interface Point {
  readonly latitude: number;
  readonly longitude: number;
}

const EARTH_KM = 6_371;

/** Where a point lies on a ball of radius one. */
export type UnitVector = Readonly<Record<"x" | "y" | "z", number>>;

/** @param point degrees. Pure. */
export function unitVectorOf({ latitude, longitude }: Point): UnitVector {
  const [north, east] = [radians(latitude), radians(longitude)];
  return { x: Math.cos(north) * Math.cos(east), y: Math.cos(north) * Math.sin(east), z: Math.sin(north) };
}

/** As the crow flies. Pure. */
export const kmBetween = (a: Point, b: Point): number => kmApart(unitVectorOf(a), unitVectorOf(b));

/** By the chord between them. Pure. */
export function kmApart(a: UnitVector, b: UnitVector): number {
  const chord = Math.sqrt((a.x - b.x) ** 2 + (a.y - b.y) ** 2 + (a.z - b.z) ** 2);
  return 2 * EARTH_KM * Math.asin(Math.min(1, chord / 2));
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
