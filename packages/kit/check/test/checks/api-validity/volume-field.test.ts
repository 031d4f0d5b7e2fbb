import { expect, test } from "vitest";
import { volumeField } from "../../../src/checks/api-validity/volume-field.ts";
import { judge } from "../../judge.ts";
import { podWith, type Parts } from "./pod-with.ts";
import { testTakenPods } from "./test-verdicts.ts";

const taken: readonly Parts[] = [
  {},
  {
    spec: {
      volumes: [
        { name: "a" },
        { name: "b", hostPath: { path: "relative" } },
        { name: "c", secret: { secretName: "Any name" } },
        { name: "d", csi: { driver: "CSI.example.com" } },
      ],
    },
  },
  { kind: "Deployment", spec: { volumes: [{ name: "a", image: {} }] } },
  {
    spec: {
      volumes: [
        { name: "a", iscsi: { targetPortal: "10.0.0.1", iqn: "iqn.2001-04.com.example:disk", lun: 0 } },
        { name: "b", fc: { wwids: ["a"] } },
        { name: "c", quobyte: { registry: "a:1,[::1]:2", volume: "c" } },
        { name: "d", azureDisk: { diskName: "d", diskURI: "/subscriptions/a", kind: "Managed" } },
      ],
    },
  },
];

testTakenPods(volumeField, taken);

test("what common sources lack", () => {
  expect(
    judge(
      volumeField,
      podWith({
        spec: {
          volumes: [
            { name: "a", secret: {} },
            { name: "b", configMap: {} },
            { name: "c", persistentVolumeClaim: { claimName: "" } },
            { name: "d", hostPath: { path: "/a/../b" } },
            { name: "e", nfs: { server: "a", path: "b" } },
            { name: "f", csi: { driver: "a_b", nodePublishSecretRef: {} } },
            { name: "g", image: {} },
            { name: "h", gitRepo: { repository: "a", directory: "/b" } },
            { name: "i", awsElasticBlockStore: { volumeID: "a", partition: 256 } },
            { name: "j", flexVolume: { driver: "a/b", options: { "kubernetes.io/a": "b" } } },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Pod default/web spec.volumes[0].secret.secretName: secretName is missing; write secretName",
      "error Pod default/web spec.volumes[1].configMap.name: name is missing; write name",
      "error Pod default/web spec.volumes[2].persistentVolumeClaim.claimName: claimName is empty; write claimName",
      "error Pod default/web spec.volumes[3].hostPath.path: the path "/a/../b" must not contain ..; correct the path",
      "error Pod default/web spec.volumes[4].nfs.path: the path "b" must begin with a slash; correct the path",
      "error Pod default/web spec.volumes[5].csi.driver: the driver "a_b" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the driver",
      "error Pod default/web spec.volumes[5].csi.nodePublishSecretRef.name: the Secret's name is missing; write the Secret's name",
      "error Pod default/web spec.volumes[6].image.reference: the image's reference is missing; write the image's reference",
      "error Pod default/web spec.volumes[7].gitRepo.directory: the path "/b" must be a relative path; correct the path",
      "error Pod default/web spec.volumes[8].awsElasticBlockStore.partition: partition is 256, and must be from 0 to 255; set it to a number that is from 0 to 255",
      "error Pod default/web spec.volumes[9].flexVolume.options["kubernetes.io/a"]: the option "kubernetes.io/a" is in a domain of Kubernetes; leave it out",
    ]
  `);
});

test("what rare sources lack", () => {
  expect(
    judge(
      volumeField,
      podWith({
        kind: "Deployment",
        spec: {
          volumes: [
            {
              name: "a",
              iscsi: { targetPortal: "", iqn: "disk", lun: 256, chapAuthSession: true, initiatorName: "eui.1" },
            },
            { name: "b", fc: {} },
            { name: "c", fc: { targetWWNs: ["a"], wwids: ["b"] } },
            { name: "d", flocker: { datasetName: "a/b", datasetUUID: "c" } },
            { name: "e", rbd: { monitors: [], image: "" } },
            { name: "f", cephfs: { monitors: [] } },
            { name: "g", cinder: { volumeID: "a", secretRef: {} } },
            { name: "h", quobyte: { registry: "a", volume: "b" } },
            { name: "i", azureDisk: { diskName: "a", diskURI: "/a" } },
            { name: "j", storageos: { volumeName: "A" } },
            { name: "k", flocker: {} },
            { name: "l", quobyte: { registry: "a:1", volume: "b", tenant: "c".repeat(65) } },
          ],
        },
      }),
    ),
  ).toMatchInlineSnapshot(`
    [
      "error Deployment default/web spec.template.spec.volumes[0].iscsi.initiatorName: initiatorName "eui.1" must be an iSCSI name such as iqn.2001-04.com.example:storage; correct initiatorName",
      "error Deployment default/web spec.template.spec.volumes[0].iscsi.iqn: iqn "disk" must begin with iqn, eui or naa; correct iqn",
      "error Deployment default/web spec.template.spec.volumes[0].iscsi.lun: lun is 256, and must be from 0 to 255; set it to a number that is from 0 to 255",
      "error Deployment default/web spec.template.spec.volumes[0].iscsi.secretRef: CHAP is to be used without a Secret; name the Secret",
      "error Deployment default/web spec.template.spec.volumes[0].iscsi.targetPortal: targetPortal is empty; write targetPortal",
      "error Deployment default/web spec.template.spec.volumes[10].flocker: neither datasetName nor datasetUUID is there; write one of them",
      "error Deployment default/web spec.template.spec.volumes[11].quobyte.tenant: tenant has more than 64 characters; write the tenant's UUID",
      "error Deployment default/web spec.template.spec.volumes[1].fc.targetWWNs: neither targetWWNs nor wwids is there; write one of them",
      "error Deployment default/web spec.template.spec.volumes[2].fc.lun: lun is missing; write lun",
      "error Deployment default/web spec.template.spec.volumes[2].fc.targetWWNs: both targetWWNs and wwids are there; keep one of them",
      "error Deployment default/web spec.template.spec.volumes[3].flocker: both datasetName and datasetUUID are there; keep one of them",
      "error Deployment default/web spec.template.spec.volumes[3].flocker.datasetName: datasetName has a slash; take it out",
      "error Deployment default/web spec.template.spec.volumes[4].rbd.image: image is empty; write image",
      "error Deployment default/web spec.template.spec.volumes[4].rbd.monitors: monitors is empty; write the monitors",
      "error Deployment default/web spec.template.spec.volumes[5].cephfs.monitors: monitors is empty; write the monitors",
      "error Deployment default/web spec.template.spec.volumes[6].cinder.secretRef.name: the Secret's name is missing; write the Secret's name",
      "error Deployment default/web spec.template.spec.volumes[7].quobyte.registry: registry "a" is not a list of host:port; write host:port, more of them with commas between",
      "error Deployment default/web spec.template.spec.volumes[8].azureDisk.diskURI: diskURI of a disk of kind Shared does not begin with https://; correct the URI, or the disk's kind",
      "error Deployment default/web spec.template.spec.volumes[9].storageos.volumeName: volumeName "A" must consist of lower case letters, digits and hyphens, and begin and end with a letter or digit; correct volumeName",
    ]
  `);
});
