import { z } from "zod/v4";

// Zod would try whether it may make code of a text, which our policy forbids and reports.
z.config({ jitless: true });

export { z };
