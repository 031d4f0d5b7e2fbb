import { expect, test } from "vitest";
import { generatorLiterals } from "../src/scan/index.ts";

const kustomization = `resources: [a.yaml]
secretGenerator:
  - name: app
    literals:
      - password=hunter2
      - USER=$(USER)
      - DEBUG=true
  - name: files
    files: [tls.key]
configMapGenerator:
  - name: settings
    literals: [COLOUR=blue]
`;

test("a literal of secretGenerator is found, whatever it is", () => {
  const found = [
    {
      where: "overlays/dev/kustomization.yaml",
      line: 5,
      kind: "a Secret that anybody can read: secretGenerator has password as a literal",
    },
  ];
  expect(generatorLiterals("overlays/dev/kustomization.yaml", kustomization)).toEqual(found);
  expect(generatorLiterals("Kustomization", kustomization)).toHaveLength(1);
});

test.for([
  ["another file", "a.yaml", kustomization],
  ["no list", "kustomization.yaml", "secretGenerator: { a: b }\n"],
  ["no YAML", "kustomization.yaml", "secretGenerator: [\n  - {"],
] as const)("nothing is found in %s", ([, path, text]) => {
  expect(generatorLiterals(path, text)).toEqual([]);
});
