import { madeSecrets } from "@kit/testing";
import { describe, expect, test } from "vitest";
import { findSecrets, tellingOf } from "../src/index.ts";

const value = madeSecrets(71)
  .find(({ kind }) => kind === "a random key")!
  .value.toLowerCase()
  .replaceAll(/[^a-z]/g, "");

describe("a name tells", () => {
  const names = {
    surely:
      "DB_PASS DB_PWD ADMIN_PW PGPASSWORD SECRET_KEY_BASE JWT_KEY SESSION_KEY HASH_SECRET pub-sub-token MAIL_PSWD x-api-key " +
      "secretAccessKey oauth2ClientSecret htpasswd ENCRYPTION_KEY_V2 token_b64 spring.rabbitmq.password VITE_DB_PASSWORD",
    random: "REDIS_AUTH APP_KEY GH_PAT OPENAI_KEY VAULT_UNSEAL_KEY HASH_SALT MAX_TOKENS Authorization",
    nothing:
      "checksum/secret sha256/secret PASSWORD_HASH PUBLIC_KEY JWT_PUBLIC_KEY publishableKey NEXT_PUBLIC_MAPBOX_TOKEN key KEY " +
      "cacheKey TOKEN_URL tokenReview passwordPolicy PASSWORD_MIN_LENGTH secretName bypass compass authorized_keys DB_PASSWORD_FILE",
  };

  test.for(Object.entries(names))("%s", ([telling, all]) => {
    expect(all.split(" ").filter((name) => (tellingOf(name) ?? "nothing") !== telling)).toEqual([]);
  });
});

test.for([
  'password: process.env.PW ?? "{}"',
  "export P=${PASSWORD:-{}}",
  '<property name="password" value="{}"/>',
  "<password>{}</password>",
  '{"name":"DB_PASSWORD","value":"{}"}',
  '{"key":"DB_PASSWORD","value":"{}"}',
  "-Dspring.datasource.password={}",
  "--from-literal=password={}",
  "helm install --set auth.password={}",
  "https://example.com/?access_token={}&a=b",
  "password: `{}`",
  "DB_PASSWORD={}\r\nX=1",
  "password:\n  {}\n",
  'passwords:\n  - "{}"',
  'tokens: ["a", "{}"]',
  "machine h login u password {}",
  'BASIC_AUTH: "admin:{}"',
  "value: {}\nname: API_TOKEN",
  'config.setPassword("{}")',
  "auth: { password: {} }",
  'password: { value: "{}" }',
  "ENV DB_PASSWORD {}",
  "password = {} # why",
  "password: !!str {}",
  "password: &pw {}",
  'args: [ "--password" , "{}" ]',
  "--password {} --verbose",
])("finds the value in %j", (text) => {
  const filled = text.replace("{}", value);
  expect(findSecrets(filled).map(({ at }) => at)).toEqual([filled.indexOf(text.includes("admin:") ? "admin:" : value)]);
});
