// Writes what Pulumi's own generators make of a schema.
//
//	generators programs SCHEMA FOLDER   of each YAML file in FOLDER, the program in every other language, as JSON
//	generators sdk SCHEMA LANGUAGE OUT  the SDK of a language
package main

import (
	"fmt"
	"os"
)

func main() {
	if err := run(os.Args[1:]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}

func run(args []string) error {
	switch {
	case len(args) == 3 && args[0] == "programs":
		return writePrograms(args[1], args[2])
	case len(args) == 4 && args[0] == "sdk":
		return writeSDK(args[1], args[2], args[3])
	default:
		return fmt.Errorf("generators programs SCHEMA FOLDER | generators sdk SCHEMA LANGUAGE OUT")
	}
}
