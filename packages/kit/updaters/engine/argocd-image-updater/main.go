// Runs the functions with which Argo CD Image Updater writes to a repository. taken.go has them: the build takes them
// from its released module, as they are. Its other parts, which ask registries and Argo CD, are not here.
package main

import (
	"context"
	"encoding/json"
	"fmt"
	"os"

	"sigs.k8s.io/kustomize/api/types"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
)

const usage = `usage: kustomization DIRECTORY '[{"name": "web", "newTag": "1.2.3"}]'
       source FILE '["web:1.2.3"]'`

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	if len(args) == 3 && args[0] == "kustomization" {
		return writeKustomization(args[1], []byte(args[2]))
	}
	if len(args) == 3 && args[0] == "source" {
		return writeSource(args[1], []byte(args[2]))
	}
	return fmt.Errorf(usage)
}

func writeKustomization(directory string, settings []byte) error {
	var images []types.Image
	if err := json.Unmarshal(settings, &images); err != nil {
		return err
	}
	file := findKustomization(directory)
	if file == "" {
		return fmt.Errorf("could not find kustomization in %s", directory)
	}
	filters := []kyaml.Filter{kyaml.LookupCreate(kyaml.SequenceNode, "images")}
	for _, image := range images {
		filter, err := imageFilter(image)
		if err != nil {
			return err
		}
		filters = append(filters, filter)
	}
	all := kyaml.FilterFunc(func(object *kyaml.RNode) (*kyaml.RNode, error) { return object, object.PipeE(filters...) })
	err, _ := updateKustomizeFile(context.Background(), all, file)
	return err
}

type kustomizeImages struct {
	Images []string `json:"images"`
}

type kustomizeOverride struct {
	Kustomize kustomizeImages `json:"kustomize"`
}

func writeSource(file string, images []byte) error {
	var override kustomizeOverride
	if err := json.Unmarshal(images, &override.Kustomize.Images); err != nil {
		return err
	}
	text, err := marshalWithIndent(override, 2)
	if err != nil {
		return err
	}
	return os.WriteFile(file, text, 0600)
}

// The program's own logger, which says here what it says there by default: nothing.
type loggers struct{}
type logger struct{}

var log loggers

func (loggers) LoggerFromContext(context.Context) logger { return logger{} }
func (logger) Debugf(string, ...any)                     {}
