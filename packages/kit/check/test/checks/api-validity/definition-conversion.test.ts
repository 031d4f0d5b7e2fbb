import { expect, test } from "vitest";
import { definitionConversion } from "../../../src/checks/api-validity/definition-conversion.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["custom-resource-definition", "the valid object"],
  ["custom-resource-schema", "type boolean"],
  ["custom-resource-schema", "a pattern of Go"],
  ["custom-resource-schema", "additionalProperties true"],
  ["custom-resource-schema", "an int or string in its long form"],
  ["custom-resource-schema", "the metadata's name"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(definitionConversion, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "custom-resource-schema",
    "a conversion of an unknown strategy",
    [
      'error CustomResourceDefinition widgets.example.com spec.conversion.strategy: the strategy "Hook" is not one of None, Webhook; write one of None, Webhook',
    ],
  ],
  [
    "custom-resource-schema",
    "a conversion by a webhook that is not there",
    [
      "error CustomResourceDefinition widgets.example.com spec.conversion.webhook.clientConfig: the webhook has no clientConfig; write it",
      "error CustomResourceDefinition widgets.example.com spec.conversion.webhook.conversionReviewVersions: the review's versions are missing; write one of v1, v1beta1",
    ],
  ],
  [
    "custom-resource-schema",
    "a conversion by a webhook without clientConfig",
    [
      "error CustomResourceDefinition widgets.example.com spec.conversion.webhook.clientConfig: the webhook has no clientConfig; write it",
    ],
  ],
  [
    "custom-resource-schema",
    "a conversion by a webhook of no version",
    [
      "error CustomResourceDefinition widgets.example.com spec.conversion.webhook.conversionReviewVersions: the review's versions are missing; write one of v1, v1beta1",
    ],
  ],
  [
    "custom-resource-schema",
    "a conversion by a webhook of an unknown version",
    [
      "error CustomResourceDefinition widgets.example.com spec.conversion.webhook.conversionReviewVersions: no server knows the review's versions; write one of v1, v1beta1",
    ],
  ],
  [
    "custom-resource-schema",
    "a conversion by a webhook of http",
    [
      'error CustomResourceDefinition widgets.example.com spec.conversion.webhook.clientConfig.url: the url "http://a.example.com" must begin with https://; write it as https://host/path',
    ],
  ],
  [
    "custom-resource-schema",
    "a conversion of nothing with a webhook",
    [
      "error CustomResourceDefinition widgets.example.com spec.conversion.webhook: the strategy is not Webhook, and there is one; remove the webhook",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(definitionConversion, corpusCase(file, name))).toEqual(findings);
});
