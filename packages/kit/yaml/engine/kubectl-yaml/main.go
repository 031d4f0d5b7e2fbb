// Reads YAML as kubectl does: the same decoders, in the same order, as in k8s.io/cli-runtime/pkg/resource/visitor.go.
// A line of standard input is a JSON string with a file in base64, a line of standard output is what is read of it.
package main

import (
	"bufio"
	"bytes"
	"encoding/base64"
	"encoding/json"
	"errors"
	"io"
	"os"
	"strconv"

	"golang.org/x/text/encoding/unicode"
	"golang.org/x/text/transform"
	"k8s.io/apimachinery/pkg/runtime"
	utiljson "k8s.io/apimachinery/pkg/util/json"
	"k8s.io/apimachinery/pkg/util/yaml"
)

type verdict struct {
	Documents []any  `json:"documents"`
	Refusal   string `json:"refusal,omitempty"`
}

func main() {
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
		if err := write.Encode(read(file)); err != nil {
			panic(err)
		}
	}
}

func read(file []byte) verdict {
	result := verdict{Documents: []any{}}
	decoded := transform.NewReader(bytes.NewReader(file), unicode.BOMOverride(unicode.UTF8.NewDecoder()))
	decoder := yaml.NewYAMLOrJSONDecoder(decoded, 4096)
	for {
		document := runtime.RawExtension{}
		if err := decoder.Decode(&document); err != nil {
			if !errors.Is(err, io.EOF) {
				result.Refusal = err.Error()
			}
			return result
		}
		raw := bytes.TrimSpace(document.Raw)
		if len(raw) == 0 || bytes.Equal(raw, []byte("null")) {
			continue
		}
		var data any
		if err := utiljson.Unmarshal(raw, &data); err != nil {
			result.Refusal = err.Error()
			return result
		}
		result.Documents = append(result.Documents, typed(data))
	}
}

// A text with an s in front of it, a number with an n: so that nothing else reads it as another one.
func typed(data any) any {
	switch value := data.(type) {
	case string:
		return "s" + value
	case int64:
		return "n" + strconv.FormatInt(value, 10)
	case float64:
		return "n" + strconv.FormatFloat(value, 'g', -1, 64)
	case []any:
		list := make([]any, len(value))
		for index, entry := range value {
			list[index] = typed(entry)
		}
		return list
	case map[string]any:
		object := make(map[string]any, len(value))
		for key, entry := range value {
			object[key] = typed(entry)
		}
		return object
	}
	return data
}
