import { addressesOf, addressPort, describeIdentity, isAddressOf, referencesOf, type Reference } from "@kit/kube";
import type { ObjectId } from "../input/identity.ts";
import type { ObjectSet, SetObject } from "../input/object-set.ts";
import { refersTo } from "./references.ts";

/** An object that uses another, and how. */
export interface User {
  readonly object: SetObject;
  /** As a review names it. */
  readonly name: string;
  readonly reference: Reference;
}

/** The objects of a side that refer to an object by the API's own fields. */
export function usersOf(id: ObjectId, side: ObjectSet): User[] {
  return side.mentioning(id.name).flatMap((object) =>
    referencesOf(object.data)
      .filter((one) => refersTo(one, object.id, id))
      .map((reference) => ({ object, name: describeIdentity(object.id), reference })),
  );
}

/** An object that has an address of a Service in a text, such as `http://backend-service:8000`. */
export interface Caller {
  readonly name: string;
  /** As it is written there. */
  readonly address: string;
  readonly port: string | undefined;
}

/** The objects of a side that have the address of a Service in a ConfigMap, a variable or anywhere else. */
export function callersOf(service: ObjectId, side: ObjectSet): Caller[] {
  return side.mentioning(service.name).flatMap((object) => {
    const found = addressesOf(object.data).filter((one) => isAddressOf(one, service, object.id.namespace));
    const callers = found.map((one): Caller => ({
      name: describeIdentity(object.id),
      address: one.written,
      port: addressPort(one),
    }));
    return [...new Map(callers.map((one) => [`${one.address} ${one.port}`, one])).values()];
  });
}
