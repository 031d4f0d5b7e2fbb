import { ConfigMap } from "kubernetes-models/v1/ConfigMap";
import { describe, expect, test } from "vitest";
import { configEnv, configMap } from "../src/index.ts";

describe("configMap", () => {
  test("is the ConfigMap of its fields", () => {
    const fields = { metadata: { name: "web-config" }, data: { PORT: "8000" } };
    const config = configMap(fields, { perEnvironment: ["LOG_LEVEL"] });
    expect(config).toBeInstanceOf(ConfigMap);
    expect(config.toJSON()).toEqual(new ConfigMap(fields).toJSON());
  });
});

describe("configEnv", () => {
  const config = configMap({ metadata: { name: "web-config" }, data: { PORT: "8000" } });

  test("reads a key into a variable of its name", () => {
    expect(configEnv(config, "PORT")).toEqual({
      name: "PORT",
      valueFrom: { configMapKeyRef: { name: "web-config", key: "PORT" } },
    });
  });

  test("reads it into another variable", () => {
    expect(configEnv(config, "PORT", "HTTP_PORT")).toEqual({
      name: "HTTP_PORT",
      valueFrom: { configMapKeyRef: { name: "web-config", key: "PORT" } },
    });
  });

  test("refuses a ConfigMap without a name", () => {
    expect(() => configEnv(new ConfigMap({}), "PORT")).toThrow(
      expect.objectContaining({
        problems: [
          {
            code: "object-invalid",
            what: "the variable PORT reads a ConfigMap without a name",
            where: "configEnv",
            next: "give the ConfigMap a metadata.name",
          },
        ],
      }),
    );
  });
});
