// Reads YAML as kustomize does. With the argument "resources" through kyaml, as sigs.k8s.io/kustomize/api/resource does,
// up to the JSON that is printed; with "kustomization" as types.Kustomization does its own file.
// A line of standard input is a JSON string with a file in base64, a line of standard output is what is read of it.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"os"

	"sigs.k8s.io/kustomize/kyaml/kio"
	kyaml "sigs.k8s.io/kustomize/kyaml/yaml"
	"sigs.k8s.io/yaml"
)

type verdict struct {
	Documents []any  `json:"documents"`
	Refusal   string `json:"refusal,omitempty"`
	// What is printed differs from what is read: kyaml's writer loses something of it.
	Printed []any `json:"printed,omitempty"`
}

// More values than aliases make of any object: kustomize would take all memory, or all of the stack.
const most = 2_000_000

func main() {
	readers := map[string]func([]byte) verdict{"resources": readResources, "kustomization": readKustomization}
	read := readers[os.Args[1]]
	in := bufio.NewScanner(os.Stdin)
	in.Buffer(nil, 64<<20)
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	write := json.NewEncoder(out)
	for in.Scan() {
		var encoded string
		if err := json.Unmarshal(in.Bytes(), &encoded); err != nil {
			panic(err)
		}
		file, err := base64.StdEncoding.DecodeString(encoded)
		if err != nil {
			panic(err)
		}
		if err := write.Encode(guarded(read, file)); err != nil {
			panic(err)
		}
	}
}

func guarded(read func([]byte) verdict, file []byte) (result verdict) {
	defer func() {
		if problem := recover(); problem != nil {
			result = verdict{Documents: []any{}, Refusal: fmt.Sprintf("panic: %v", problem)}
		}
	}()
	return read(file)
}

func readResources(file []byte) verdict {
	reader := kio.ByteReader{OmitReaderAnnotations: true, DisableUnwrapping: true, Reader: bytes.NewReader(file)}
	nodes, err := reader.Read()
	if err != nil {
		return refused(err)
	}
	for _, node := range nodes {
		if !isBounded(node.YNode()) {
			return refused(fmt.Errorf("aliases without end"))
		}
		if err := node.DeAnchor(); err != nil {
			return refused(err)
		}
	}
	result := verdict{Documents: []any{}}
	for _, node := range nodes {
		read, err := valueOf(node)
		if err != nil {
			return refused(err)
		}
		result.Documents = append(result.Documents, read)
		printed, err := node.MarshalJSON()
		if err != nil {
			result.Printed = append(result.Printed, err.Error())
		} else if data, err := typed(printed); err != nil || !same(data, read) {
			result.Printed = append(result.Printed, data)
		}
	}
	return result
}

// As MarshalJSON of kyaml has it, without the text that it writes and reads again in between.
func valueOf(node *kyaml.RNode) (any, error) {
	var value any
	if node.YNode().Kind == kyaml.SequenceNode {
		var list []any
		if err := node.YNode().Decode(&list); err != nil {
			return nil, err
		}
		value = list
	} else {
		object := map[string]any{}
		if err := node.YNode().Decode(&object); err != nil {
			return nil, err
		}
		value = object
	}
	text, err := json.Marshal(value)
	if err != nil {
		return nil, err
	}
	return typed(text)
}

func isBounded(root *kyaml.Node) bool {
	count := 0
	open := map[*kyaml.Node]bool{}
	var walk func(node *kyaml.Node) bool
	walk = func(node *kyaml.Node) bool {
		count++
		if count > most || open[node] {
			return false
		}
		open[node] = true
		defer delete(open, node)
		if node.Kind == kyaml.AliasNode {
			return walk(node.Alias)
		}
		for _, child := range node.Content {
			if !walk(child) {
				return false
			}
		}
		return true
	}
	return walk(root)
}

func readKustomization(file []byte) verdict {
	text, err := yaml.YAMLToJSON(file)
	if err != nil {
		return refused(err)
	}
	data, err := typed(text)
	if err != nil {
		return refused(err)
	}
	return verdict{Documents: []any{data}}
}

func refused(err error) verdict {
	return verdict{Documents: []any{}, Refusal: err.Error()}
}

func same(one, other any) bool {
	a, _ := json.Marshal(one)
	b, _ := json.Marshal(other)
	return bytes.Equal(a, b)
}

// A text with an s in front of it, a number with an n: so that nothing else reads it as another one.
func typed(text []byte) (any, error) {
	decoder := json.NewDecoder(bytes.NewReader(text))
	decoder.UseNumber()
	var data any
	if err := decoder.Decode(&data); err != nil {
		return nil, err
	}
	return marked(data), nil
}

func marked(data any) any {
	switch value := data.(type) {
	case string:
		return "s" + value
	case json.Number:
		return "n" + value.String()
	case []any:
		list := make([]any, len(value))
		for index, entry := range value {
			list[index] = marked(entry)
		}
		return list
	case map[string]any:
		object := make(map[string]any, len(value))
		for key, entry := range value {
			object[key] = marked(entry)
		}
		return object
	}
	return data
}
