import { describe, expect, test } from "vitest";
import {
  formatHtml,
  formatJson,
  formatMarkdown,
  formatSarif,
  formatText,
  review,
  type Document,
  type Review,
} from "../src/index.ts";
import { fieldLines } from "../src/report/field-lines.ts";
import { compare, replace, reviewOf, shown } from "./edits.ts";

const overlay = { file: "overlays/prod/kustomization.yaml", changed: false, images: ["shop-api"] };
const edits = [
  replace("18-deployment-backend.yaml", "shop-api:1.0.0", "shop-api:1.1.0"),
  replace("13-service-backend-service.yaml", "targetPort: 8000", "targetPort: 8080"),
];

test("Markdown", () => {
  expect(formatMarkdown(reviewOf("prod", edits, overlay))).toMatchInlineSnapshot(`
    "<!-- manifests review -->
    ### Review: 1 unclassified, 1 routine

    2 changed from \`main\` to \`the working tree\`.

    | environment | added | changed | removed | renamed | worst |
    | --- | --: | --: | --: | --: | --- |
    | prod | 0 | 2 | 0 | 0 | unclassified |

    <details>
    <summary><b>prod</b>: 1 unclassified, 1 routine</summary>

    - **unclassified** Service shop/backend-service, by overlays/prod/kustomization.yaml
      - → restarts nothing

      \`\`\`diff
      ! spec.ports[port=8000].targetPort: 8000 → 8080
      \`\`\`

    - **routine** Deployment shop/backend, by overlays/prod/kustomization.yaml
      - \`image-tag\`: backend runs 1.1.0 instead of 1.0.0 → rolls 2 pods of backend

      \`\`\`diff
      ! spec.template.spec.containers[name=backend].image: shop-api:1.0.0 → shop-api:1.1.0
      \`\`\`

    </details>
    "
  `);
});

test("JSON", () => {
  expect(JSON.parse(formatJson(reviewOf("prod", edits.slice(0, 1), overlay)))).toMatchInlineSnapshot(`
    {
      "added": 0,
      "base": "main",
      "changed": 1,
      "environments": [
        {
          "added": 0,
          "became": null,
          "changed": 1,
          "environment": "prod",
          "objects": [
            {
              "change": "changed",
              "class": "routine",
              "effects": [
                "rolls 2 pods of backend",
              ],
              "fields": [
                {
                  "after": "shop-api:1.1.0",
                  "before": "shop-api:1.0.0",
                  "change": "changed",
                  "class": "routine",
                  "equal": null,
                  "inner": null,
                  "origin": {
                    "by": "overlay",
                    "files": [
                      "overlays/prod/kustomization.yaml",
                    ],
                  },
                  "path": "spec.template.spec.containers[name=backend].image",
                },
              ],
              "file": "18-deployment-backend.yaml",
              "group": "apps",
              "kind": "Deployment",
              "name": "backend",
              "namespace": "shop",
              "object": null,
              "origin": {
                "by": "overlay",
                "files": [
                  "overlays/prod/kustomization.yaml",
                ],
              },
              "previous": null,
              "risks": [
                {
                  "class": "routine",
                  "consequence": "rolls 2 pods of backend",
                  "page": "docs/risks/image-tag.md",
                  "paths": [
                    "spec.template.spec.containers[name=backend].image",
                  ],
                  "reason": "backend runs 1.1.0 instead of 1.0.0",
                  "risk": "image-tag",
                },
              ],
            },
          ],
          "removed": 0,
          "renamed": 0,
          "sync": [],
          "worst": "routine",
        },
      ],
      "groups": [],
      "head": "the working tree",
      "removed": 0,
      "renamed": 0,
      "worst": "routine",
    }
  `);
});

test("text, with what is routine and long folded", () => {
  expect(shown(formatText(reviewOf("prod", edits, overlay), false))).toMatchInlineSnapshot(`
    "prod: 2 changed

      unclassified Service shop/backend-service  restarts nothing
        13-service-backend-service.yaml, by overlays/prod/kustomization.yaml
        ~ spec.ports[port=8000].targetPort: 8000 → 8080

      routine Deployment shop/backend  rolls 2 pods of backend
        18-deployment-backend.yaml, by overlays/prod/kustomization.yaml
        routine image-tag: backend runs 1.1.0 instead of 1.0.0
        1 field (--all shows them)

    2 changed: 1 unclassified, 1 routine (from main to the working tree)
    "
  `);
});

const withSpec = (values: readonly unknown[]): string =>
  JSON.stringify({
    apiVersion: "a/v1",
    kind: "A",
    metadata: { name: "a" },
    spec: Object.fromEntries(values.entries()),
  });

test("a text that would read as another type is in quotes", () => {
  const texts = ["1", "-0x1F", "1.5", "1e3", ".inf", "true", "yes", "null", "~", "1_000", '"1"', '["a"]', "{}"];
  const plain = [
    "1.2.3",
    "1Gi",
    "a1",
    "--v=1",
    "nothing",
    "on the way",
    "a: b",
    "- a",
    "[a",
    "{x}",
    "@a",
    "2026-01-01",
  ];
  const both = [...texts, ...plain];
  const [own] = compare(withSpec(both.map(() => 1)), withSpec(both)).environments[0]!.changes;
  const said = own!.fields.flatMap((field) => fieldLines(field)).map(({ text }) => text.replace(/^.*1 → /, ""));
  expect(said).toEqual([...texts.map((text) => JSON.stringify(text)), ...plain]);
});

test("nothing changed is one line, whatever the format", () => {
  const nothing = reviewOf("prod", []);
  expect(formatMarkdown(nothing)).toBe("nothing changes from main to the working tree\n");
  expect(shown(formatText(nothing, false))).toBe("nothing changes from main to the working tree\n");
});

describe("a Secret's values are nowhere", () => {
  const kept = "  KEPT: hunter-kept\n";
  const reviews: Record<string, Review> = {
    added: compare("", secret(kept)),
    removed: compare(secret(kept), ""),
    changed: compare(
      secret(`${kept}  A: hunter-one\n  B: hunter-two\n`),
      secret(`${kept}  A: hunter-three\n  C: hunter-four\n`),
    ),
    renamed: compare(
      secret(`${kept}  A: hunter-one\n  B: hunter-two\n`),
      secret(`${kept}  A: hunter-one\n  B: hunter-five\n`).replace("name: app", "name: app-secrets"),
    ),
    "a ConfigMap before": compare(
      secret(`${kept}  A: hunter-one\n`).replace("kind: Secret", "kind: ConfigMap").replace("stringData", "data"),
      secret(`${kept}  A: hunter-one\n`).replace("stringData", "data"),
    ),
    "in a List": compare("", `apiVersion: v1\nkind: List\nitems:\n- ${secret(kept).trim().replaceAll("\n", "\n  ")}\n`),
  };

  test.each(Object.entries(reviews))("%s", (_, one) => {
    expect(one.environments[0]!.changes.length).toBeGreaterThan(0);
    const formats = [JSON.stringify, formatJson, formatMarkdown, formatHtml, formatSarif];
    for (const text of [...formats.map((format) => format(one)), formatText(one, true)]) {
      expect(text).not.toContain("hunter");
    }
  });

  test("and its keys are shown", () => {
    expect(shown(formatText(reviews["changed"]!, true))).toMatchInlineSnapshot(`
      "  caution Secret shop/app  restarts nothing
          b
          caution config-key-removed: the key B is gone, and nothing here reads it
            → restarts nothing  docs/risks/config-key-removed.md
          ~ stringData.A: *** (before) → *** (after)
          - stringData.B: *** (before)
          + stringData.C: *** (after)

      1 changed: 1 caution (from a to b)
      "
    `);
  });
});

describe("Markdown of what would break it", () => {
  test("is shown as it is", () => {
    const before = nasty("one\n```\n</details>\n| a | b |\n@somebody\n");
    const after = nasty("two\n````\n<script>alert(1)</script>\n| a | b |\n\u202e\u0007\n");
    expect(formatMarkdown(compare(before, after))).toMatchInlineSnapshot(`
      "<!-- manifests review -->
      ### Review: 1 unclassified

      1 changed from \`a\` to \`b\`.

      | environment | added | changed | removed | renamed | worst |
      | --- | --: | --: | --: | --: | --- |
      | all | 0 | 1 | 0 | 0 | unclassified |

      <details>
      <summary><b>all objects</b>: 1 unclassified</summary>

      - **unclassified** ConfigMap b/a
        - → restarts nothing

        \`\`\`\`\`diff
        ! data["a|b\`c"]:
            from line 1
        -   one
        -   \`\`\`
        -   </details>
        +   two
        +   \`\`\`\`
        +   <script>alert(1)</script>
            | a | b |
        -   @somebody
        +   \\u202e\\u0007
        \`\`\`\`\`

      </details>
      "
    `);
  });

  test("keeps names from being links, tags and mentions", () => {
    const markdown = formatMarkdown(compare(serviceOf("<b>@team [x](http://y) |"), ""));
    expect(markdown.split("\n").filter((line) => line.startsWith("- "))).toMatchInlineSnapshot(`
      [
        "- **caution** Service &lt;b&gt;@&#8288;team \\[x\\](http:&#8288;//y) \\| (removed)",
      ]
    `);
  });
});

describe("Markdown that is too long", () => {
  test.each([
    ["nothing", many(10, 1, () => true, 10)],
    ["nothing", many(2_000, 3, () => false, 200)],
    ["values of 114 changes", many(200, 1, (at) => at < 5, 200, unlike)],
    ["values of 518 changes; 172 objects: 172 routine (label)", many(700, 1, (at) => at < 10, 60, unlike)],
    ["values of 311 changes", many(400, 1, () => true, 200, unlike)],
    ["values of 1085 changes; 2915 objects: 2915 unclassified", many(500, 8, () => true, 10, unlike)],
    ["values of 58 changes; 2935 objects: 2935 unclassified", many(1, 3000, () => true, 10, unlike)],
  ])("leaves out %s", (what, one) => {
    const markdown = formatMarkdown(one);
    expect(markdown.length).toBeLessThanOrEqual(65_536);
    expect(markdown.startsWith("<!-- manifests review -->\n")).toBe(true);
    expect(/Left out: (.*?)\. `pnpm review --all`/.exec(markdown)?.[1] ?? "nothing").toBe(what);
    // Nothing is cut in its middle.
    expect(markdown.split("<details>").length).toBe(markdown.split("</details>").length);
    expect(markdown.match(/^ *`{3,}/gm)?.length ?? 0).toSatisfy((count: number) => count % 2 === 0);
  });
});

function secret(values: string): string {
  return `apiVersion: v1\nkind: Secret\nmetadata:\n  name: app\n  namespace: shop\nstringData:\n${values}`;
}

function nasty(text: string): string {
  return JSON.stringify({
    apiVersion: "v1",
    kind: "ConfigMap",
    metadata: { name: "a", namespace: "b" },
    data: { "a|b`c": text },
  });
}

function serviceOf(name: string): string {
  return `apiVersion: v1\nkind: Service\nmetadata:\n  name: ${JSON.stringify(name)}\n`;
}

function configMap(name: number, label: string, value: string): string {
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: c${name}\n  labels:\n    l: ${label}\ndata:\n  A: ${value}\n`;
}

/** A value of each object's own. */
const unlike = (at: number, environment: number): string => `-${environment}-${at}`;

function many(
  count: number,
  environments: number,
  ofData: (at: number) => boolean,
  length: number,
  own: typeof unlike = () => "",
): Review {
  const documents = (side: string, environment: number): Document[] =>
    Array.from({ length: count }, (_, at) => {
      const text = `${side.repeat(length)}${own(at, environment)}`;
      return { where: `${at}.yaml`, text: configMap(at, ofData(at) ? "same" : text, ofData(at) ? text : "same") };
    });
  return review({
    base: "main",
    head: "HEAD",
    sides: Array.from({ length: environments }, (_, at) => ({
      environment: `e${at}`,
      before: documents("a", at),
      after: documents("b", at),
      overlay: undefined,
    })),
  });
}
