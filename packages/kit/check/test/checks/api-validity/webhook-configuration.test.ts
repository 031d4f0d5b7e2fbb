import { expect, test } from "vitest";
import { webhookConfiguration } from "../../../src/checks/api-validity/webhook-configuration.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [
  ["mutating-webhook-configuration", "the valid object"],
  ["validating-webhook-configuration", "the valid object"],
  ["validating-webhook-configuration", "sideEffects NoneOnDryRun"],
  ["validating-webhook-configuration", "a url with a port"],
  ["validating-webhook-configuration", "a path that ends in a slash"],
  ["validating-webhook-configuration", "a rule of all resources"],
];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(webhookConfiguration, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "mutating-webhook-configuration",
    "a webhook's name of two parts",
    [
      "error MutatingWebhookConfiguration inject webhooks[0].name: the webhook's name \"inject.example\" must have at least three parts, as in a.example.com; correct the webhook's name",
    ],
  ],
  [
    "mutating-webhook-configuration",
    "a url of http",
    [
      'error MutatingWebhookConfiguration inject webhooks[0].clientConfig.url: the url "http://inject.example.com" must begin with https://; write it as https://host/path',
    ],
  ],
  [
    "mutating-webhook-configuration",
    "an objectSelector's value with a blank",
    [
      "error MutatingWebhookConfiguration inject webhooks[0].objectSelector.matchLabels.inject: the label's value \"a b\" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the label's value",
    ],
  ],
  [
    "validating-webhook-configuration",
    "empty admissionReviewVersions",
    [
      "error ValidatingWebhookConfiguration policy webhooks[0].admissionReviewVersions: the review's versions are missing; write one of v1, v1beta1",
    ],
  ],
  [
    "validating-webhook-configuration",
    "an empty clientConfig",
    [
      "error ValidatingWebhookConfiguration policy webhooks[0].clientConfig: the webhook has neither url nor service; write one of the two",
    ],
  ],
  [
    "validating-webhook-configuration",
    "a url with a fragment",
    [
      'error ValidatingWebhookConfiguration policy webhooks[0].clientConfig.url: the url "https://policy.example.com/validate#a" must not have a fragment; write it as https://host/path',
    ],
  ],
  [
    "validating-webhook-configuration",
    "a service's name that is empty",
    [
      "error ValidatingWebhookConfiguration policy webhooks[0].clientConfig.service.name: the Service's name is empty; write the Service's name",
    ],
  ],
  [
    "validating-webhook-configuration",
    "a rule without apiGroups",
    [
      "error ValidatingWebhookConfiguration policy webhooks[0].rules[0].apiGroups: the API groups are missing; write at least one, or *",
    ],
  ],
  [
    "validating-webhook-configuration",
    "a rule of an apiVersion that is empty",
    [
      "error ValidatingWebhookConfiguration policy webhooks[0].rules[0].apiVersions[0]: the API version is empty; write the API version",
    ],
  ],
  [
    "validating-webhook-configuration",
    "a rule of all and all subresources",
    [
      "error ValidatingWebhookConfiguration policy webhooks[0].rules[0].resources: the resources have others beside */*; remove */*, or the others",
    ],
  ],
  [
    "validating-webhook-configuration",
    "a namespaceSelector of an unknown operator",
    [
      'error ValidatingWebhookConfiguration policy webhooks[0].namespaceSelector.matchExpressions[0].operator: the operator "Is" is not one of In, NotIn, Exists, DoesNotExist; write one of In, NotIn, Exists, DoesNotExist',
    ],
  ],
  [
    "validating-webhook-configuration",
    "a matchCondition's name with a blank",
    [
      'error ValidatingWebhookConfiguration policy webhooks[0].matchConditions[0].name: the name "a b" must consist of letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit; correct the name',
    ],
  ],
  [
    "validating-webhook-configuration",
    "a matchCondition of params",
    [
      "error ValidatingWebhookConfiguration policy webhooks[0].matchConditions[0].expression: the expression reads params, which is not declared (character 1); correct the expression",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(webhookConfiguration, corpusCase(file, name))).toEqual(findings);
});
