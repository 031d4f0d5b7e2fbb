// Reads one object as JSON a line, and answers with what the API server makes of it before it validates it: decoded,
// defaulted, converted to its own form and back. With the argument `types` it describes the types instead.
package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"os"
	"reflect"
	"sort"
	"strings"

	"k8s.io/apimachinery/pkg/runtime"
	"k8s.io/apimachinery/pkg/runtime/schema"
	"k8s.io/kubernetes/pkg/api/legacyscheme"
	_ "k8s.io/kubernetes/pkg/apis/admissionregistration/install"
	_ "k8s.io/kubernetes/pkg/apis/apps/install"
	_ "k8s.io/kubernetes/pkg/apis/autoscaling/install"
	_ "k8s.io/kubernetes/pkg/apis/batch/install"
	_ "k8s.io/kubernetes/pkg/apis/certificates/install"
	_ "k8s.io/kubernetes/pkg/apis/coordination/install"
	_ "k8s.io/kubernetes/pkg/apis/core/install"
	_ "k8s.io/kubernetes/pkg/apis/discovery/install"
	_ "k8s.io/kubernetes/pkg/apis/flowcontrol/install"
	_ "k8s.io/kubernetes/pkg/apis/networking/install"
	_ "k8s.io/kubernetes/pkg/apis/node/install"
	_ "k8s.io/kubernetes/pkg/apis/policy/install"
	_ "k8s.io/kubernetes/pkg/apis/rbac/install"
	_ "k8s.io/kubernetes/pkg/apis/resource/install"
	_ "k8s.io/kubernetes/pkg/apis/scheduling/install"
	_ "k8s.io/kubernetes/pkg/apis/storage/install"
)

func main() {
	out := bufio.NewWriter(os.Stdout)
	defer out.Flush()
	if len(os.Args) > 1 && os.Args[1] == "types" {
		json.NewEncoder(out).Encode(describe())
		return
	}
	lines := bufio.NewScanner(os.Stdin)
	lines.Buffer(nil, 1<<26)
	for lines.Scan() {
		answer, err := roundTrip(lines.Bytes())
		if err != nil {
			answer, _ = json.Marshal(map[string]string{"refused": err.Error()})
		}
		out.Write(append(answer, '\n'))
		out.Flush()
	}
}

func roundTrip(data []byte) ([]byte, error) {
	var meta runtime.TypeMeta
	if err := json.Unmarshal(data, &meta); err != nil {
		return nil, err
	}
	gv, err := schema.ParseGroupVersion(meta.APIVersion)
	if err != nil {
		return nil, err
	}
	internal := schema.GroupVersion{Group: gv.Group, Version: runtime.APIVersionInternal}
	object, err := runtime.Decode(legacyscheme.Codecs.UniversalDecoder(internal), data)
	if err != nil {
		return nil, err
	}
	text, err := runtime.Encode(legacyscheme.Codecs.LegacyCodec(gv), object)
	return []byte(strings.TrimSpace(string(text))), err
}

type field struct {
	// A struct's name, or Quantity, IntOrString, Time, Duration, bytes, string, bool, int, any.
	Type string `json:"type"`
	// list, map, or nothing.
	In      string `json:"in,omitempty"`
	Pointer bool   `json:"pointer,omitempty"`
}

type answer struct {
	Kinds map[string]map[string]string `json:"kinds"`
	Types map[string]map[string]field  `json:"types"`
}

func describe() answer {
	result := answer{map[string]map[string]string{}, map[string]map[string]field{}}
	known := legacyscheme.Scheme.AllKnownTypes()
	kinds := make([]schema.GroupVersionKind, 0, len(known))
	for kind := range known {
		kinds = append(kinds, kind)
	}
	sort.Slice(kinds, func(i, j int) bool { return kinds[i].String() < kinds[j].String() })
	for _, kind := range kinds {
		if kind.Version == runtime.APIVersionInternal || strings.HasSuffix(kind.Kind, "List") || strings.HasSuffix(kind.Kind, "Options") {
			continue
		}
		t := known[kind]
		if _, ok := t.FieldByName("ObjectMeta"); !ok {
			continue
		}
		version := kind.GroupVersion().String()
		if result.Kinds[version] == nil {
			result.Kinds[version] = map[string]string{}
		}
		result.Kinds[version][kind.Kind] = visit(t, result.Types)
	}
	return result
}

func nameOf(t reflect.Type) string {
	parts := strings.Split(t.PkgPath(), "/")
	short := strings.Join(parts[max(0, len(parts)-2):], "/")
	return short + "." + t.Name()
}

func visit(t reflect.Type, types map[string]map[string]field) string {
	name := nameOf(t)
	if _, ok := types[name]; ok {
		return name
	}
	fields := map[string]field{}
	types[name] = fields
	collect(t, fields, types)
	return name
}

func collect(t reflect.Type, fields map[string]field, types map[string]map[string]field) {
	for i := range t.NumField() {
		one := t.Field(i)
		tag, options, _ := strings.Cut(one.Tag.Get("json"), ",")
		if tag == "-" || !one.IsExported() {
			continue
		}
		if tag == "" && (strings.Contains(options, "inline") || one.Anonymous) {
			inner := one.Type
			if inner.Kind() == reflect.Pointer {
				inner = inner.Elem()
			}
			collect(inner, fields, types)
			continue
		}
		fields[tag] = fieldOf(one.Type, types)
	}
}

func fieldOf(t reflect.Type, types map[string]map[string]field) field {
	pointer := false
	if t.Kind() == reflect.Pointer {
		pointer, t = true, t.Elem()
	}
	if special := specialOf(t); special != "" {
		return field{Type: special, Pointer: pointer}
	}
	switch t.Kind() {
	case reflect.Slice:
		if t.Elem().Kind() == reflect.Uint8 {
			return field{Type: "bytes", Pointer: pointer}
		}
		return field{fieldOf(t.Elem(), types).Type, "list", pointer}
	case reflect.Map:
		inner := fieldOf(t.Elem(), types)
		if inner.In != "" {
			return field{inner.Type, "map of " + inner.In, pointer}
		}
		return field{inner.Type, "map", pointer}
	case reflect.Struct:
		return field{Type: visit(t, types), Pointer: pointer}
	case reflect.String:
		return field{Type: "string", Pointer: pointer}
	case reflect.Bool:
		return field{Type: "bool", Pointer: pointer}
	case reflect.Int, reflect.Int32, reflect.Int64, reflect.Uint32, reflect.Float64:
		return field{Type: "number", Pointer: pointer}
	}
	panic(fmt.Sprint("a type without a name here: ", t))
}

func specialOf(t reflect.Type) string {
	switch t.Name() {
	case "Quantity", "IntOrString", "Time", "MicroTime", "Duration":
		return t.Name()
	case "RawExtension", "FieldsV1", "JSON", "JSONSchemaProps":
		return "any"
	}
	return ""
}
