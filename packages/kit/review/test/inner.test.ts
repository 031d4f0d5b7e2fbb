import { expect, test } from "vitest";
import { compareText } from "./edits.ts";

function configMap(file: string, text: string): string {
  return JSON.stringify({ apiVersion: "v1", kind: "ConfigMap", metadata: { name: "a" }, data: { [file]: text } });
}

test("of YAML in a text the fields are shown", () => {
  const before = "server:\n  port: 80\n  hosts: [a, b]\nlogging: {level: info}\n";
  const after = "server:\n  port: 81\n  hosts: [a, b, c]\nlogging: {level: info}\n";
  expect(compareText(configMap("app.yaml", before), configMap("app.yaml", after))).toMatchInlineSnapshot(`
    "  unclassified ConfigMap a  restarts nothing
        b
        ~ data["app.yaml"]:
        ~   server.port: 80 → 81
        +   server.hosts[2]: c

    1 changed: 1 unclassified (from a to b)
    "
  `);
});

test("of JSON in a text, too", () => {
  expect(
    compareText(
      configMap("app.json", '{"a":1,"b":[{"name":"x","v":1}]}'),
      configMap("app.json", '{"b":[{"v":2,"name":"x"}],"a":1}'),
    ),
  ).toMatchInlineSnapshot(`
    "  unclassified ConfigMap a  restarts nothing
        b
        ~ data["app.json"]:
        ~   b[name=x].v: 1 → 2

    1 changed: 1 unclassified (from a to b)
    "
  `);
});

test("YAML in another form", () => {
  expect(compareText(configMap("a", "a: 1\nb: 2\n"), configMap("a", "# why\nb: 2\na: 1\n"))).toMatchInlineSnapshot(`
    "  unclassified ConfigMap a  restarts nothing
        b
        ~ data.a:
            only its form differs: comments, order, white space

    1 changed: 1 unclassified (from a to b)
    "
  `);
});

test("of other texts the lines are shown", () => {
  const lines = ["worker_processes 1;", "events {}", "http {", "  server { listen 80; }", "}", ""];
  const after = lines.with(3, "  server { listen 8080; }").toSpliced(1, 1);
  expect(compareText(configMap("nginx.conf", lines.join("\n")), configMap("nginx.conf", after.join("\n"))))
    .toMatchInlineSnapshot(`
    "  unclassified ConfigMap a  restarts nothing
        b
        ~ data["nginx.conf"]:
            from line 1
            worker_processes 1;
        -   events {}
            http {
        -     server { listen 80; }
        +     server { listen 8080; }
            }

    1 changed: 1 unclassified (from a to b)
    "
  `);
});

test("of one long line the words are shown", () => {
  const hosts = Array.from({ length: 12 }, (_, at) => `https://shop-${at}.example.com`);
  expect(
    compareText(
      configMap("ORIGINS", hosts.join(",")),
      configMap("ORIGINS", hosts.with(6, "https://cart.example.com").join(",")),
    ),
  ).toMatchInlineSnapshot(`
    "  unclassified ConfigMap a  restarts nothing
        b
        ~ data.ORIGINS:
        -   …example.com,https://shop-6.example.com,https:/…
        +   …example.com,https://cart.example.com,https:/…

    1 changed: 1 unclassified (from a to b)
    "
  `);
});
