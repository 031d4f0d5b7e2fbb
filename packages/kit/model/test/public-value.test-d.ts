import { publicValue } from "../src/index.ts";

const key: "a-key-of-browsers" = publicValue("a-key-of-browsers", "browsers load it");

// @ts-expect-error A reason is needed.
publicValue("a-key-of-browsers");

// @ts-expect-error And says something.
publicValue("a-key-of-browsers", "");

// @ts-expect-error The scan reads the value in the source.
publicValue(process.env["KEY"] as string, "browsers load it");

export { key };
