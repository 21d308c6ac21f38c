package main

import (
	"fmt"
	"os"
	"path/filepath"

	"github.com/pulumi/pulumi/pkg/v3/codegen/dotnet"
	golang "github.com/pulumi/pulumi/pkg/v3/codegen/go"
	"github.com/pulumi/pulumi/pkg/v3/codegen/nodejs"
	"github.com/pulumi/pulumi/pkg/v3/codegen/python"
	"github.com/pulumi/pulumi/pkg/v3/codegen/schema"
)

const tool = "pulumi"

func writeSDK(schemaFile, language, out string) error {
	pkg, err := readPackage(schemaFile)
	if err != nil {
		return err
	}
	files, err := sdkOf(pkg, language)
	if err != nil {
		return err
	}
	for name, text := range files {
		file := filepath.Join(out, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, text, 0o644); err != nil {
			return err
		}
	}
	return nil
}

func sdkOf(pkg *schema.Package, language string) (map[string][]byte, error) {
	found := &loader{pkg}
	switch language {
	case "nodejs":
		return nodejs.GeneratePackage(tool, pkg, nil, nil, true, found)
	case "python":
		return python.GeneratePackage(tool, pkg, nil, found)
	case "go":
		return golang.GeneratePackage(tool, pkg, nil)
	case "dotnet":
		return dotnet.GeneratePackage(tool, pkg, nil, nil)
	default:
		return nil, fmt.Errorf("no generator of %s is to be had as a Go module", language)
	}
}
