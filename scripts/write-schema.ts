import { writeFile } from "node:fs/promises";
import { presentSchema, RELEASE_SCHEMA } from "../src/cli/checks/schema/present-schema.ts";
import { openDatabase } from "../src/platform/database/connect.ts";
import { openOwner } from "../src/platform/database/owner.ts";
import { OF_NATION } from "../src/platform/database/sql.ts";
import { aDataFolder } from "../test/data-folder.ts";

// Writes down what the migrations and functions make of an empty database.
const { env, remove } = await aDataFolder();
const database = await openDatabase({ DATA_DIR: env.DATA_DIR, DATABASE_POOL_SIZE: 1 });
const owner = openOwner(database.ownerUrl as string);
try {
  await writeFile(RELEASE_SCHEMA, await owner.db.read(OF_NATION, presentSchema));
} finally {
  await owner.close();
  await database.close();
  await remove();
}
