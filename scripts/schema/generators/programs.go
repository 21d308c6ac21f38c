package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/hashicorp/hcl/v2"
	"github.com/pulumi/pulumi-yaml/pkg/pulumiyaml"
	yaml "github.com/pulumi/pulumi-yaml/pkg/pulumiyaml/codegen"
	"github.com/pulumi/pulumi/pkg/v3/codegen/dotnet"
	golang "github.com/pulumi/pulumi/pkg/v3/codegen/go"
	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/pcl"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
)

type generator func(*pcl.Program) (map[string][]byte, hcl.Diagnostics, error)

var programs = map[string]generator{
	"typescript": nodejs.GenerateProgram,
	"python":     python.GenerateProgram,
	"go":         golang.GenerateProgram,
	"csharp":     dotnet.GenerateProgram,
}

func writePrograms(schemaFile, folder string) error {
	pkg, err := readPackage(schemaFile)
	if err != nil {
		return err
	}
	files, err := filepath.Glob(filepath.Join(folder, "*.yaml"))
	if err != nil {
		return err
	}
	all := map[string]map[string]string{}
	for _, file := range files {
		name := strings.TrimSuffix(filepath.Base(file), ".yaml")
		if all[name], err = programsOf(file, &loader{pkg}); err != nil {
			return fmt.Errorf("%s: %w", file, err)
		}
	}
	return json.NewEncoder(os.Stdout).Encode(all)
}

func programsOf(file string, found *loader) (map[string]string, error) {
	texts := map[string]string{}
	for language, generate := range programs {
		// A generator rewrites the program that it is given.
		program, err := readProgram(file, found)
		if err != nil {
			return nil, err
		}
		files, diagnostics, err := generate(program)
		if err != nil {
			return nil, fmt.Errorf("%s: %w", language, err)
		}
		if err := none(diagnostics); err != nil {
			return nil, fmt.Errorf("%s: %w", language, err)
		}
		for _, text := range files {
			texts[language] = string(text)
		}
	}
	return texts, nil
}

func readProgram(file string, found *loader) (*pcl.Program, error) {
	source, err := os.ReadFile(file)
	if err != nil {
		return nil, err
	}
	template, diagnostics, err := pulumiyaml.LoadYAMLBytes(file, source)
	if err != nil {
		return nil, err
	}
	if err := none(diagnostics.HCL()); err != nil {
		return nil, err
	}
	program, more, err := yaml.EjectProgram(template, found)
	if err != nil {
		return nil, err
	}
	return program, none(more)
}
