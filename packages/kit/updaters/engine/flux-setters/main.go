// Writes image versions where markers are, as Flux's image-automation-controller does: internal/update/ of its sources.
// It reads and writes through kyaml, as the controller does; the code around that is of its own.
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"k8s.io/kube-openapi/pkg/validation/spec"
	"sigs.k8s.io/kustomize/kyaml/kio"
	"sigs.k8s.io/kustomize/kyaml/kio/kioutil"
	"sigs.k8s.io/kustomize/kyaml/yaml"
)

const usage = `usage: DIRECTORY '{"flux-system:web": {"name": "web", "tag": "1.2.3", "digest": ""}}'`

const marker = "$imagepolicy"

// What an ImagePolicy has found, by namespace:name.
type policies map[string]struct{ Name, Tag, Digest string }

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) != 2 {
		return fmt.Errorf(usage)
	}
	var latest policies
	if err := json.Unmarshal([]byte(args[1]), &latest); err != nil {
		return err
	}
	return filepath.WalkDir(args[0], func(path string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() || !isYaml(path) {
			return err
		}
		return update(args[0], path, latest.values())
	})
}

func isYaml(path string) bool {
	extension := filepath.Ext(path)
	return extension == ".yaml" || extension == ".yml" || filepath.Base(path) == "Kustomization"
}

// The values by the names that markers give them.
func (latest policies) values() map[string]string {
	values := map[string]string{}
	for policy, image := range latest {
		whole := image.Name + ":" + image.Tag
		if image.Digest != "" {
			whole += "@" + image.Digest
		}
		values[policy] = whole
		values[policy+":name"] = image.Name
		values[policy+":tag"] = image.Tag
		values[policy+":digest"] = image.Digest
	}
	return values
}

// A file without a marker is not parsed, and one in which nothing changes is not written.
func update(directory, path string, values map[string]string) error {
	text, err := os.ReadFile(path)
	if err != nil || !bytes.Contains(text, []byte(`"`+marker+`"`)) {
		return err
	}
	relative, err := filepath.Rel(directory, path)
	if err != nil {
		return err
	}
	reader := kio.ByteReader{
		Reader:            bytes.NewReader(text),
		SetAnnotations:    map[string]string{kioutil.PathAnnotation: relative},
		PreserveSeqIndent: true,
	}
	nodes, err := reader.Read()
	if err != nil {
		return nil
	}
	changed := false
	for _, node := range nodes {
		one, err := set(node, values)
		if err != nil {
			return err
		}
		changed = changed || one
	}
	if !changed {
		return nil
	}
	return kio.LocalPackageWriter{PackagePath: directory}.Write(nodes)
}

func set(node *yaml.RNode, values map[string]string) (bool, error) {
	changed := false
	visit := func(child *yaml.RNode) error {
		one, err := set(child, values)
		changed = changed || one
		return err
	}
	switch node.YNode().Kind {
	case yaml.MappingNode:
		err := node.VisitFields(func(field *yaml.MapNode) error { return visit(field.Value) })
		return changed, err
	case yaml.SequenceNode:
		err := node.VisitElements(visit)
		return changed, err
	case yaml.ScalarNode:
		value, found := values[setterOf(node)]
		if !found || value == node.YNode().Value {
			return false, nil
		}
		node.YNode().Value = value
		yaml.FormatNonStringStyle(node.YNode(), *spec.StringProperty())
		return true, nil
	}
	return false, nil
}

// What the comment behind a value names, such as flux-system:web:tag; nothing where it is no marker.
func setterOf(node *yaml.RNode) string {
	for _, comment := range []string{node.YNode().LineComment, node.YNode().HeadComment} {
		var written map[string]string
		if json.Unmarshal([]byte(strings.TrimLeft(comment, "#")), &written) == nil && written[marker] != "" {
			return written[marker]
		}
	}
	return ""
}
