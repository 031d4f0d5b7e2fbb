/** An edit of an object, and whether the API server refuses it as a change of what it does not let be changed. */
export interface ImmutableCase {
  readonly name: string;
  /** YAML. */
  readonly before: string;
  readonly after: string;
  readonly refused: boolean;
  /** The server says so only of what runs, which a test of its own does not wait for. */
  readonly ofRunning?: true;
}

type Edit = readonly [name: string, from: string, to: string, refused: boolean, ofRunning?: true];

function edits(head: string, text: string, ...all: readonly Edit[]): ImmutableCase[] {
  const [group, kind] = head.split(" ");
  const before = `apiVersion: ${group}\nkind: ${kind}\n${text}`;
  return all.map(([name, from, to, refused, ofRunning]) => {
    if (!before.includes(from)) throw new Error(`${head} does not have ${from}`);
    const facts = { name: `${kind}: ${name}`, before, after: before.replace(from, to), refused };
    return ofRunning === undefined ? facts : { ...facts, ofRunning };
  });
}

const pod = "containers: [{name: a, image: 'a:1'}]";
const template = `template: {metadata: {labels: {app: a}}, spec: {${pod}}}`;
const jobPod = "containers: [{name: a, image: 'a:1'}], restartPolicy: Never";

/** By the rows of the table in src/judge/immutable-fields.ts. */
export const immutableCases: readonly ImmutableCase[] = [
  ...["Deployment", "ReplicaSet", "DaemonSet"].flatMap((kind) =>
    edits(
      `apps/v1 ${kind}`,
      `metadata: {name: a}\nspec: {selector: {matchLabels: {app: a}}, template: {metadata: {labels: {app: a, b: b}}, spec: {${pod}}}}\n`,
      ["selector", "matchLabels: {app: a}", "matchLabels: {app: a, b: b}", true],
      ["image", "a:1", "a:2", false],
    ),
  ),
  ...edits(
    "apps/v1 StatefulSet",
    `metadata: {name: a}\nspec: {serviceName: a, replicas: 1, podManagementPolicy: Parallel, revisionHistoryLimit: 2, selector: {matchLabels: {app: a}}, ${template}, volumeClaimTemplates: [{metadata: {name: d}, spec: {accessModes: [ReadWriteOnce], resources: {requests: {storage: 1Gi}}}}]}\n`,
    ["serviceName", "serviceName: a", "serviceName: b", true],
    ["podManagementPolicy", "Parallel", "OrderedReady", true],
    ["volumeClaimTemplates", "1Gi", "2Gi", true],
    ["replicas", "replicas: 1", "replicas: 2", false],
    ["revisionHistoryLimit", "revisionHistoryLimit: 2", "revisionHistoryLimit: 3", false],
    ["template", "a:1", "a:2", false],
  ),
  ...edits(
    "batch/v1 Job",
    `metadata: {name: a}\nspec: {completions: 2, parallelism: 2, completionMode: NonIndexed, backoffLimit: 1, template: {spec: {${jobPod}}}}\n`,
    ["completions", "completions: 2", "completions: 3", true],
    ["completionMode", "NonIndexed", "Indexed", true],
    ["template", "a:1", "a:2", true],
    ["parallelism", "parallelism: 2", "parallelism: 1", false],
    ["backoffLimit", "backoffLimit: 1", "backoffLimit: 2", false],
  ),
  ...edits(
    "batch/v1 Job",
    `metadata: {name: b}\nspec: {completions: 2, parallelism: 2, completionMode: Indexed, template: {spec: {${jobPod}}}}\n`,
    ["completions of an indexed one, alone", "completions: 2", "completions: 3", true],
    [
      "completions of an indexed one, with parallelism",
      "completions: 2, parallelism: 2",
      "completions: 3, parallelism: 3",
      false,
    ],
  ),
  ...edits(
    "batch/v1 Job",
    `metadata: {name: c}\nspec: {suspend: true, template: {spec: {nodeSelector: {a: a}, ${jobPod}}}}\n`,
    ["nodeSelector of a suspended one", "nodeSelector: {a: a}", "nodeSelector: {a: b}", false],
    ["resources of a suspended one", "image: 'a:1'", "image: 'a:1', resources: {requests: {cpu: 1}}", false],
    ["image of a suspended one", "a:1", "a:2", true],
  ),
  ...edits(
    "v1 Pod",
    `metadata: {name: a}\nspec: {${pod}, activeDeadlineSeconds: 100, terminationGracePeriodSeconds: 30, tolerations: [{key: a, operator: Exists}]}\n`,
    ["image", "a:1", "a:2", false],
    ["variable", "image: 'a:1'", "image: 'a:1', env: [{name: A, value: a}]", true],
    ["deadline that is lowered", "activeDeadlineSeconds: 100", "activeDeadlineSeconds: 50", false],
    ["deadline that is raised", "activeDeadlineSeconds: 100", "activeDeadlineSeconds: 200", true],
    ["grace period", "terminationGracePeriodSeconds: 30", "terminationGracePeriodSeconds: 20", true],
    ["toleration more", "operator: Exists}", "operator: Exists}, {key: b, operator: Exists}", false],
    ["toleration less", "[{key: a, operator: Exists}]", "[]", true],
  ),
  ...edits(
    "v1 Service",
    "metadata: {name: a}\nspec: {clusterIP: 10.96.77.77, ports: [{port: 80}], selector: {app: a}}\n",
    ["clusterIP", "10.96.77.77", "10.96.77.78", true],
    ["clusterIP that is not written any more", "clusterIP: 10.96.77.77, ", "", false],
    ["selector", "app: a", "app: b", false],
    [
      "ExternalName",
      "clusterIP: 10.96.77.77, ports: [{port: 80}], selector: {app: a}",
      "type: ExternalName, externalName: a.example.com",
      false,
    ],
  ),
  ...edits("v1 Service", "metadata: {name: b}\nspec: {clusterIP: None, ports: [{port: 80}], selector: {app: a}}\n", [
    "headless that is not any more",
    "None",
    "10.96.77.79",
    true,
  ]),
  ...edits(
    "v1 Service",
    "metadata: {name: c}\nspec: {type: LoadBalancer, loadBalancerClass: example.com/a, externalTrafficPolicy: Local, healthCheckNodePort: 30123, ports: [{port: 80}]}\n",
    ["loadBalancerClass", "example.com/a", "example.com/b", true],
    ["healthCheckNodePort", "30123", "30124", true],
    [
      "another type",
      "type: LoadBalancer, loadBalancerClass: example.com/a, externalTrafficPolicy: Local, healthCheckNodePort: 30123",
      "type: ClusterIP",
      false,
    ],
  ),
  ...edits(
    "v1 PersistentVolumeClaim",
    "metadata: {name: a}\nspec: {accessModes: [ReadWriteOnce], storageClassName: a, volumeMode: Filesystem, resources: {requests: {storage: 2Gi}}}\n",
    ["storageClassName", "storageClassName: a", "storageClassName: b", true],
    ["accessModes", "ReadWriteOnce", "ReadWriteMany", true],
    ["volumeMode", "Filesystem", "Block", true],
    ["less storage", "2Gi", "1Gi", true],
    ["more storage", "2Gi", "3Gi", false, true],
    ["volumeName", "volumeMode: Filesystem", "volumeMode: Filesystem, volumeName: a", false],
  ),
  ...edits(
    "v1 PersistentVolume",
    "metadata: {name: a}\nspec: {accessModes: [ReadWriteOnce], capacity: {storage: 1Gi}, hostPath: {path: /a}, volumeMode: Filesystem, persistentVolumeReclaimPolicy: Retain}\n",
    ["source", "path: /a", "path: /b", true],
    ["volumeMode", "Filesystem", "Block", true],
    ["reclaim policy", "Retain", "Delete", false],
    [
      "nodeAffinity where there was none",
      "hostPath:",
      "nodeAffinity: {required: {nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Exists}]}]}}, hostPath:",
      false,
    ],
  ),
  ...edits(
    "v1 Secret",
    "metadata: {name: a}\ntype: Opaque\nimmutable: true\ndata: {A: YQ==}\n",
    ["type", "Opaque", "example.com/a", true],
    ["data of an immutable one", "YQ==", "Yg==", true],
    ["label of an immutable one", "{name: a}", "{name: a, labels: {a: a}}", false],
  ),
  ...edits(
    "v1 ConfigMap",
    "metadata: {name: a}\nimmutable: true\ndata: {A: a}\n",
    ["data of an immutable one", "{A: a}", "{A: b}", true],
    ["an immutable one that is not any more", "immutable: true\n", "", true],
  ),
  ...edits(
    "v1 ConfigMap",
    "metadata: {name: b}\nimmutable: false\ndata: {A: a}\n",
    ["data", "{A: a}", "{A: b}", false],
    ["one that becomes immutable", "immutable: false", "immutable: true", false],
  ),
  ...["RoleBinding", "ClusterRoleBinding"].flatMap((kind) =>
    edits(
      `rbac.authorization.k8s.io/v1 ${kind}`,
      "metadata: {name: a}\nroleRef: {apiGroup: rbac.authorization.k8s.io, kind: ClusterRole, name: view}\nsubjects: [{kind: User, apiGroup: rbac.authorization.k8s.io, name: a}]\n",
      ["roleRef", "name: view", "name: edit", true],
      ["subjects", "name: a}]", "name: b}]", false],
    ),
  ),
  ...edits(
    "storage.k8s.io/v1 StorageClass",
    "metadata: {name: a}\nprovisioner: example.com/a\nparameters: {a: a}\nreclaimPolicy: Delete\nvolumeBindingMode: Immediate\nallowVolumeExpansion: false\n",
    ["provisioner", "example.com/a", "example.com/b", true],
    ["parameters", "{a: a}", "{a: b}", true],
    ["reclaimPolicy", "Delete", "Retain", true],
    ["volumeBindingMode", "Immediate", "WaitForFirstConsumer", true],
    ["allowVolumeExpansion", "false", "true", false],
  ),
  ...edits(
    "storage.k8s.io/v1 VolumeAttributesClass",
    "metadata: {name: a}\ndriverName: a.example.com\nparameters: {a: a}\n",
    ["driverName", "a.example.com", "b.example.com", true],
    ["parameters", "{a: a}", "{a: b}", true],
  ),
  ...edits("networking.k8s.io/v1 IngressClass", "metadata: {name: a}\nspec: {controller: example.com/a}\n", [
    "controller",
    "example.com/a",
    "example.com/b",
    true,
  ]),
  ...edits(
    "networking.k8s.io/v1 IPAddress",
    "metadata: {name: 10.9.9.9}\nspec: {parentRef: {resource: services, namespace: default, name: a}}\n",
    ["parentRef", "name: a}}", "name: b}}", true],
  ),
  ...edits(
    "networking.k8s.io/v1 ServiceCIDR",
    "metadata: {name: a}\nspec: {cidrs: [10.77.0.0/24]}\n",
    ["cidr", "10.77.0.0/24", "10.78.0.0/24", true],
    ["a second one", "10.77.0.0/24", "10.77.0.0/24, 'fd00::/108'", false],
  ),
  ...edits(
    "scheduling.k8s.io/v1 PriorityClass",
    "metadata: {name: a}\nvalue: 10\npreemptionPolicy: Never\ndescription: a\n",
    ["value", "value: 10", "value: 11", true],
    ["preemptionPolicy", "Never", "PreemptLowerPriority", true],
    ["description", "description: a", "description: b", false],
  ),
  ...edits("node.k8s.io/v1 RuntimeClass", "metadata: {name: a}\nhandler: a\n", [
    "handler",
    "handler: a",
    "handler: b",
    true,
  ]),
  ...edits(
    "v1 ResourceQuota",
    "metadata: {name: a}\nspec: {hard: {pods: 1}, scopes: [BestEffort]}\n",
    ["scopes", "BestEffort", "NotBestEffort", true],
    ["hard", "pods: 1", "pods: 2", false],
  ),
  ...edits("discovery.k8s.io/v1 EndpointSlice", "metadata: {name: a}\naddressType: IPv4\nendpoints: []\n", [
    "addressType",
    "IPv4",
    "FQDN",
    true,
  ]),
  ...edits(
    "apiextensions.k8s.io/v1 CustomResourceDefinition",
    "metadata: {name: as.example.com}\nspec: {group: example.com, scope: Namespaced, names: {kind: A, plural: as, singular: a}, versions: [{name: v1, served: true, storage: true, schema: {openAPIV3Schema: {type: object}}}]}\n",
    ["scope", "Namespaced", "Cluster", true, true],
    ["kind", "kind: A", "kind: B", true, true],
    ["singular", "singular: a", "singular: b", false],
  ),
];
