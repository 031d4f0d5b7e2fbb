import { expect, test } from "vitest";
import { volumeAttachment } from "../../../src/checks/api-validity/volume-attachment.ts";
import { corpusCase } from "../../corpus-case.ts";
import { judge } from "../../judge.ts";

const taken: readonly (readonly [file: string, name: string])[] = [["volume-attachment", "the valid object"]];

test.for(taken)("takes %s: %s", ([file, name]) => {
  expect(judge(volumeAttachment, corpusCase(file, name))).toEqual([]);
});

const refused: readonly (readonly [file: string, name: string, findings: readonly string[]])[] = [
  [
    "volume-attachment",
    "an empty attacher",
    ["error VolumeAttachment attachment-1 spec.attacher: the attacher is empty; write the attacher"],
  ],
  [
    "volume-attachment",
    "an attacher of 64 letters",
    [
      'error VolumeAttachment attachment-1 spec.attacher: the attacher "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa" must have at most 63 characters; correct the attacher',
    ],
  ],
  [
    "volume-attachment",
    "no source",
    ["error VolumeAttachment attachment-1 spec.source: the source names no volume; write persistentVolumeName"],
  ],
  [
    "volume-attachment",
    "a persistentVolumeName in upper case",
    [
      "error VolumeAttachment attachment-1 spec.source.persistentVolumeName: the volume's name \"Volume\" must consist of lower case letters, digits, hyphens and dots, and begin and end with a letter or digit, also at each dot; correct the volume's name",
    ],
  ],
  [
    "volume-attachment",
    "an inlineVolumeSpec of nfs",
    ["error VolumeAttachment attachment-1 spec.source.inlineVolumeSpec.csi: csi is missing; write csi"],
  ],
  [
    "volume-attachment",
    "an inlineVolumeSpec with storageClassName",
    [
      "error VolumeAttachment attachment-1 spec.source.inlineVolumeSpec.storageClassName: storageClassName is there, and the volume has no object of its own; remove it, or name a PersistentVolume",
    ],
  ],
  [
    "volume-attachment",
    "an inlineVolumeSpec without accessModes",
    [
      "error VolumeAttachment attachment-1 spec.source.inlineVolumeSpec.accessModes: the access modes are missing; write one, such as ReadWriteOnce",
    ],
  ],
  [
    "volume-attachment",
    "an inlineVolumeSpec of a block",
    [
      "error VolumeAttachment attachment-1 spec.source.inlineVolumeSpec.volumeMode: volumeMode is there, and the volume has no object of its own; remove it, or name a PersistentVolume",
    ],
  ],
];

test.for(refused)("finds %s: %s", ([file, name, findings]) => {
  expect(judge(volumeAttachment, corpusCase(file, name))).toEqual(findings);
});
