/** An office as it is looked for: its names, where it is, and the numbers by which it is known. */
export interface FinderOffice {
  readonly id: number;
  readonly code: string;
  readonly name: string;
  readonly nameEn: string | null;
  /** What people call its place besides, with commas between; null: nothing else */
  readonly knownAs: string | null;
  readonly address: string | null;
  readonly municipality: string;
  readonly regionalUnit: string | null;
  readonly region: string | null;
  readonly postcode: string | null;
  /** E.164 */
  readonly phone: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  /** Null: not known */
  readonly stepFreeEntrance: boolean | null;
}
