import { expect, test } from "vitest";
import { podDns } from "../../../src/checks/api-validity/pod-dns.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      dnsPolicy: "None",
      dnsConfig: { nameservers: ["10.0.0.1"], searches: [".", "_tcp.example.com."], options: [{ name: "ndots" }] },
    },
  },
];

testTakenPods(podDns, taken);

test("no name server", () => {
  expect(judge(podDns, podWith({ kind: "Deployment", spec: { dnsPolicy: "None" } }))).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.dnsConfig: dnsPolicy is None, and no name server is named; write dnsConfig.nameservers, or another dnsPolicy",
    ]
  `);
});

test("no name server in the configuration", () => {
  expect(judge(podDns, podWith({ spec: { dnsPolicy: "None", dnsConfig: { searches: ["a"] } } })))
    .toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.dnsConfig.nameservers: dnsPolicy is None, and no name server is named; write dnsConfig.nameservers, or another dnsPolicy",
    ]
  `);
});

test("too many, and what is invalid", () => {
  expect(
    judge(
      podDns,
      podWith({
        spec: {
          dnsConfig: {
            nameservers: ["10.0.0.1", "10.0.0.2", "10.0.0.3", "dns"],
            searches: ["-a", ...Array.from({ length: 32 }, (_, index) => `a${index}`)],
            options: [{ value: "2" }],
          },
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.dnsConfig.nameservers: 4 name servers are named, and 3 may be; keep three of them",
      "error Pod default/web spec.dnsConfig.nameservers[3]: the name server "dns" must be an IP address such as 10.9.8.7 or 2001:db8::1; correct the name server",
      "error Pod default/web spec.dnsConfig.options[0].name: the option's name is missing; write the option's name",
      "error Pod default/web spec.dnsConfig.searches: the 33 domains to search are more than 32, or longer than 2048 characters together; leave some out",
      "error Pod default/web spec.dnsConfig.searches[0]: the domain to search "-a" must consist of lower case letters, digits, hyphens, underscores and dots, and begin and end with a letter or digit, also at each dot; correct the domain to search",
    ]
  `);
});
