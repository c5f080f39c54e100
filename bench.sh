#!/usr/bin/env bash
# Measures the portal against ten years of a large city and prints one table; times never fail it (docs/performance.md).
# usage: ./bench.sh [any arguments of the xUnit runner, such as -class "*ListBenchmarks"]
set -euo pipefail
cd "$(dirname "$0")"

export LANG=C.UTF-8
dotnet build Portal.Tests --configuration Release --nologo --verbosity quiet
printf '| %-52s | %10s | %8s | %5s | %s |\n' what measured must ratio note
echo '| --- | ---: | ---: | ---: | --- |'
dotnet run --project Portal.Tests --configuration Release --no-build -- \
  -explicit only -namespace Portal.Tests.Benchmarks -parallel none -showLiveOutput -noColor "$@" |
  sed -nE 's/^[^|]*(\|.*\|)[^|]*$/\1/p; /\[FAIL\]|Total:/p'
