import type { Config } from "../../platform/config.ts";
import type { Directory, DirectoryDeps } from "./directory.ts";
import { fileDirectory } from "./file.ts";
import { type KedSettings, kedDirectory } from "./ked.ts";

/** The directory from which this installation has the rights of its staff. */
export function directoryOf(config: Config, deps: DirectoryDeps): Directory {
  if (config.DIRECTORY_KIND === "file") return fileDirectory(config.DIRECTORY_FILE ?? "", deps.log);
  const settings = kedSettingsOf(config);
  if (!settings) throw new Error("DIRECTORY_URL is not set, and no stand-in was started.");
  return kedDirectory(deps, settings);
}

export const kedSettingsOf = (config: Config): KedSettings | null =>
  config.DIRECTORY_URL
    ? {
        url: config.DIRECTORY_URL,
        username: config.DIRECTORY_USERNAME ?? "",
        password: config.DIRECTORY_PASSWORD ?? "",
        auditUnit: config.DIRECTORY_AUDIT_UNIT,
      }
    : null;
