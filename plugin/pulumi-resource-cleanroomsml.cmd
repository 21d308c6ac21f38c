@node "%~dp0pulumi-resource-cleanroomsml" %*
