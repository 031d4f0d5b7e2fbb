import { addressesIn, addressesOf, addressPort, isAddressOf } from "@kit/kube";
import { expect, test } from "vitest";

const said = (text: string, key?: string): string[] =>
  addressesIn(text, key).map((one) => `${one.scheme ?? "-"} ${one.host.join("/")} ${addressPort(one) ?? "-"}`);

test.each([
  ["http://backend", ["http backend 80"]],
  ["https://backend.shop:8443/path", ["https backend/shop 8443"]],
  ["postgres://user%20a:pass@db.shop.svc.cluster.local/app", ["postgres db/shop 5432"]],
  ["postgresql://db:5433,db2:5433/app", ["postgresql db 5433", "- db2 5433"]],
  ["redis:6379", ["- redis 6379"]],
  ["kafka-0.kafka:9092,kafka-1.kafka:9092", ["- kafka-0/kafka 9092", "- kafka-1/kafka 9092"]],
  ["//backend:80", ["- backend 80"]],
  ["backend.shop.svc", ["- backend/shop -"]],
  ["proxy_pass http://web:8080/;\nserver db:5432;", ["http web 8080", "- db 5432"]],
  ["image: postgres:16", []],
  ["  image: registry:5000/team/postgres:16\n", []],
  ["FROM node:22", []],
  ["postgres:16-alpine", []],
  ["12:30", []],
  ["10.0.0.1:80", []],
  ["a word", []],
  ["level=info", []],
  ["host: db\nport: 5432\n", ["- db -"]],
  ["db_host = 'db'", ["- db -"]],
  ["host: a b", []],
  ["user@example.com", []],
])("%j names %j", (text, expected) => {
  expect(said(text)).toEqual(expected);
});

test("a name alone is an address where its key says so", () => {
  expect(said("db", "DB_HOST")).toEqual(["- db -"]);
  expect(said("db", "DB_NAME")).toEqual([]);
  expect(said("postgres:16", "SIDECAR_IMAGE")).toEqual([]);
  expect(said("db.shop", "server")).toEqual(["- db/shop -"]);
});

test("of an object all texts are read, but for images", () => {
  const pod = {
    spec: {
      containers: [
        {
          name: "a",
          image: "postgres:16.4",
          env: [
            { name: "DB_HOST", value: "db" },
            { name: "MODE", value: "db" },
          ],
          args: ["--url=http://web:80"],
        },
      ],
    },
  };
  expect(addressesOf(pod).map(({ written }) => written)).toEqual(["db", "web:80"]);
});

const isOfDb = (text: string, namespace: string | undefined, from: string | undefined): boolean =>
  addressesIn(text).some((one) => isAddressOf(one, { name: "db", namespace }, from));

test("an address is a Service's by its namespace", () => {
  expect([
    isOfDb("http://db", "shop", "shop"),
    isOfDb("http://db", "shop", "other"),
    isOfDb("http://db.shop", "shop", "other"),
  ]).toEqual([true, false, true]);
  expect([
    isOfDb("http://db.other", "shop", "shop"),
    isOfDb("db-0.db.shop.svc:1", "shop", "other"),
    isOfDb("db.example.com:1", "shop", "shop"),
  ]).toEqual([false, true, false]);
});
