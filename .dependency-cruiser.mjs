import { configuration } from "./test/structure/boundary-rules.ts";

export default configuration;
