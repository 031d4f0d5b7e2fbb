package main

import (
	"archive/tar"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"path"
	"strings"

	"k8s.io/apimachinery/pkg/apis/meta/v1/unstructured"

	"github.com/argoproj/gitops-engine/pkg/cache"
	"github.com/argoproj/gitops-engine/pkg/utils/kube"
)

// readCommit returns the id of a commit, and the objects in the files of one directory of it, as an Application of
// type Directory reads them: YAML and JSON, not what is below.
func readCommit(repository, revision, directory string) (string, []*unstructured.Unstructured, error) {
	id, err := git(repository, "rev-parse", "--verify", "--end-of-options", revision+"^{commit}")
	if err != nil {
		return "", nil, err
	}
	commit := strings.TrimSpace(string(id))
	archive, err := git(repository, "archive", "--format=tar", commit, "--", directory)
	if err != nil {
		return "", nil, err
	}
	var objects []*unstructured.Unstructured
	files := tar.NewReader(bytes.NewReader(archive))
	for {
		header, err := files.Next()
		if errors.Is(err, io.EOF) {
			return commit, objects, nil
		}
		if err != nil {
			return "", nil, err
		}
		if header.Typeflag != tar.TypeReg || path.Dir(header.Name) != path.Clean(directory) || !isManifest(header.Name) {
			continue
		}
		text, err := io.ReadAll(files)
		if err != nil {
			return "", nil, err
		}
		found, err := kube.SplitYAML(text)
		if err != nil {
			return "", nil, fmt.Errorf("%s: %w", header.Name, err)
		}
		objects = append(objects, found...)
	}
}

func isManifest(name string) bool {
	switch path.Ext(name) {
	case ".yaml", ".yml", ".json":
		return true
	}
	return false
}

func git(repository string, args ...string) ([]byte, error) {
	command := exec.Command("git", append([]string{"-C", repository}, args...)...)
	var said bytes.Buffer
	command.Stderr = &said
	answer, err := command.Output()
	if err != nil {
		return nil, fmt.Errorf("git %s: %w: %s", args[0], err, strings.TrimSpace(said.String()))
	}
	return answer, nil
}

// place gives an object the namespace of the Application where it names none and its kind has one.
func place(object *unstructured.Unstructured, namespace string, clusterCache cache.ClusterCache) {
	if object.GetNamespace() == "" && kube.IsNamespacedOrUnknown(clusterCache, object.GroupVersionKind().GroupKind()) {
		object.SetNamespace(namespace)
	}
}
