import { expect, test } from "vitest";
import { podHostname } from "../../../src/checks/api-validity/pod-hostname.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { spec: { hostname: "web-1", subdomain: "web" } },
  { kind: "StatefulSet", spec: { hostname: "Web.1", subdomain: "Web" } },
  { spec: { hostnameOverride: "web.example.com" } },
];

testTakenPods(podHostname, taken);

test("names that are invalid", () => {
  expect(judge(podHostname, podWith({ kind: "Deployment", spec: { hostname: "web.main", subdomain: "Web" } })))
    .toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.hostname: hostname "web.main" must not contain dots; correct hostname",
      "error Deployment default/web spec.template.spec.subdomain: subdomain "Web" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct subdomain",
    ]
  `);
});

test("an override that is invalid, and that other fields exclude", () => {
  expect(
    judge(
      podHostname,
      podWith({ spec: { hostnameOverride: "a".repeat(65), hostNetwork: true, setHostnameAsFQDN: true } }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.hostnameOverride: hostnameOverride "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" must have at most 64 characters; correct hostnameOverride",
      "error Pod default/web spec.hostnameOverride: hostnameOverride is set in a pod with hostNetwork; leave one of hostnameOverride and hostNetwork out",
      "error Pod default/web spec.hostnameOverride: hostnameOverride is set in a pod with setHostnameAsFQDN; leave one of hostnameOverride and setHostnameAsFQDN out",
    ]
  `);
});
