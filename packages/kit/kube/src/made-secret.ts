import { groupOf } from "@kit/schema";
import { at, listOf, mapOf, textOf, type Loose } from "./loose.ts";

/** A Secret that an operator makes of an object, in the object's namespace. */
export interface MadeSecret {
  readonly name: string;
  /** Undefined where it cannot be told which keys it has. */
  readonly keys: ReadonlySet<string> | undefined;
}

/**
 * The Secret that an operator makes of an ExternalSecret, a SealedSecret, or a Certificate of cert-manager; undefined where
 * none makes one.
 */
export function madeSecret(object: unknown): MadeSecret | undefined {
  const { apiVersion, kind, spec } = mapOf(object);
  const makes = makers[`${groupOf(textOf(apiVersion) ?? "")}/${textOf(kind) ?? ""}`];
  return makes?.(mapOf(spec), textOf(at(object, "metadata", "name")) ?? "");
}

const makers: Readonly<Record<string, (spec: Loose, name: string) => MadeSecret | undefined>> = {
  "external-secrets.io/ExternalSecret": ofExternalSecret,
  "bitnami.com/SealedSecret": ofSealedSecret,
  "cert-manager.io/Certificate": ({ secretName }) => {
    const name = textOf(secretName);
    return name === undefined ? undefined : { name, keys: undefined };
  },
};

function ofExternalSecret({ target, data, dataFrom }: Loose, own: string): MadeSecret | undefined {
  const { name: given, creationPolicy, template } = mapOf(target);
  if (creationPolicy === "None") return undefined;
  const name = textOf(given) ?? own;
  const { data: templateData, templateFrom, mergePolicy } = mapOf(template);
  // With a template the keys are the template's, unless it says that it adds to them.
  const replaces = templateData !== undefined && mergePolicy !== "Merge";
  const isOpen = listOf(templateFrom).length > 0 || (!replaces && listOf(dataFrom).length > 0);
  if (isOpen || creationPolicy === "Merge") return { name, keys: undefined };
  const read = replaces ? [] : listOf(data).flatMap((entry) => textOf(at(entry, "secretKey")) ?? []);
  return { name, keys: new Set([...read, ...Object.keys(mapOf(templateData))]) };
}

/**
 * The Secret has the name of the SealedSecret, whatever its template's metadata says: `Unseal` of
 * github.com/bitnami-labs/sealed-secrets sets it last. A null in the template's data takes a key away.
 */
function ofSealedSecret({ encryptedData, template }: Loose, name: string): MadeSecret {
  const added = mapOf(at(template, "data"));
  const all = [...Object.keys(mapOf(encryptedData)), ...Object.keys(added)];
  return { name, keys: new Set(all.filter((key) => added[key] !== null)) };
}
