/** Where open data of months are fetched. */

export const OPEN_DATA_PATH = "/api/public/v1";
export const STATISTICS_PATH = `${OPEN_DATA_PATH}/statistics`;
export const LICENCE = "https://creativecommons.org/licenses/by/4.0/";

export type FileFormat = "csv" | "json";

/** @param month «2026-10» @param version none: whichever is the newest */
export const fileAddress = (month: string, format: FileFormat, version?: number): string =>
  `${STATISTICS_PATH}/${month}${version === undefined ? "" : `-v${version}`}.${format}`;

export interface FileName {
  readonly month: string;
  readonly version: number | null;
  readonly format: FileFormat;
}

const NAME = /^(20\d\d-(?:0[1-9]|1[0-2]))(?:-v([1-9]\d{0,5}))?\.(csv|json)$/;

/** null: no file is called so */
export function fileNameOf(text: string): FileName | null {
  const [, month, version, format] = NAME.exec(text) ?? [];
  if (!month) return null;
  return { month, version: version === undefined ? null : Number(version), format: format as FileFormat };
}
