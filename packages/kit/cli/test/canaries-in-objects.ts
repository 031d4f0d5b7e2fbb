import type { SecretSample } from "@kit/testing";

/** A secret with the name that it is planted under. */
export interface Canary extends SecretSample {
  readonly name: string;
}

/** Puts a canary into the part of a ConfigMap or a Deployment. */
interface Place {
  readonly what: string;
  readonly in: "ConfigMap" | "Deployment" | "Secret";
  /** Fields of the part. */
  readonly make: (canary: Canary) => Fields;
}

type Fields = Readonly<Record<string, unknown>>;

const base64 = (text: string): string => Buffer.from(text).toString("base64");
const assigned = ({ name, value }: Canary): string => `${name}=${value.replaceAll("\n", "\\n")}`;
const option = ({ name }: Canary): string => `--${name.toLowerCase().replaceAll("_", "-")}`;
const words = "some words that stand around it, so that a line is long enough for a comparison word by word, and go on";

/** Twenty places of objects where people put secrets, or programs do. */
export const places: readonly Place[] = [
  { what: "a value", in: "ConfigMap", make: ({ name, value }) => ({ data: { [name]: value } }) },
  {
    what: "JSON",
    in: "ConfigMap",
    make: ({ name, value }) => ({ data: { "a.json": JSON.stringify({ a: 1, [name]: value }) } }),
  },
  {
    what: "YAML",
    in: "ConfigMap",
    make: ({ name, value }) => ({ data: { "a.yaml": `a: 1\nb:\n  ${name}: ${JSON.stringify(value)}\n` } }),
  },
  {
    what: "properties",
    in: "ConfigMap",
    make: (one) => ({ data: { "a.properties": `a=b\n${assigned(one)}\nc=d\n` } }),
  },
  { what: "a long line", in: "ConfigMap", make: (one) => ({ data: { a: `${words} ${assigned(one)} ${words}` } }) },
  { what: "a text in base64", in: "ConfigMap", make: (one) => ({ data: { a: base64(`# a\n${assigned(one)}\n`) } }) },
  { what: "binary data", in: "ConfigMap", make: (one) => ({ binaryData: { a: base64(`${assigned(one)}\n`) } }) },
  { what: "a key", in: "ConfigMap", make: (one) => ({ data: { [assigned(one)]: "a" } }) },
  {
    what: "an annotation",
    in: "ConfigMap",
    make: ({ name, value }) => ({ metadata: { annotations: { [`example.com/${name}`]: value } } }),
  },
  {
    what: "an annotation of kubectl",
    in: "ConfigMap",
    make: ({ name, value }) => ({
      metadata: {
        annotations: {
          "kubectl.kubernetes.io/last-applied-configuration": JSON.stringify({ data: { [name]: value } }),
        },
      },
    }),
  },
  { what: "an unknown field", in: "ConfigMap", make: ({ name, value }) => ({ [name]: value }) },
  { what: "a variable", in: "Deployment", make: ({ name, value }) => ({ env: [{ name, value }] }) },
  { what: "a variable's name", in: "Deployment", make: (one) => ({ env: [{ name: assigned(one), value: "a" }] }) },
  { what: "an argument", in: "Deployment", make: (one) => ({ args: [`${option(one)}=${one.value}`] }) },
  { what: "two arguments", in: "Deployment", make: (one) => ({ args: [option(one), one.value] }) },
  {
    what: "a script",
    in: "Deployment",
    make: (one) => ({ command: ["sh", "-c", `export ${assigned(one)}; exec run`] }),
  },
  { what: "an image's tag", in: "Deployment", make: (one) => ({ image: `app:${assigned(one)}` }) },
  {
    what: "a header",
    in: "Deployment",
    make: ({ name, value }) => ({ livenessProbe: { httpGet: { port: 80, httpHeaders: [{ name, value }] } } }),
  },
  { what: "a Secret's data", in: "Secret", make: ({ name, value }) => ({ data: { [name]: base64(value) } }) },
  { what: "a Secret's text", in: "Secret", make: ({ name, value }) => ({ stringData: { [name]: value } }) },
];

/** What base64 makes of a canary and what stands around it. */
export function encodedForms(canary: Canary): string[] {
  const texts = [canary.value, `# a\n${assigned(canary)}\n`, `${assigned(canary)}\n`];
  // The first of it is of the name, or of a prefix.
  return texts.map((text) => base64(text).replace(/=+$/, "").slice(-24));
}

/** The text of an object for each place and canary, by its file. */
export function planting(canaries: readonly Canary[]): [file: string, text: string][] {
  return places.flatMap((place, at) =>
    canaries.map((canary, index): [string, string] => {
      const name = `canary-${at}-${index}`;
      return [`90-${name}.yaml`, `${JSON.stringify(objectOf(place, name, place.make(canary)), null, 2)}\n`];
    }),
  );
}

function objectOf(place: Place, name: string, part: Fields): Fields {
  if (place.in !== "Deployment") {
    const metadata = { name, ...(part["metadata"] as Fields | undefined) };
    return { apiVersion: "v1", kind: place.in, ...part, metadata };
  }
  const containers = [{ name: "a", image: "app:1.0.0", ...part }];
  const template = { metadata: { labels: { app: name } }, spec: { containers } };
  const spec = { selector: { matchLabels: { app: name } }, template };
  return { apiVersion: "apps/v1", kind: "Deployment", metadata: { name }, spec };
}
