// In two parts, because what is compiled takes it for its own place.
const here = ["import", "meta", "dirname"].join(".");

export const renderedTest = `// What is true of this system, whatever is in it. Rules that the kit knows are said by a policy, and need no test.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { parse } from "yaml";

interface Rendered {
  readonly kind: string;
  readonly metadata: { readonly name: string };
}

const rendered = join(${here}, "../../../generated/rendered");
const workloads = ["Deployment", "StatefulSet", "DaemonSet", "CronJob"];

test("prod runs nothing that dev does not run: it has been tried there", () => {
  const [dev, prod] = [workloadsOf("dev"), workloadsOf("prod")];
  expect(prod).not.toEqual([]);
  expect(prod.filter((name) => !dev.includes(name))).toEqual([]);
});

function workloadsOf(environment: string): string[] {
  const objects = readdirSync(join(rendered, environment)).map(
    (file) => parse(readFileSync(join(rendered, environment, file), "utf8")) as Rendered,
  );
  return objects.filter(({ kind }) => workloads.includes(kind)).map(({ kind, metadata }) => \`\${kind}/\${metadata.name}\`);
}
`;
