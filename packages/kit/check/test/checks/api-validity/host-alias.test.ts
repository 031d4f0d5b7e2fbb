import { expect, test } from "vitest";
import { hostAlias } from "../../../src/checks/api-validity/host-alias.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  { spec: { hostAliases: [{ ip: "10.0.0.1", hostnames: ["db", "db.example.com"] }, { ip: "2001:DB8::1" }] } },
];

testTakenPods(hostAlias, taken);

test("addresses and names that are invalid", () => {
  expect(
    judge(
      hostAlias,
      podWith({
        spec: {
          hostAliases: [
            { ip: "db", hostnames: ["db_1"] },
            { ip: "010.0.0.1" },
            { ip: "::ffff:10.0.0.1" },
            { ip: "1::2::3" },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.hostAliases[0].hostnames[0]: the host's name "db_1" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the host's name",
      "error Pod default/web spec.hostAliases[0].ip: the address "db" must be an IP address such as 10.9.8.7 or 2001:db8::1; correct the address",
      "error Pod default/web spec.hostAliases[1].ip: the address "010.0.0.1" must be an IP address such as 10.9.8.7 or 2001:db8::1; correct the address",
      "error Pod default/web spec.hostAliases[2].ip: the address "::ffff:10.0.0.1" must not be an IPv4 address inside an IPv6 address; correct the address",
      "error Pod default/web spec.hostAliases[3].ip: the address "1::2::3" must be an IP address such as 10.9.8.7 or 2001:db8::1; correct the address",
    ]
  `);
});
