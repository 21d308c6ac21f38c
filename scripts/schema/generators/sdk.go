package main

import (
	"fmt"
	"net/http"
	"net/http/httptest"
	"os"
	"path/filepath"
	"regexp"
	"strings"

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
		files, err := nodejs.GeneratePackage(tool, pkg, nil, nil, true, found)
		return fromFolders(files), err
	case "python":
		return python.GeneratePackage(tool, pkg, nil, found)
	case "go":
		return golang.GeneratePackage(tool, pkg, nil)
	case "dotnet":
		return withLogo(pkg, func() (map[string][]byte, error) { return dotnet.GeneratePackage(tool, pkg, nil, nil) })
	default:
		return nil, fmt.Errorf("no generator of %s is to be had as a Go module", language)
	}
}

// fromFolders lets modules in a folder import from the root: built with Go 1.26 or later, this version takes the folder for it.
func fromFolders(files map[string][]byte) map[string][]byte {
	root := regexp.MustCompile(`"\./(types/(?:input|output|enums)|utilities)"`)
	for name, text := range files {
		if strings.Count(name, "/") == 1 {
			files[name] = root.ReplaceAll(text, []byte(`"../$1"`))
		}
	}
	return files
}

// withLogo answers the generator that would download a picture.
func withLogo(pkg *schema.Package, make func() (map[string][]byte, error)) (map[string][]byte, error) {
	server := httptest.NewServer(http.NotFoundHandler())
	defer server.Close()
	pkg.LogoURL = server.URL
	return make()
}
