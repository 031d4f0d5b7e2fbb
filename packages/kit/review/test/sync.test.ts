import { formatJson, formatSyncs, formatText, review, type Document, type Sides, type Syncer } from "@kit/review";
import { stripVTControlCharacters } from "node:util";
import { describe, expect, test } from "vitest";

const argo: Syncer = {
  engine: "Argo CD",
  name: "Application manifests-prod",
  destination: "prod",
  prunes: true,
  isManual: false,
  cascades: false,
  outlives: false,
  refusesShared: true,
  allowed: undefined,
};
const flux: Syncer = { ...argo, engine: "Flux", name: "Kustomization manifests-prod", refusesShared: false };

function object(apiVersion: string, kind: string, name: string, more: object = {}, metadata: object = {}): object {
  const own = ["Namespace", "StorageClass"].includes(kind) ? { name } : { name, namespace: "shop" };
  return { apiVersion, kind, metadata: { ...own, ...metadata }, ...more };
}

function documents(objects: readonly object[]): Document[] {
  return objects.map((one) => ({ where: "one.yaml", text: JSON.stringify(one) }));
}

/** What a sync does where these objects are rendered before, and those afterwards. */
function syncOf(before: readonly object[], after: readonly object[], syncers: readonly Syncer[] = [argo]): string {
  return textOf([sidesOf("prod", [...before, rest], [...after, rest], syncers)]);
}

function textOf(sides: readonly Sides[]): string {
  return stripVTControlCharacters(formatSyncs(review({ base: "a", head: "b", sides }), false));
}

function sidesOf(
  environment: string,
  before: readonly object[],
  after: readonly object[],
  syncers: readonly Syncer[],
): Sides {
  const [own, others] = [documents(before), documents(after)];
  return { environment, before: own, after: others, overlay: undefined, syncers: { before: syncers, after: syncers } };
}

// So that the environment stays.
const rest = object("v1", "ServiceAccount", "rest");
const web = object("apps/v1", "Deployment", "web", {
  spec: {
    selector: { matchLabels: { app: "web" } },
    template: {
      metadata: { labels: { app: "web" } },
      spec: {
        containers: [{ name: "web", image: "web:1", env: [{ name: "CART_HOST", value: "cart" }] }],
        volumes: [{ name: "keys", secret: { secretName: "web-keys" } }],
      },
    },
  },
});
const cart = object("v1", "Service", "cart", { spec: { selector: { app: "cart" }, ports: [{ port: 80 }] } });
const store = object("apps/v1", "StatefulSet", "store", {
  spec: {
    replicas: 2,
    serviceName: "store",
    selector: { matchLabels: { app: "store" } },
    template: { metadata: { labels: { app: "store" } }, spec: { containers: [{ name: "store", image: "store:1" }] } },
    volumeClaimTemplates: [{ metadata: { name: "data" }, spec: { accessModes: ["ReadWriteOnce"] } }],
  },
});

describe("what is not rendered any more", () => {
  test("is deleted, and what only it used stays", () => {
    expect(syncOf([web], [])).toBe(`prod: 1 removed

  a sync
    deletes Deployment shop/web
    keeps Secret shop/web-keys: nothing here uses it any more, and it is not of this repository
      → once nobody needs it: kubectl --namespace shop delete secret web-keys

`);
  });

  test("is said with those who use its address", () => {
    expect(syncOf([web, cart], [web])).toBe(`prod: 1 removed

  a sync
    deletes Service shop/cart
    others use Service shop/cart: there is no Service cart any more, and Deployment shop/web has its address cart
      → its address does not resolve: change what uses it first

`);
  });

  test.each([
    [
      "Argo CD by an annotation",
      { "argocd.argoproj.io/sync-options": "Validate=false, Prune=false" },
      [argo],
      "its annotation says that no sync deletes it",
    ],
    [
      "Flux by an annotation",
      { "kustomize.toolkit.fluxcd.io/prune": "disabled" },
      [flux],
      "its annotation says that no sync deletes it",
    ],
    ["Argo CD as a hook", { "argocd.argoproj.io/hook": "Sync" }, [argo], "no sync deletes a hook"],
    [
      "Argo CD until somebody confirms",
      { "argocd.argoproj.io/sync-options": "Prune=confirm" },
      [argo],
      "its annotation says that somebody has to confirm it first",
    ],
    [
      "Argo CD without the kind in its project",
      {},
      [{ ...argo, allowed: { ofCluster: [], inNamespaces: [{ group: "batch", kind: "CronJob", name: undefined }] } }],
      "its project does not allow the kind any more, so the sync cannot delete it",
    ],
    [
      "a sync that does not prune",
      {},
      [{ ...argo, prunes: false }],
      "the sync does not delete what is not rendered any more",
    ],
    [
      "a sync by hand",
      {},
      [{ ...argo, prunes: false, isManual: true }],
      "nothing is deleted unless somebody syncs with --prune",
    ],
  ])("is kept by %s", (_, annotations, syncers, why) => {
    const job = object("batch/v1", "Job", "migrate", {}, { annotations });
    expect(syncOf([job], [], syncers).replaceAll(/\n {6}(?=\w)/g, " ")).toBe(
      `prod: 1 removed\n\n  a sync\n    keeps Job shop/migrate: ${why}\n\n`,
    );
  });

  test("differs where two engines do not do the same", () => {
    const job = object("batch/v1", "Job", "migrate", {}, { annotations: { "argocd.argoproj.io/hook": "Sync" } });
    expect(syncOf([job], [], [argo, flux])).toBe(`prod: 1 removed

  a sync
    deletes Job shop/migrate: by Flux
    keeps Job shop/migrate: by Argo CD, no sync deletes a hook

`);
  });

  test("is no risk of what is gone where a sync keeps it", () => {
    const kept = object(
      "v1",
      "Namespace",
      "shop",
      {},
      { annotations: { "argocd.argoproj.io/sync-options": "Prune=false" } },
    );
    const reviewed = review({ base: "a", head: "b", sides: [sidesOf("prod", [kept, rest], [rest], [argo])] });
    expect(stripVTControlCharacters(formatText(reviewed, false))).toBe(`prod: 1 removed

  a sync
    keeps Namespace shop: its annotation says that no sync deletes it

  caution Namespace shop (removed)  stays in the cluster as it is
    one.yaml
    caution kept-object: Namespace shop stays in the cluster: its annotation says that no sync deletes it
      → it goes on as it is, and nothing here says what is in it any more  docs/risks/kept-object.md
    - apiVersion: v1
    - kind: Namespace
    - metadata:
    -   name: shop
    -   annotations:
    -     argocd.argoproj.io/sync-options: Prune=false

1 removed: 1 caution (from a to b)
`);
  });
});

describe("data", () => {
  test("of a StatefulSet stays in its claims", () => {
    expect(syncOf([store], [])).toBe(`prod: 1 removed

  a sync
    deletes StatefulSet shop/store
    keeps PersistentVolumeClaim shop/data-store-0, PersistentVolumeClaim shop/data-store-1: StatefulSet shop/store
      has made them, and they stay with their data
      → once nobody needs the data: kubectl --namespace shop delete persistentvolumeclaim data-store-0 data-store-1

`);
  });

  test("of a StatefulSet that says so is lost", () => {
    const { spec } = store as { readonly spec: object };
    const lost = {
      ...store,
      spec: {
        ...spec,
        replicas: 1,
        ordinals: { start: 3 },
        persistentVolumeClaimRetentionPolicy: { whenDeleted: "Delete" },
      },
    };
    expect(syncOf([lost], [])).toBe(`prod: 1 removed

  a sync
    deletes StatefulSet shop/store
    deletes PersistentVolumeClaim shop/data-store-3: the data is lost, because StatefulSet shop/store says
      whenDeleted: Delete
      → copy the data away first, if somebody needs it

`);
  });

  test("is not where a StatefulSet with another name looks for it", () => {
    const depot = JSON.parse(JSON.stringify(store).replaceAll("store", "depot")) as object;
    expect(syncOf([store], [depot])).toBe(`prod: 1 renamed

  a sync
    keeps PersistentVolumeClaim shop/data-store-0, PersistentVolumeClaim shop/data-store-1: StatefulSet shop/store
      has made them, and they stay with their data
      → once nobody needs the data: kubectl --namespace shop delete persistentvolumeclaim data-store-0 data-store-1
    recreates StatefulSet shop/store: it is deleted, and StatefulSet shop/depot is made
    makes PersistentVolumeClaim shop/data-depot-0, PersistentVolumeClaim shop/data-depot-1: empty, because the
      data stays under the old names
      → copy the data over, or restore a backup, before anybody writes

`);
  });

  test.each([
    [undefined, "its data is lost, unless the reclaim policy of the volume is Retain", true],
    ["Delete", "its data is lost, because its StorageClass says reclaimPolicy: Delete", true],
    ["Retain", "its volume stays with the data, because its StorageClass says reclaimPolicy: Retain", false],
  ])("of a claim with reclaimPolicy %s", (reclaimPolicy, about, isLost) => {
    const claim = object("v1", "PersistentVolumeClaim", "files", { spec: { storageClassName: "fast" } });
    const storage =
      reclaimPolicy === undefined ? [] : [object("storage.k8s.io/v1", "StorageClass", "fast", { reclaimPolicy })];
    const hand = isLost ? "\n      → copy the data away first, if somebody needs it" : "";
    expect(syncOf([claim, ...storage], storage).replaceAll(/\n {6}(?=\w)/g, " ")).toBe(
      `prod: 1 removed\n\n  a sync\n    deletes PersistentVolumeClaim shop/files: ${about}${hand}\n\n`,
    );
  });
});

test("a name is one word of the command that deletes it", () => {
  const claims = { spec: { replicas: 1, volumeClaimTemplates: [{ metadata: { name: "a;reboot" } }] } };
  expect(syncOf([object("apps/v1", "StatefulSet", "b'c", claims)], [])).toContain(
    String.raw`kubectl --namespace shop delete persistentvolumeclaim 'a;reboot-b'\''c-0'`,
  );
});

describe("what hangs on an object", () => {
  test.each([
    [
      "external-secrets.io/v1",
      "ExternalSecret",
      { spec: { target: { name: "keys" } } },
      "deletes Secret shop/keys: an operator has made it of ExternalSecret shop/made\n",
    ],
    [
      "external-secrets.io/v1",
      "ExternalSecret",
      { spec: { target: { name: "keys", creationPolicy: "Orphan" } } },
      "keeps Secret shop/keys: an operator has made it of ExternalSecret shop/made, and it stays\n      → once nobody needs it: kubectl --namespace shop delete secret keys\n",
    ],
    [
      "bitnami.com/v1alpha1",
      "SealedSecret",
      { spec: { encryptedData: {} } },
      "deletes Secret shop/made: an operator has made it of SealedSecret shop/made\n",
    ],
    [
      "cert-manager.io/v1",
      "Certificate",
      { spec: { secretName: "tls" } },
      "keeps Secret shop/tls: an operator has made it of Certificate shop/made, and it stays\n      → once nobody needs it: kubectl --namespace shop delete secret tls\n",
    ],
  ])("%s %s", (apiVersion, kind, more, line) => {
    expect(syncOf([object(apiVersion, kind, "made", more)], [])).toBe(
      `prod: 1 removed\n\n  a sync\n    deletes ${kind} shop/made\n    ${line}\n`,
    );
  });

  test("finalizers, and what is in a Namespace", () => {
    const before = [
      object("v1", "Namespace", "shop"),
      object("v1", "ConfigMap", "config", {}, { finalizers: ["example.com/backup"] }),
    ];
    expect(syncOf(before, [])).toBe(`prod: 2 removed

  a sync
    deletes Namespace shop: everything in it is deleted, too, also what is not of this repository
    deletes ConfigMap shop/config: it is only gone when example.com/backup is done with it

`);
  });
});

describe("a field that cannot be changed", () => {
  const { spec } = web as { readonly spec: object };
  const changed = { ...web, spec: { ...spec, selector: { matchLabels: { app: "web", tier: "front" } } } };

  test("stops the sync", () => {
    expect(syncOf([web], [changed])).toBe(`prod: 1 changed

  a sync
    stops at Deployment shop/web: spec.selector.matchLabels.tier cannot be changed in place
      → delete it by hand when it may be gone for a while; the next sync makes it anew
    changes Deployment shop/web

`);
  });

  test.each([
    ["Argo CD", argo, { "argocd.argoproj.io/sync-options": "Force=true,Replace=true" }],
    ["Flux", flux, { "kustomize.toolkit.fluxcd.io/force": "enabled" }],
  ])("has %s make the object anew where that is allowed", (_, syncer, annotations) => {
    const metadata = { name: "web", namespace: "shop", annotations };
    expect(syncOf([{ ...web, metadata }], [{ ...changed, metadata }], [syncer])).toContain(
      "    recreates Deployment shop/web: spec.selector.matchLabels.tier cannot be changed in place\n",
    );
  });
});

describe("an environment", () => {
  const config = object("v1", "ConfigMap", "config", { data: { a: "1" } });

  function leaving(after: Readonly<Record<string, readonly object[]>>, syncers: readonly Syncer[]): string {
    const sides = [
      sidesOf("prod", [config], [], syncers),
      ...Object.entries(after).map(([id, objects]) =>
        sidesOf(
          id,
          [],
          objects,
          syncers.map((one) => ({ ...one, name: one.name.replace("prod", id) })),
        ),
      ),
    ];
    return textOf(sides);
  }

  test("that leaves keeps what runs", () => {
    expect(leaving({}, [argo, flux])).toBe(`prod: 1 removed

  a sync
    keeps ConfigMap shop/config: Application manifests-prod and Kustomization manifests-prod go, and what is
      deployed stays
      → to delete them: kubectl delete --filename generated/rendered/prod, in a checkout that still has it

`);
  });

  test("that leaves an ApplicationSet, what cascades, or what nobody syncs", () => {
    const texts = [[{ ...argo, outlives: true }], [{ ...argo, cascades: true }], []].map(
      (syncers) => leaving({}, syncers).split("\n")[3],
    );
    expect(texts).toEqual([
      "    keeps ConfigMap shop/config: Application manifests-prod stays, and nothing is left to sync: delete it without",
      "    deletes ConfigMap shop/config: Application manifests-prod goes with all that is deployed by it",
      "    keeps ConfigMap shop/config: unless what syncs it deletes them: nothing in this repository says how it is",
    ]);
  });

  test("that is renamed is taken over by Flux, and stops Argo CD", () => {
    expect(leaving({ live: [config] }, [argo, flux])).toBe(`prod: 1 removed

  a sync
    keeps ConfigMap shop/config: Application manifests-prod and Kustomization manifests-prod go, and what is
      deployed stays; live has them now

live: 1 added

  a sync
    stops at ConfigMap shop/config: they carry the mark of Application manifests-prod, and Application
      manifests-live takes nothing that another one has deployed (FailOnSharedResource)
      → when Application manifests-prod is gone, take its mark away: kubectl annotate --filename
      generated/rendered/live argocd.argoproj.io/tracking-id-
    takes over ConfigMap shop/config: they run on as prod has them: Kustomization manifests-live follows them
      instead of Kustomization manifests-prod

`);
  });
});

test("what only comes or changes is no matter of a sync, and JSON has it all", () => {
  expect(syncOf([], [cart])).toBe("prod: 1 added\n\n  a sync deletes nothing\n\n");
  expect(syncOf([], [])).toBe("Nothing changes in a cluster.\n");
  const reviewed = review({ base: "a", head: "b", sides: [sidesOf("prod", [cart, rest], [rest], [argo])] });
  const { environments } = JSON.parse(formatJson(reviewed)) as {
    readonly environments: readonly { readonly sync: unknown }[];
  };
  expect(environments[0]!.sync).toEqual([{ does: "deletes", objects: ["Service shop/cart"], about: "", next: null }]);
});
