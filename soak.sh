#!/usr/bin/env bash
# The long tests, with their figures (docs/security.md).
# usage: ./soak.sh kill [200]      so many kills of the portal while it is written to
#        ./soak.sh stop [5]        so many orders to stop (SIGTERM) while it is written to
#        ./soak.sh backup [5]      so many backups while it is written to
#        ./soak.sh disk [3]        so many times a disk of 32 MB is filled and emptied (root)
#        ./soak.sh leak [200]      so many pages opened, walked through and closed, with a network or without
#        ./soak.sh races [200]     so many times sixteen people do the same at once
#        ./soak.sh sync [50]       so many writes of each kind under strace: synced before they are acknowledged (root)
set -euo pipefail
cd "$(dirname "$0")"

case "${1:-}" in
  kill) class=KillTests rounds=200 ;;
  stop) class=StopTests rounds=5 ;;
  backup) class=BackupUnderLoadTests rounds=5 ;;
  disk) class=FullDiskSoakTests rounds=3 ;;
  leak) class=LeakTests rounds=200 ;;
  races) class=RaceTests rounds=200 ;;
  sync) class=SyncTests rounds=50 ;;
  *)
    sed -n '2,9s/^# //p' "$0" >&2
    exit 2
    ;;
esac

export PORTAL_SOAK_ROUNDS=${2:-$rounds} LANG=C.UTF-8
configuration=${CONFIGURATION:-Release}
dotnet build Portal.Tests --configuration "$configuration" --nologo --verbosity quiet
exec dotnet run --project Portal.Tests --configuration "$configuration" --no-build -- \
  -explicit only -class "Portal.Tests.Soak.$class" -parallel none -showLiveOutput -noColor
