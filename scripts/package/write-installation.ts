import { copyInstallation, openToAll } from "./installation.ts";

// What a machine needs that serves, into the folder that is named: for an image of a container.
const [folder] = process.argv.slice(2);
if (!folder) throw new Error("Name the folder, which is not there yet: scripts/package/write-installation.ts FOLDER");
copyInstallation(folder);
openToAll(folder);
