import { expect, test } from "vitest";
import type { KindDefinition } from "../src/index.ts";
import { typesText } from "../src/types-text.ts";
import { backupDefinition } from "./definitions.ts";

test("the types of a kind", () => {
  const definition = backupDefinition() as unknown as KindDefinition;
  expect(typesText(definition, definition.spec.versions[0]!)).toMatchInlineSnapshot(`
    "// Made by \`crds add\` of the definition backups.example.com: an edit here is lost.
    import { customKind, type CustomKind, type CustomObject, type ObjectMetadata } from "typed-manifests";

    /**
     * A backup.
     * It is kept *\\/ elsewhere.
     */
    export interface IBackup {
      readonly apiVersion: "example.com/v1";
      readonly kind: "Backup";
      readonly metadata: ObjectMetadata;
      readonly spec: {
        /** When it runs. */
        readonly schedule: string;
        /** Default: 3 */
        readonly keep?: number;
        readonly mode?: "Full" | "Changed";
        readonly port?: number | string;
        readonly store?: string;
        readonly targets: readonly {
          readonly name: string;
          readonly "max-size"?: number;
        }[];
        readonly labels?: { readonly [key: string]: string };
        readonly any?: unknown;
        readonly job?: { readonly [key: string]: unknown };
        readonly until?: string | null;
      };
    }

    export const Backup: CustomKind<IBackup> = customKind("example.com/v1", "Backup");
    export type Backup = CustomObject<IBackup>;
    "
  `);
});
