#!/usr/bin/env bash
# The long tests, with their figures (docs/security.md).
# usage: ./soak.sh kill [how many kills, 200 unless told]
set -euo pipefail
cd "$(dirname "$0")"

case "${1:-}" in
  kill)
    export PORTAL_SOAK_KILLS=${2:-200}
    ;;
  *)
    sed -n '2,3s/^# //p' "$0" >&2
    exit 2
    ;;
esac

export LANG=C.UTF-8
configuration=${CONFIGURATION:-Release}
dotnet build Portal.Tests --configuration "$configuration" --nologo --verbosity quiet
exec dotnet run --project Portal.Tests --configuration "$configuration" --no-build -- \
  -explicit only -class "Portal.Tests.Soak.KillTests" -parallel none -showLiveOutput -noColor
