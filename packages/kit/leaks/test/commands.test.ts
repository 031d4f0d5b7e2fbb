import { describe, expect, test } from "vitest";
import { findSecrets, maskData, maskSecrets } from "../src/index.ts";
import { seededRandom } from "./seeded-random.ts";

const random = seededRandom(2_026);
const text = (characters: string, length: number): string => random.text(characters, length);
const alphanumeric = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
const randomValue = text(alphanumeric, 12);
const letters = text(alphanumeric.slice(0, 52), 12);
const word = ["hunt", "er"].join("");
const masked = (value: string): string => maskData({ "run.sh": value })["run.sh"];
const url = (password: string): string => `postgresql://user:${password}@db/shop`;
const args = (value: string): string[][] => [
  ["curl", "-u", `name:${value}`],
  ["curl", "-sfu", `name:${value}`],
  ["curl", "--user", `name:${value}`],
  ["curl", `--user=name:${value}`],
];

describe("a password in a command", () => {
  test.for([
    "curl -u name:{} https://a.example",
    "curl -s --user name:{} https://a.example",
    "curl -sfu name:{} https://a.example",
    "curl -uname:{} https://a.example",
    "curl --user=name:{} https://a.example",
    "curl -u 'name:{}' https://a.example",
    'curl -u \\"name:{}\\" https://a.example',
    '["curl", "-u", "name:{}"]',
    "- curl\n- -u\n- name:{}\n",
  ])("of %j is masked whatever it is, and found where it is random", (line) => {
    for (const value of [randomValue, word]) {
      expect(maskSecrets(line.replace("{}", value))).toBe(line.replace("{}", "***"));
    }
    expect(findSecrets(line.replace("{}", randomValue))).toHaveLength(1);
    expect(findSecrets(line.replace("{}", word))).toEqual([]);
  });

  test("is masked in the argument behind its option", () => {
    for (const value of [randomValue, word]) expect(maskData(args(value))).toEqual(args("***"));
  });

  test("of -p and -a is masked where it is random, and where the program takes one", () => {
    expect(maskData(["-p", randomValue, "-a", randomValue, "-p", "8080:80"])).toEqual([
      "-p",
      "***",
      "-a",
      "***",
      "-p",
      "8080:80",
    ]);
    expect(maskData(["sshpass", "-p", word])).toEqual(["sshpass", "-p", "***"]);
    expect(maskSecrets(`sshpass -p${randomValue} ssh host`)).toBe("sshpass -p*** ssh host");
    expect(maskSecrets(`x -p ${randomValue}, x -a "${randomValue}"`)).toBe('x -p ***, x -a "***"');
    expect(maskSecrets(`sshpass -p ${word} ssh host; redis-cli -a ${word} ping`)).toBe(
      "sshpass -p *** ssh host; redis-cli -a *** ping",
    );
  });

  test.for([
    "docker run -u 1000:1000 -p 127.0.0.1:8080:80 app",
    "mkdir -p /var/lib/app-2 && ls -a dir",
    'curl -u "name:$PASSWORD" https://a.example',
  ])("is not in %j", (line) => {
    expect([masked(line), findSecrets(line)]).toEqual([line, []]);
  });
});

test.for([
  "password = '''{}'''",
  'password = """{}"""',
  'password = """\n{}"""',
  '{"a": "password = \\"\\"\\"{}\\"\\"\\""}',
])("three quotes: %j", (line) => {
  const value = text(alphanumeric, 20);
  expect(maskSecrets(line.replace("{}", value))).toBe(line.replace("{}", "***"));
  expect(findSecrets(line.replace("{}", value))).toHaveLength(1);
});

describe("under the name of a password in a text of data", () => {
  test.for(["a: b\npassword: {}\nc: d\n", "server --password={} --port=80", 'DB_PASSWORD="{}"', "run --password {}"])(
    "any value of %j is masked",
    (line) => {
      for (const value of [letters, word]) expect(masked(line.replace("{}", value))).toBe(line.replace("{}", "***"));
    },
  );

  test.for([
    "password: true",
    '{"password":null}',
    "password: $(DB_PASSWORD)",
    "--password=$PASSWORD --port=80",
    "password: {{ .Values.password }}",
    "{password: $PASSWORD}",
    "password: ${DB_PASSWORD}; b",
    'password="$(cat /run/secrets/db)"',
    "password: {valueFrom: x}",
    "passwordFile: /run/secrets/db",
  ])("%j stays", (line) => {
    expect(masked(line)).toBe(line);
  });
});

test.for([" ", "\n    "])("a URL whose password is folded with %j", (fold) => {
  expect(maskSecrets(url(`${randomValue.slice(0, 4)}${fold}${randomValue.slice(4, 8)}`))).toBe(url("***"));
  expect(findSecrets(url(`${text(alphanumeric, 8)}${fold}${text(alphanumeric, 8)}`))).toHaveLength(1);
  const ordinary = `http://a.example:8080${fold}mail@a.example`;
  expect([maskSecrets(ordinary), findSecrets(ordinary)]).toEqual([ordinary, []]);
});
